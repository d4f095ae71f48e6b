"""Where a row of a flat table stands: its unit and what is above it in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from poadesk.plan import schedule
from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan
from poadesk.plan.numbering import numbers
from poadesk.plan.schedule import plan_months
from poadesk.quick_dataclass import dataclass

BETWEEN_LINES = "; "


@dataclass(frozen=True, slots=True)
class Unit:
    """The plan of a unit, at which place it stands in the file, and what is asked of it often.

    `numbers` has {row id: number} and `lines` {objective id: its strategic lines in words}.
    """

    plan: Plan
    at: int
    numbers: Mapping[str, str]
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of a flat table; what does not stand above it is None."""

    unit: Unit
    row: Any
    objective: Any = None
    goal: Any = None
    activity: Any = None


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month of an activity, also one in which nothing was written."""

    month: str
    is_in_plan: bool
    planned_thousandths: int | None
    done_thousandths: int | None
    budget_cents: int | None
    spent_cents: int | None
    weeks: str


def unit_of(plan: Plan, at: int) -> Unit:
    """Return what the tables need to know of a unit, which is the `at`-th of the file."""
    numbered = numbers(plan)
    names = {line.id: f"{numbered[line.id]} {line.name}".strip() for line in plan.strategic_lines}
    lines = {
        objective.id: BETWEEN_LINES.join(
            names[tie.strategic_line_id]
            for tie in objective.lines
            if tie.strategic_line_id in names
        )
        for objective in plan.objectives
    }
    return Unit(plan, at, numbered, lines)


def of_plan(unit: Unit) -> Iterator[Spot]:
    """Yield the one row of the plan itself."""
    yield Spot(unit, unit.plan)


def of_remarks(unit: Unit) -> Iterator[Spot]:
    """Yield what the planning office observes."""
    return (Spot(unit, remark) for remark in unit.plan.remarks)


def of_deliveries(unit: Unit) -> Iterator[Spot]:
    """Yield what was sent, received, returned and approved."""
    return (Spot(unit, delivery) for delivery in unit.plan.deliveries)


def of_objectives(unit: Unit) -> Iterator[Spot]:
    """Yield every objective."""
    return (Spot(unit, one, one) for one in unit.plan.objectives)


def of_goals(unit: Unit) -> Iterator[Spot]:
    """Yield every goal."""
    for objective, goal in _goals(unit):
        yield Spot(unit, goal, objective, goal)


def of_resources(unit: Unit) -> Iterator[Spot]:
    """Yield every resource."""
    for objective, goal in _goals(unit):
        yield from (Spot(unit, one, objective, goal) for one in goal.resources)


def of_indicators(unit: Unit) -> Iterator[Spot]:
    """Yield every indicator."""
    for objective, goal in _goals(unit):
        yield from (Spot(unit, one, objective, goal) for one in goal.indicators)


def of_activities(unit: Unit) -> Iterator[Spot]:
    """Yield every activity."""
    for objective, goal in _goals(unit):
        yield from (Spot(unit, one, objective, goal, one) for one in goal.activities)


def of_deviations(unit: Unit) -> Iterator[Spot]:
    """Yield why activities fell short."""
    for spot in of_activities(unit):
        for one in spot.activity.deviations:
            yield Spot(unit, one, spot.objective, spot.goal, spot.activity)


def of_months(unit: Unit) -> Iterator[Spot]:
    """Yield every month of every activity: those of the plan, and others that have something."""
    year = plan_months(unit.plan)
    for spot in of_activities(unit):
        for month in _months(spot.activity, year):
            yield Spot(unit, month, spot.objective, spot.goal, spot.activity)


def _goals(unit: Unit) -> Iterator[tuple[Objective, Goal]]:
    for objective in unit.plan.objectives:
        for goal in objective.goals:
            yield objective, goal


def _months(activity: Activity, year: tuple[str, ...]) -> Iterator[MonthOf]:
    records = {record.month: record for record in activity.months}
    planned, inside = schedule.planned(activity), set(year)
    for month in sorted({*year, *records, *planned}):
        record = records.get(month) or MonthRecord(id="", month=month)
        yield MonthOf(
            month,
            month in inside,
            planned.get(month, record.planned_thousandths),
            record.done_thousandths,
            record.budget_cents,
            record.spent_cents,
            " ".join(map(str, schedule.weeks_of(activity, month))),
        )
