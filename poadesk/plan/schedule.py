"""What an activity plans in each month, by months or by weeks."""

from __future__ import annotations

from poadesk.plan import calendar
from poadesk.plan.fields import MOST_MONTHS, is_month
from poadesk.plan.model import Activity, Goal, Plan

MARK = 1000  # planned 1, in thousandths: an activity without a unit of measure shows it as X


def plan_months(plan: Plan) -> tuple[str, ...]:
    """Return the months of the plan year."""
    return calendar.months(plan.first_month, plan.month_count)


def readable_months(plan: Plan) -> tuple[str, ...]:
    """Return the months of the plan year, or none where it does not say which they are."""
    readable = is_month(plan.first_month) and 0 < plan.month_count <= MOST_MONTHS
    return plan_months(plan) if readable else ()


def planned(activity: Activity) -> dict[str, int]:
    """Return {month: thousandths} for every month with something planned.

    A month with a marked week counts as marked even when no quantity was written for it.
    """
    result = {mark.month: MARK for mark in activity.weeks} if activity.weeks else {}
    for record in activity.months:
        if quantity := record.planned_thousandths:
            result[record.month] = quantity
    return dict(sorted(result.items()))


def weeks_of(activity: Activity, month: str) -> tuple[int, ...]:
    """Return the marked weeks (1 to 4) of a month, in order."""
    return tuple(sorted(mark.week for mark in activity.weeks if mark.month == month))


def total(activity: Activity) -> int:
    """Return the sum of the planned months, in thousandths (rules.md, planned and done, 1)."""
    return sum(planned(activity).values())


def has_quantities(activity: Activity) -> bool:
    """Say whether the months carry quantities, or only an X."""
    return bool(activity.unit_of_measure.strip())


def is_marked(activity: Activity) -> bool:
    """Say whether every planned month carries no more than an X."""
    return not has_quantities(activity) and set(planned(activity).values()) <= {MARK}


def period(goal: Goal) -> str:
    """Return the goal's period: as written, or from the months of its activities."""
    if goal.period_text.strip():
        return goal.period_text
    return calendar.span(month for activity in goal.activities for month in planned(activity))
