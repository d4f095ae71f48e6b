"""An office file to look at: units made of the example plan, received as units hand them over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from poadesk.consolidating.approving import approve
from poadesk.consolidating.batch import consolidate
from poadesk.plan.beginning import empty_kit
from poadesk.plan.model import (
    Activity,
    CatalogueItem,
    Plan,
    Row,
    child_attributes,
    declared_fields,
)
from poadesk.planfile import remark_edits
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan

UNITS = (
    "Alumbrado Público",
    "Auditoría Interna",
    "Catastro y Registro de Inmuebles",
    "Contabilidad",
    "Cuentas Corrientes y Recuperación de Mora",
    "Cuerpo de Agentes Municipales",
    "Desechos Sólidos",
    "Gerencia de Desarrollo Social, Niñez, Juventud y Personas Adultas Mayores",
    "Medio Ambiente",
    "Proyectos e Infraestructura",
)
MISSING = ("Archivo Municipal", "Comunicaciones", "Deportes y Juventud", "Mercados")
_ENTITY = "Alcaldía Municipal de Valle Claro"


def write_office_file(folder: Path) -> Path:
    """Make an office file in a folder: deliveries, second revisions, remarks and approvals."""
    path = folder / "Consolidado POA 2027.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([_kit()])
    plans = [_unit(name, at) for at, name in enumerate(UNITS)]
    consolidate(path, list(_written(folder / "primera", plans)))
    _observe(path)
    again = [replace(_corrected(plan), revision=2) for plan in plans[2:6]]
    consolidate(path, list(_written(folder / "segunda", again)))
    _approve(path, UNITS[1:8:3])
    return path


def _kit() -> Plan:
    names = sorted((*UNITS, *MISSING))
    units = (
        CatalogueItem(id=f"unit-{at}", position=at, kind="unit", name=name)
        for at, name in enumerate(names)
    )
    example = example_plan()
    return replace(
        empty_kit("poa", "2027-01"),
        entity=_ENTITY,
        logo=example.logo,
        due_on="20 de noviembre",
        strategic_lines=(),
        catalogue=tuple(units),
    )


def _unit(name: str, at: int) -> Plan:
    """Return the example as the plan of another unit, smaller or larger by its place."""
    example = with_follow_up(example_plan())
    kept = example.objectives[: 1 + at % len(example.objectives)]
    ids = {objective.id for objective in kept}
    items = tuple(
        replace(item, objectives=tuple(tie for tie in item.objectives if tie.objective_id in ids))
        for item in example.swot_items
    )
    plan = replace(example, entity=_ENTITY, unit=name, objectives=kept, swot_items=items)
    own: Plan = _renamed(plan, f"u{at}-")
    return own


def _renamed(row: Any, prefix: str) -> Any:
    """Return a row and all below it with a prefix before every id."""
    changed: dict[str, Any] = {"id": prefix + row.id}
    for name in declared_fields(row.TABLE):
        if name.endswith("_id") and getattr(row, name):
            changed[name] = prefix + getattr(row, name)
    for attribute in child_attributes(row.TABLE).values():
        below: tuple[Row, ...] = getattr(row, attribute)
        changed[attribute] = tuple(_renamed(child, prefix) for child in below)
    return replace(row, **changed)


def _corrected(plan: Plan) -> Plan:
    """Return a plan with other words in its introduction and in its first activity."""
    objective = plan.objectives[0]
    goal = objective.goals[0]
    activity: Activity = replace(goal.activities[0], responsible="Encargada de ventanilla")
    goal = replace(goal, activities=(activity, *goal.activities[1:]))
    objective = replace(objective, goals=(goal, *objective.goals[1:]))
    words = plan.introduction.replace("contribuyentes", "contribuyentes de catorce barrios", 1)
    return replace(plan, introduction=words, objectives=(objective, *plan.objectives[1:]))


def _written(folder: Path, plans: Iterable[Plan]) -> Iterable[Path]:
    folder.mkdir()
    for plan in plans:
        path = folder / f"POA 2027 {plan.unit}, revisión {plan.revision}.sqlite"
        with PlanFile.create(path) as file:
            file.begin_with([plan])
        yield path


def _observe(path: Path) -> None:
    """Write remarks on some plans; one of them is answered."""
    with PlanFile.open(path) as file:
        for plan in file.read():
            if plan.unit not in UNITS[2::2]:
                continue
            question = "¿Cuántos barrios son? Más abajo dice catorce."
            _write(file, plan.id, plan.id, "introduction", question)
            remark = _now(file, plan.id).remarks[0]
            with file.step("Responder") as step:
                remark_edits.answer(step, remark, "Son catorce. Ya se corrigió la introducción.")
            activity = next(plan.activities())
            _write(file, plan.id, activity.id, "text", "¿Con qué vehículo se harán las visitas?")
            with file.step("Observar") as step:
                step.put("plan", plan.id, state="observed")


def _write(file: PlanFile, plan_id: str, row_id: str, field: str, text: str) -> None:
    plan = _now(file, plan_id)
    with file.step("Observar") as step:
        remark_edits.write(step, plan, row_id, field, text, "2026-11-12 09:00")


def _now(file: PlanFile, plan_id: str) -> Plan:
    return next(plan for plan in file.read() if plan.id == plan_id)


def _approve(path: Path, units: Iterable[str]) -> None:
    with PlanFile.open(path) as file:
        for plan in file.read():
            if plan.unit in units:
                with file.step("Aprobar") as step:
                    approve(step, plan, datetime.now())
