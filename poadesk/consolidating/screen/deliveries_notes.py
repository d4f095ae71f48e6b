"""What the office should look at among all deliveries, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.office_units import UnitRow, units_with_two_plans
from poadesk.plan.phrases import listed, quoted


def note_of(rows: Sequence[UnitRow]) -> str:
    """Say which units have two plans, come from elsewhere or were not expected, "" if none."""
    groups = units_with_two_plans(rows)
    return _of_two_plans(groups) or _of_another_entity(rows) or _of_no_list(rows)


def notes_on(row: UnitRow) -> list[str]:
    """Say what is strange about the plan of one unit."""
    notes = [f"Es de otra entidad: {quoted(row.other_entity)}."] if row.other_entity else []
    return notes if row.is_listed else [*notes, "No está en su lista de unidades esperadas."]


def _of_two_plans(groups: Sequence[list[UnitRow]]) -> str:
    if not groups:
        return ""
    if len(groups) > 1:
        names = [quoted(group[0].name) for group in groups]
        return f"Llegaron dos planes de las mismas unidades: {listed(names, 3)}."
    [group] = groups
    names = list(dict.fromkeys(row.name for row in group))
    if len(names) == 1:
        return f"Llegaron {len(group)} planes de {quoted(names[0])}. Deje solo uno."
    return f"Parecen la misma unidad con nombres distintos: {listed([quoted(n) for n in names])}."


def _of_another_entity(rows: Sequence[UnitRow]) -> str:
    found = [row for row in rows if row.other_entity]
    if len(found) == 1:
        entity = quoted(found[0].other_entity)
        return f"El plan de {quoted(found[0].name)} es de otra entidad: {entity}."
    names = [quoted(row.name) for row in found]
    return f"Hay planes de otra entidad: {listed(names, 3)}." if found else ""


def _of_no_list(rows: Sequence[UnitRow]) -> str:
    names = [quoted(row.name) for row in rows if not row.is_listed]
    if len(names) == 1:
        return f"{names[0]} no está en su lista de unidades esperadas."
    return f"No están en su lista de unidades esperadas: {listed(names, 3)}." if names else ""
