"""An office file of many units, made from the example plan, for tests and for looking."""

from __future__ import annotations

import itertools
from dataclasses import fields, replace
from functools import cache
from typing import Any

from poadesk.plan.model import (
    CatalogueItem,
    Delivery,
    Plan,
    Remark,
    Row,
    StrategicLine,
    child_attributes,
)
from poadesk.plan.verification import verification_code
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan

ENTITY = "Alcaldía Municipal de Valle Claro"
UNITS = (
    "Alumbrado Público",
    "Auditoría Interna",
    "Catastro y Registro de Inmuebles",
    "Contabilidad",
    "Cuentas Corrientes y Recuperación de Mora",
    "Cuerpo de Agentes Municipales",
    "Desechos Sólidos",
    "Gerencia de Desarrollo Social, Niñez, Juventud y Personas Adultas Mayores",
    "Informática",
    "Medio Ambiente",
    "Proyectos e Infraestructura",
    "Registro del Estado Familiar",
)
MISSING = ("Comunicaciones", "Deportes y Juventud", "Mercados")
STATES = ("delivered", "approved", "observed", "delivered")


def office(units: tuple[str, ...] = UNITS, **fields: Any) -> tuple[Plan, ...]:
    """The kit and each unit's plan, received, approved or observed in turn; three are missing."""
    received = tuple(unit_plan(name, at) for at, name in enumerate(units))
    return (kit(units, **fields), *received)


def kit(units: tuple[str, ...] = UNITS, **fields: Any) -> Plan:
    """What the office gives to all: the lines of the example, and the units that it expects."""
    example = _example()
    names = sorted((*units, *MISSING))
    facts: dict[str, Any] = {
        "id": "kit",
        "role": "kit",
        "entity": ENTITY,
        "logo": example.logo,
        "title": "Plan Operativo Anual",
        "year_label": example.year_label,
        "first_month": example.first_month,
        "responsible": "Lic. Andrea Menjívar Solano",
        "responsible_position": "Jefa de Planificación",
        "place": "Valle Claro",
        "drafted_on": "Diciembre de 2026",
        "due_on": "20 de noviembre de 2026",
        "strategy_source": example.strategy_source,
        "strategic_lines": tuple(
            StrategicLine(id=f"kit-line-{at}", name=line.name, objective=line.objective)
            for at, line in enumerate(example.strategic_lines)
        ),
        "catalogue": tuple(
            CatalogueItem(id=f"expected-{at}", position=at, kind="unit", name=name)
            for at, name in enumerate(names)
        ),
    }
    return Plan(**(facts | fields))


def unit_plan(name: str, at: int = 0, **fields: Any) -> Plan:
    """The example as the plan of another unit, smaller or larger by its place in the list."""
    whole = _renamed_example(f"u{at}")
    state = STATES[at % len(STATES)]
    objectives = whole.objectives[: 1 + at % len(whole.objectives)]
    if at % 5 == 4:  # answers to no line
        objectives = (replace(objectives[0], lines=()), *objectives[1:])
    facts: dict[str, Any] = {
        "position": at + 1,
        "entity": ENTITY,
        "unit": name,
        "unit_code": f"{at + 1:02d}",
        "state": state,
        "revision": 1 + at % 3,
        "objectives": objectives,
        "remarks": _remarks(at) if state == "observed" else (),
    }
    made = _with_ties_kept(replace(whole, **(facts | fields)))
    return replace(made, deliveries=(_received(made, at),))


def _with_ties_kept(plan: Plan) -> Plan:
    """Leave out the ties to objectives that the plan does not have any more."""
    ids = {objective.id for objective in plan.objectives}
    items = tuple(
        replace(item, objectives=tuple(tie for tie in item.objectives if tie.objective_id in ids))
        for item in plan.swot_items
    )
    return replace(plan, swot_items=items)


def renamed(plan: Plan, prefix: str) -> Plan:
    """The same plan with ids of its own, so that several stand in one file."""
    numbers = itertools.count()
    ids: dict[str, str] = {}
    made = _with_ids(plan, ids, numbers, prefix)
    assert isinstance(made, Plan)
    tied = _tied(made, ids)
    assert isinstance(tied, Plan)
    return tied


@cache
def _renamed_example(prefix: str) -> Plan:
    return renamed(_example(), prefix)


@cache
def _example() -> Plan:
    return with_follow_up(example_plan())


def _with_ids(row: Row, ids: dict[str, str], numbers: Any, prefix: str) -> Row:
    ids[row.id] = f"{prefix}-{next(numbers)}"
    children = {
        name: tuple(_with_ids(child, ids, numbers, prefix) for child in getattr(row, name))
        for name in child_attributes(row.TABLE).values()
    }
    return replace(row, id=ids[row.id], **children)


def _tied(row: Row, ids: dict[str, str]) -> Row:
    """Let ties between rows lead to the new ids."""
    ties = [f.name for f in fields(row) if f.name in ("strategic_line_id", "objective_id")]
    changed: dict[str, Any] = {name: ids.get(getattr(row, name), "") for name in ties}
    for name in child_attributes(row.TABLE).values():
        changed[name] = tuple(_tied(child, ids) for child in getattr(row, name))
    return replace(row, **changed)


def _received(plan: Plan, at: int) -> Delivery:
    return Delivery(
        id=f"{plan.id}-delivery",
        event="received",
        revision=plan.revision,
        at=f"2026-11-{at % 20 + 1:02d} 08:2{at % 10}",
        code=verification_code(plan),
        file_name=f"POA 2027 {plan.unit}.sqlite",
        errors=at % 3,
        warnings=at % 6,
        activities=sum(1 for _ in plan.activities()),
    )


def _remarks(at: int) -> tuple[Remark, ...]:
    states = ("open", "answered", "resolved")
    return tuple(
        Remark(id=f"u{at}-remark-{number}", text="¿Cuántos barrios son?", state=state)
        for number, state in enumerate(states)
    )
