"""Plans of units, the files in which they are handed over, and what an office then has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from poadesk.consolidating.batch import Outcome, consolidate
from poadesk.plan.frozen import digest
from poadesk.plan.model import (
    Activity,
    CatalogueItem,
    Delivery,
    Goal,
    MonthRecord,
    Objective,
    Plan,
    rows_under,
)
from poadesk.plan.office import plans_of_units
from poadesk.planfile.plan_file import PlanFile


def unit_plan(unit: str, *activities: str, **values: object) -> Plan:
    """Make the plan of a unit with these activities; its ids come from the name `key`."""
    key = str(values.pop("key", unit))
    rows = tuple(
        Activity(
            id=f"{key} activity {at}",
            position=at,
            text=text,
            months=(
                MonthRecord(
                    id=f"{key} month {at}", month="2027-03", planned_thousandths=1000 * (at + 1)
                ),
            ),
        )
        for at, text in enumerate(activities or ("Atender a la población",))
    )
    goal = Goal(id=f"{key} goal", text="Atender a todos", activities=rows)
    objective = Objective(id=f"{key} objective", text="Mejorar el servicio", goals=(goal,))
    own = {"year_label": "2027", "entity": "Alcaldía de Prueba", **values}
    return Plan(id=f"{key} plan", unit=unit, objectives=(objective,), **own)  # type: ignore[arg-type]


def kit(*units: str, **values: object) -> Plan:
    """Make what the office gives to all, with the units that it expects."""
    catalogue = tuple(
        CatalogueItem(id=f"kit unit {at}", position=at, name=name) for at, name in enumerate(units)
    )
    own = {"year_label": "2027", "entity": "Alcaldía de Prueba", **values}
    return Plan(id="kit", role="kit", catalogue=catalogue, **own)  # type: ignore[arg-type]


def sent(plan: Plan, revision: int = 1, at: str = "2026-11-10 08:00") -> Plan:
    """Return a plan as the order to send it leaves it."""
    told = digest(plan)
    delivery = Delivery(
        id=f"{plan.id} sent {revision} {at}",
        position=len(plan.deliveries),
        revision=revision,
        at=at,
        digest=told,
    )
    deliveries = (*plan.deliveries, delivery)
    return replace(plan, state="delivered", revision=revision, deliveries=deliveries)


def file_with(path: Path, *plans: Plan) -> Path:
    """Write plans into a file of their own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with PlanFile.create(path) as file:
        file.begin_with(plans)
    return path


def read(path: Path) -> tuple[Plan, ...]:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()


def of_units(path: Path) -> tuple[Plan, ...]:
    return plans_of_units(read(path))


def receive(office: Path, *sources: Path, **options: object) -> Outcome:
    return consolidate(office, sources, **options)  # type: ignore[arg-type]


def states(outcome: Outcome) -> dict[str, str]:
    """Return {name of the file: what it was to the office}."""
    return {one.file.name: one.state for one in outcome.accepted}


def kinds(outcome: Outcome) -> dict[str, str]:
    """Return {name of the file: why it was refused}."""
    return {one.file.name: one.kind for one in outcome.rejected}


def texts(plans: Iterable[Plan]) -> set[str]:
    """Return the words of every activity."""
    return {row.text for plan in plans for _, row in rows_under(plan) if isinstance(row, Activity)}
