"""How a unit is called where its name stands in one line, or where it has none."""

from __future__ import annotations

from poadesk.plan.model import Plan

NAMELESS = "Unidad sin nombre"


def unit_name(plan: Plan) -> str:
    """Return the name of a plan's unit in one line, or what stands for it."""
    return named(plan.unit)


def named(unit: str) -> str:
    """Return the name of a unit in one line, or what stands for it."""
    return " ".join(unit.split()) or NAMELESS
