"""What an activity has recorded month by month, and what is missing or overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from poadesk.plan import schedule
from poadesk.plan.model import Activity
from poadesk.plan.reports.limits import ALL_MONTHS, Limits
from poadesk.quick_dataclass import dataclass

# What is known of an amount in each month; None is "not recorded".
Amounts = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """The four amounts of an activity by month, in thousandths and cents; absent is unknown."""

    planned: dict[str, int]
    done: dict[str, int]
    budget: dict[str, int]
    spent: dict[str, int]

    def planned_in(self, months: Iterable[str]) -> tuple[int, ...]:
        """Return what is planned in each month; an empty month counts as 0 (rules.md, 4)."""
        return tuple(self.planned.get(month, 0) for month in months)

    def done_in(self, months: Iterable[str]) -> Amounts:
        """Return what was done in each month, None where it is not recorded."""
        return tuple(self.done.get(month) for month in months)

    def budget_in(self, months: Iterable[str]) -> tuple[int, ...]:
        """Return the budget of each month; an empty month counts as 0."""
        return tuple(self.budget.get(month, 0) for month in months)

    def spent_in(self, months: Iterable[str]) -> Amounts:
        """Return what was spent in each month, None where it is not recorded."""
        return tuple(self.spent.get(month) for month in months)


def records_of(activity: Activity) -> Records:
    """Return the amounts of an activity by month."""
    done: dict[str, int] = {}
    budget: dict[str, int] = {}
    spent: dict[str, int] = {}
    for record in activity.months:
        for into, amount in (
            (done, record.done_thousandths),
            (budget, record.budget_cents),
            (spent, record.spent_cents),
        ):
            if amount is not None:
                into[record.month] = amount
    return Records(schedule.planned(activity), done, budget, spent)


def total(amounts: Iterable[int | None]) -> int | None:
    """Return the sum of what is recorded; None when nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def missing_months(records: Records, months: Iterable[str], limits: Limits) -> tuple[str, ...]:
    """Return the months without a record of what was done, of those that need one."""
    every = limits.recorded_months == ALL_MONTHS
    return tuple(
        month
        for month in months
        if month not in records.done and (every or records.planned.get(month))
    )


def overdue_months(
    records: Records, months: Iterable[str], limits: Limits, today: date
) -> tuple[str, ...]:
    """Return the missing months whose deadline has passed."""
    missing = missing_months(records, months, limits)
    return tuple(month for month in missing if limits.is_overdue(month, today))
