"""The year of the institution: its months, and how many activities each unit has in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poadesk.plan import calendar, schedule
from poadesk.plan.fields import is_month
from poadesk.plan.model import Plan

_MOST_MONTHS = 120


def months_of(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return the months of the years of all plans, in order and without a gap."""
    touched = sorted({month for plan in plans for month in _readable_months(plan)})
    if not touched:
        return ()
    first, last = touched[0], touched[-1]
    count = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    return calendar.months(first, count) if count <= _MOST_MONTHS else tuple(touched)


def activities_by_month(plan: Plan, months: Sequence[str]) -> tuple[int, ...]:
    """Return how many activities of a plan have something planned in each of the months."""
    counts = dict.fromkeys(months, 0)
    for activity in plan.activities():
        for month in schedule.planned(activity):
            if month in counts:
                counts[month] += 1
    return tuple(counts.values())


def _readable_months(plan: Plan) -> tuple[str, ...]:
    readable = is_month(plan.first_month) and 0 < plan.month_count <= _MOST_MONTHS
    return schedule.plan_months(plan) if readable else ()
