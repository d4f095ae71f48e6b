"""How the window calls a unit in one line."""

from __future__ import annotations

from poadesk.plan.model import Plan

NAMELESS = "Unidad sin nombre"


def unit_name(plan: Plan) -> str:
    """Return the name of a plan's unit in one line, or what stands for it."""
    return " ".join(plan.unit.split()) or NAMELESS
