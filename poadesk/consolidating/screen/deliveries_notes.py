"""What the office should look at among all deliveries, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.office_units import UnitRow, units_with_two_plans
from poadesk.plan.phrases import listed, quoted


def note_of(rows: Sequence[UnitRow]) -> str:
    """Say which units have two plans, "" if none has."""
    groups = units_with_two_plans(rows)
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
