"""What the planning office gives to every unit: the plan that begins with it, and its protection.

A row that is given has an id that follows from the plan and from the row of the kit, so that a
newer kit finds it again. `kit_parts` of the plan name the given rows with their given fields; all
else in the plan is the unit's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from poadesk.plan.folding import same_words
from poadesk.plan.frozen import digest
from poadesk.plan.model import (
    CatalogueItem,
    Goal,
    KitPart,
    Objective,
    ObjectiveLine,
    Plan,
    Programme,
    Row,
    StrategicLine,
    declared_fields,
    new_id,
    rows_under,
)
from poadesk.plan.office import KIT

_NAMES = "5b0a7f0e-7a3f-4f0c-9a53-0d6c2b8f1e71"
_ALWAYS_GIVEN = (
    "profile",
    "title",
    "year_label",
    "first_month",
    "month_count",
    "schedule_step",
    "currency",
    "due_on",
    "red_below_hundredths",
    "green_above_hundredths",
    "efficacy_cut_hundredths",
    "cause_below_hundredths",
    "recording_months",
    "recorded_months",
)
# What the office leaves empty is the unit's to write.
_GIVEN_IF_WRITTEN = (
    "entity",
    "logo",
    "strategy_source",
    "reviewed_by",
    "reviewed_position",
    "authorized_by",
    "authorized_position",
)
# Where a plan begins with the words of the office and goes on with those of the unit.
_ONLY_TO_BEGIN_WITH = ("place", "introduction", "general_objective")
_GIVEN_OF_ROWS: dict[type[Row], tuple[str, ...]] = {Goal: ("code", "text")}


class KitRefusedError(ValueError):
    """A kit that cannot be used for a plan; `str(error)` is one Spanish sentence."""


def given_id(plan_id: str, kit_row_id: str) -> str:
    """Return the id that a row of a kit has in a plan."""
    import uuid  # local, as in `new_id`

    return str(uuid.uuid5(uuid.UUID(_NAMES), f"{plan_id} {kit_row_id}"))


def plan_from_kit(kit: Plan, unit: str = "", unit_code: str = "") -> Plan:
    """Return the plan of a unit that begins with what the office gives; refuse what is no kit."""
    require_kit(kit)
    plan = given_by(kit, new_id())
    return replace(
        plan,
        unit=unit,
        unit_code=unit_code,
        **{name: getattr(kit, name) for name in _ONLY_TO_BEGIN_WITH},
        kit_id=kit.id,
        kit_version=kit.revision,
        kit_parts=tuple(parts_of(plan, given_fields(kit))),
    )


def unit_named(kit: Plan, name: str) -> tuple[str, str]:
    """Return name and code of a unit as the office writes them, or the name alone as it was typed.

    Case, accents and spaces make no difference; an empty name names no unit.
    """
    wanted = same_words(name)
    for item in catalogue_names(kit, "unit") if wanted else ():
        if wanted in (same_words(item.name), same_words(item.code)):
            return item.name, item.code
    return name.strip(), ""


def given_by(kit: Plan, plan_id: str) -> Plan:
    """Return what a kit gives to the plan with this id, and nothing else."""
    values: dict[str, Any] = {name: getattr(kit, name) for name in given_fields(kit)}
    return Plan(
        id=plan_id,
        **values,
        strategic_lines=tuple(_line(line, plan_id) for line in kit.strategic_lines),
        objectives=_in_order(
            _objective(one, plan_id, kit.profile)
            for one in kit.objectives
            if one.code.strip() or one.text.strip()
        ),
        catalogue=tuple(
            replace(item, id=given_id(plan_id, item.id))
            for item in kit.catalogue
            if item.name.strip()
        ),
    )


def given_fields(kit: Plan) -> tuple[str, ...]:
    """Return the fields of the plan itself that a kit gives."""
    return (*_ALWAYS_GIVEN, *(name for name in _GIVEN_IF_WRITTEN if getattr(kit, name)))


def parts_of(given: Plan, own_fields: tuple[str, ...]) -> Iterator[KitPart]:
    """Yield what names each given row, the plan first with `own_fields`."""
    told = [(given.id, own_fields)]
    told += [(row.id, fields_given_of(row)) for _, row in rows_under(given)]
    for at, (row_id, names) in enumerate(told):
        part_id = given_id(given.id, f"part {row_id}")
        yield KitPart(id=part_id, position=at, about_id=row_id, given_fields=" ".join(names))


def fields_given_of(row: Row) -> tuple[str, ...]:
    """Return the fields that are given of a row below the plan."""
    return _GIVEN_OF_ROWS.get(type(row)) or tuple(declared_fields(row.TABLE))


def protected_fields(plan: Plan) -> dict[str, frozenset[str]]:
    """Return {row id: its fields that only the planning office changes}."""
    return {part.about_id: frozenset(part.given_fields.split()) for part in plan.kit_parts}


def is_given(plan: Plan, row_id: str) -> bool:
    """Say whether a row comes from the planning office, which alone takes it away."""
    return any(part.about_id == row_id for part in plan.kit_parts)


def require_kit(kit: Plan) -> None:
    """Refuse a plan that is not what an office gives to all."""
    if kit.role != KIT:
        raise KitRefusedError(
            "Este archivo es el plan de una unidad y no el material de Planificación. "
            "Pida el material a su oficina de Planificación."
        )


def require_newer(plan: Plan, kit: Plan) -> None:
    """Refuse a kit that has nothing new for a plan, or that is not of its office."""
    require_kit(kit)
    if not plan.kit_id:
        raise KitRefusedError(
            "Este plan no empezó con un material de Planificación, así que no hay qué poner al "
            "día. Puede empezar un plan nuevo con el material."
        )
    if kit.id != plan.kit_id:
        raise KitRefusedError(
            "Este material es de otra oficina o de otro año que el de su plan. No se cambió nada: "
            "pida a Planificación el que corresponde."
        )
    if kit.revision < plan.kit_version:
        raise KitRefusedError(
            f"Este material es la versión {kit.revision} y su plan ya tiene la "
            f"{plan.kit_version}. No se cambió nada."
        )
    if kit.revision == plan.kit_version:
        raise KitRefusedError(
            f"Su plan ya está al día: tiene la versión {kit.revision} del material."
        )


def next_version(kit: Plan) -> int:
    """Return the version under which a kit is handed out: another one when anything changed."""
    sent = [one for one in kit.deliveries if one.event == "sent"]
    if not sent:
        return max(1, kit.revision)
    return sent[-1].revision + (sent[-1].digest != digest(kit))


def handed_out(kit: Plan) -> Plan:
    """Return a kit as units get it: its next version, without its way through the office."""
    version = next_version(kit)
    return replace(
        kit,
        position=0,
        revision=version,
        kit_id=kit.id,
        kit_version=version,
        remarks=(),
        deliveries=(),
        kit_parts=(),
    )


def is_handed_out(plans: Sequence[Plan]) -> bool:
    """Say whether a file holds a kit for units to begin with, and not that of the office."""
    return len(plans) == 1 and plans[0].role == KIT and plans[0].kit_id == plans[0].id


def _line(line: StrategicLine, plan_id: str) -> StrategicLine:
    programmes = tuple(_programme(one, plan_id) for one in line.programmes)
    return replace(line, id=given_id(plan_id, line.id), programmes=programmes)


def _programme(programme: Programme, plan_id: str) -> Programme:
    return replace(programme, id=given_id(plan_id, programme.id))


def _objective(objective: Objective, plan_id: str, profile: str) -> Objective:
    """Return an objective with its ties; in a POI with its goals too, which are the AEI."""
    is_poi = profile == "poi"
    written = [one for one in objective.goals if is_poi and (one.code.strip() or one.text.strip())]
    return Objective(
        id=given_id(plan_id, objective.id),
        position=objective.position,
        code=objective.code,
        text=objective.text,
        lines=tuple(_tie(tie, plan_id) for tie in objective.lines),
        goals=_in_order(
            Goal(id=given_id(plan_id, one.id), code=one.code, text=one.text) for one in written
        ),
    )


def _tie(tie: ObjectiveLine, plan_id: str) -> ObjectiveLine:
    line_id = given_id(plan_id, tie.strategic_line_id)
    return replace(tie, id=given_id(plan_id, tie.id), strategic_line_id=line_id)


def _in_order(rows: Iterator[Any]) -> tuple[Any, ...]:
    return tuple(replace(row, position=at) for at, row in enumerate(rows))


def count_of_names(plan: Plan, kind: str) -> int:
    """Return how many names of one kind are written."""
    return len(catalogue_names(plan, kind))


def catalogue_names(plan: Plan, kind: str) -> tuple[CatalogueItem, ...]:
    """Return the names of one kind that the planning office gives, in their order.

    A row that was only begun is no name yet.
    """
    return tuple(item for item in plan.catalogue if item.kind == kind and item.name.strip())
