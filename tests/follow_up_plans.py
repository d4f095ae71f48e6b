"""Plans with their follow-up, for the tests: an activity in a line, its months by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan, new_id

# Amounts by number of the month of 2027, or from January on; None is "not recorded".
Amounts = Mapping[int, float | None] | Sequence[float | None]


def followed(
    planned: Amounts = (),
    done: Amounts = (),
    budget: Amounts = (),
    spent: Amounts = (),
    **values: Any,
) -> Activity:
    """Make an activity with quantities and money in units; months without anything get no row."""
    amounts = [
        (name, scale, _by_month(some))
        for name, scale, some in (
            ("planned_thousandths", 1000, planned),
            ("done_thousandths", 1000, done),
            ("budget_cents", 100, budget),
            ("spent_cents", 100, spent),
        )
    ]
    used = sorted({month for _, _, some in amounts for month in some})
    records = tuple(
        MonthRecord(
            id=new_id(),
            position=at,
            month=f"2027-{month:02d}",
            **{name: round(some[month] * scale) for name, scale, some in amounts if month in some},
        )
        for at, month in enumerate(used)
    )
    values.setdefault("text", "Visitar negocios")
    values.setdefault("unit_of_measure", "visita")
    return Activity(id=new_id(), months=records, **values)


def _by_month(amounts: Amounts) -> dict[int, float]:
    pairs = amounts.items() if isinstance(amounts, Mapping) else enumerate(amounts, 1)
    return {month: amount for month, amount in pairs if amount is not None}


def action(*activities: Activity, code: str = "AEI.01.01", **values: Any) -> Goal:
    """Make an action with a code."""
    values.setdefault("text", f"Acción {code}")
    return Goal(id=new_id(), code=code, activities=activities, **values)


def followed_plan(*goals: Goal | Activity, unit: str = "Cobros", **values: Any) -> Plan:
    """Make the plan of a unit for 2027 with one objective; activities stand in one action."""
    actions = tuple(one for one in goals if isinstance(one, Goal))
    loose = tuple(one for one in goals if isinstance(one, Activity))
    if loose:
        actions = (*actions, action(*loose))
    objective = Objective(id=new_id(), code="OEI.01", text="Cobrar mejor", goals=actions)
    usual = {"profile": "poi", "entity": "Municipalidad de Prueba", "first_month": "2027-01"}
    return Plan(id=new_id(), unit=unit, objectives=(objective,), **(usual | values))
