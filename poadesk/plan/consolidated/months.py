"""The year of the institution: its months, and how many activities each unit has in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poadesk.plan import calendar, schedule
from poadesk.plan.model import Plan

_LONGEST_SPAN = 120  # months; plans of years that lie farther apart have a gap between them


def months_of(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return the months of the years of all plans, in order and without a gap."""
    touched = sorted({month for plan in plans for month in schedule.readable_months(plan)})
    if not touched:
        return ()
    first, last = touched[0], touched[-1]
    count = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    return calendar.months(first, count) if count <= _LONGEST_SPAN else tuple(touched)


def activities_by_month(plan: Plan, months: Sequence[str]) -> tuple[int, ...]:
    """Return how many activities of a plan have something planned in each of the months."""
    counts = dict.fromkeys(months, 0)
    for activity in plan.activities():
        for month in schedule.planned(activity):
            if month in counts:
                counts[month] += 1
    return tuple(counts.values())
