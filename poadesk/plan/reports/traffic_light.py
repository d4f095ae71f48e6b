"""The traffic light: red, amber, green; grey and not begun where there is nothing to judge."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.progress import INCOMPLETE
from poadesk.quick_dataclass import dataclass

RED, AMBER, GREEN, GREY, NOT_BEGUN = "red", "amber", "green", "grey", "not_begun"
LIGHT_WORDS = {
    RED: "Atrasada",
    AMBER: "En riesgo",
    GREEN: "Al día",
    INCOMPLETE: "Falta registrar",
    NOT_BEGUN: "Por empezar",
    GREY: "Sin programación",
}


@dataclass(frozen=True, slots=True)
class LightCount:
    """How many are red, amber and green; those not judged (S.P., S.I., not begun) are grey."""

    red: int
    amber: int
    green: int
    grey: int


def light(value: Fraction | None, limits: Limits, has_begun: bool = True) -> str:
    """Return the light of a percentage: red < 75, amber 75 to 95, green > 95 by default.

    What has not begun (`Progress.has_begun`) has a light of its own, whatever its percentage.
    """
    if value is None:
        return GREY
    if not has_begun:
        return NOT_BEGUN
    if value < limits.red_below:
        return RED
    return GREEN if value > limits.green_above else AMBER


def counted_lights(lights: Iterable[str]) -> LightCount:
    """Count lights by colour."""
    seen = [GREY if one == NOT_BEGUN else one for one in lights]
    return LightCount(*(seen.count(colour) for colour in (RED, AMBER, GREEN, GREY)))
