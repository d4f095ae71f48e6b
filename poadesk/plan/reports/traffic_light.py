"""The traffic light: red, amber, green, and grey where there is nothing to judge."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.progress import INCOMPLETE
from poadesk.quick_dataclass import dataclass

RED, AMBER, GREEN, GREY = "red", "amber", "green", "grey"
LIGHT_WORDS = {
    RED: "Atrasada",
    AMBER: "En riesgo",
    GREEN: "Al día",
    INCOMPLETE: "Falta registrar",
    GREY: "Sin programación",
}


@dataclass(frozen=True, slots=True)
class LightCount:
    """How many are red, amber and green; those in grey (S.P., S.I.) are counted apart."""

    red: int
    amber: int
    green: int
    grey: int


def light(value: Fraction | None, limits: Limits) -> str:
    """Return the light of a percentage: red < 75, amber 75 to 95, green > 95 by default."""
    if value is None:
        return GREY
    if value < limits.red_below:
        return RED
    return GREEN if value > limits.green_above else AMBER


def counted_lights(lights: Iterable[str]) -> LightCount:
    """Count lights by colour."""
    seen = list(lights)
    return LightCount(*(seen.count(colour) for colour in (RED, AMBER, GREEN, GREY)))
