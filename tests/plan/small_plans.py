"""Plans for the tests, written in a line: sound unless a test asks for something else."""

from __future__ import annotations

from typing import Any

from poadesk.plan.model import (
    QUADRANTS,
    Activity,
    Goal,
    Indicator,
    MonthRecord,
    Objective,
    Plan,
    Resource,
    SwotItem,
    SwotObjective,
    WeekMark,
    new_id,
)

_TEXTS = iter(f"Tarea número {n} de la prueba {n * 7} y {n * 31}" for n in range(10**9))


def activity(months: dict[int, float] | None = None, **values: Any) -> Activity:
    """Make an activity with planned quantities by number of the month of 2027."""
    target = values.pop("target", None)
    months = {3: 1} if months is None else months
    records = tuple(
        MonthRecord(
            id=new_id(),
            position=position,
            month=f"2027-{month:02d}",
            planned_thousandths=round(quantity * 1000),
        )
        for position, (month, quantity) in enumerate(months.items())
    )
    values.setdefault("text", next(_TEXTS))
    values.setdefault("responsible", "Jefatura")
    values.setdefault("unit_of_measure", values.pop("unit", ""))
    values.setdefault("annual_target_thousandths", None if target is None else target * 1000)
    return Activity(id=new_id(), months=records, **values)


def weekly(*marks: tuple[int, int], **values: Any) -> Activity:
    """Make an activity with marked weeks, given as (month, week)."""
    weeks = tuple(
        WeekMark(id=new_id(), position=at, month=f"2027-{month:02d}", week=week)
        for at, (month, week) in enumerate(marks)
    )
    return activity({}, weeks=weeks, **values)


def goal(*activities: Activity, **values: Any) -> Goal:
    """Make a goal with an indicator and a resource."""
    values.setdefault("text", "Atender a todos")
    values.setdefault("indicators", (Indicator(id=new_id(), text="Personas atendidas"),))
    values.setdefault("resources", (Resource(id=new_id(), text="Papel"),))
    values.setdefault("activities", activities or (activity(),))
    return Goal(id=new_id(), **values)


def objective(*goals: Goal, **values: Any) -> Objective:
    """Make an objective."""
    values.setdefault("text", "Servir mejor")
    values.setdefault("goals", goals or (goal(),))
    return Objective(id=new_id(), **values)


def swot(objectives: tuple[Objective, ...]) -> tuple[SwotItem, ...]:
    """Make a SWOT with one item in each quadrant, answered by the first objective."""
    return tuple(
        SwotItem(
            id=new_id(),
            quadrant=quadrant,
            text=f"Algo que pasa ({quadrant})",
            objectives=tuple(
                SwotObjective(id=new_id(), objective_id=one.id) for one in objectives[:1]
            ),
        )
        for quadrant in QUADRANTS
    )


def plan(*objectives: Objective, **values: Any) -> Plan:
    """Make a plan for 2027 without findings, unless `objectives` or `values` bring some."""
    objectives = objectives or (objective(),)
    usual = {
        "objectives": objectives,
        "entity": "Alcaldía de Prueba",
        "unit": "Mercados",
        "year_label": "2027",
        "responsible": "Ana Ruiz",
        "place": "Prueba",
        "drafted_on": "Noviembre de 2026",
        "general_objective": "Que el mercado esté limpio y ordenado.",
        "swot_items": swot(objectives),
    }
    return Plan(id=new_id(), **(usual | values))
