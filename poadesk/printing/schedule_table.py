"""What the schedule says: activities by objective with the words of their months."""

from __future__ import annotations

from dataclasses import field

from poadesk.plan import schedule
from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Activity, Plan
from poadesk.plan.numbering import numbers
from poadesk.printing.tables import Entry, entry_of
from poadesk.quick_dataclass import dataclass

MONTHS_IN_A_TABLE = 12


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """An activity of the schedule: per month its words, and its weeks where there are any."""

    entry: Entry
    unit: str = ""
    target: str = ""
    months: dict[str, str] = field(default_factory=dict)
    weeks: dict[str, tuple[int, ...]] = field(default_factory=dict)
    has_quantities: bool = False
    total: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleBlock:
    """An objective of the schedule and its activities."""

    objective: Entry
    rows: tuple[ScheduleRow, ...]


def schedule_blocks(plan: Plan) -> list[ScheduleBlock]:
    """Return the activities by objective with what they plan; empty objectives are left out."""
    number = numbers(plan)
    blocks = []
    for objective in plan.objectives:
        activities = [activity for goal in objective.goals for activity in goal.activities]
        if activities:
            rows = tuple(_schedule_row(activity, number) for activity in activities)
            blocks.append(ScheduleBlock(entry_of(objective, number), rows))
    return blocks


def schedule_windows(plan: Plan) -> list[tuple[str, ...]]:
    """Return the months of each schedule table: the plan year, twelve months at a time.

    A later table without anything planned is left out.
    """
    months = schedule.plan_months(plan)
    used = {month for activity in plan.activities() for month in schedule.planned(activity)}
    windows = [
        months[at : at + MONTHS_IN_A_TABLE] for at in range(0, len(months), MONTHS_IN_A_TABLE)
    ]
    return [window for at, window in enumerate(windows) if at == 0 or used & set(window)]


def _schedule_row(activity: Activity, number: dict[str, str]) -> ScheduleRow:
    planned = schedule.planned(activity)
    counted = not schedule.is_marked(activity)
    return ScheduleRow(
        entry=Entry(number[activity.id], activity.text, id=activity.id),
        unit=activity.unit_of_measure,
        target=show_quantity(activity.annual_target_thousandths),
        months={month: show_quantity(v) if counted else "X" for month, v in planned.items()},
        weeks={month: schedule.weeks_of(activity, month) for month in planned},
        has_quantities=counted,
        total=show_quantity(schedule.total(activity)) if planned else "",
    )
