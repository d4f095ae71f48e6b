"""The label of an action's efficacy and the paragraph that its table says, in words.

Both come from the exact figures of the table, so that neither can contradict it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from poadesk.plan.fields import show_quantity
from poadesk.plan.phrases import listed, spelled
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import WHOLE, shown

if TYPE_CHECKING:
    from poadesk.plan.reports.evaluation import Area

UNDERVALUED = "META SUBVALUADA"
REACHED = "META CUMPLIDA"
ACCEPTABLE = "META PARCIALMENTE CUMPLIDA, ACEPTABLE"
INSUFFICIENT = "META INSUFICIENTE"
NOT_PLANNED = "No programada para el periodo en evaluación"
_GAP = "\u00a0"


def label_of(value: Fraction | None, limits: Limits) -> str | None:
    """Return the label of an exact percentage; None without planning."""
    if value is None:
        return None
    if value > WHOLE:
        return UNDERVALUED
    if value == WHOLE:
        return REACHED
    return ACCEPTABLE if value >= limits.efficacy_cut else INSUFFICIENT


def shown_efficacy(value: Fraction, limits: Limits) -> str:
    """Show a percentage in whole numbers, with decimals where they decide the label: `108`."""
    return shown(value, 0, (WHOLE, limits.efficacy_cut))


def paragraph(areas: Sequence[Area], planned: int, done: int, limits: Limits) -> str:
    """Say in words what the table of an action shows, or that nothing was planned in it."""
    counted = [area for area in areas if area.percent is not None]
    if not counted:
        return NOT_PLANNED
    total = Fraction(done * 100, planned)
    result = f"Resultado: {label_of(total, limits)}."
    sentences = _contributions(counted, planned, done, limits)
    return " ".join([*sentences, *_apart(areas, counted), result])


def _contributions(counted: Sequence[Area], planned: int, done: int, limits: Limits) -> list[str]:
    figures = f"{show_quantity(done)} de {show_quantity(planned)}"
    value = _with_sign(Fraction(done * 100, planned), limits)
    if len(counted) == 1:
        return [f"Contribuyó una sola área, {_name(counted[0])}: ejecutó {figures}, el {value}."]
    return [
        f"Contribuyeron {spelled(len(counted), feminine=True)} áreas.",
        _under_the_target(counted, limits),
        f"En conjunto se ejecutaron {figures}, el {value}.",
    ]


def _under_the_target(counted: Sequence[Area], limits: Limits) -> str:
    under = [
        (_name(area), _with_sign(area.percent, limits))
        for area in counted
        if area.percent is not None and area.percent < WHOLE
    ]
    whole = f"100{_GAP}%"
    if not under:
        return f"Todas llegaron al {whole} o lo pasaron."
    if len(under) == 1:
        name, value = under[0]
        return f"Solo {name} quedó por debajo del {whole}, con el {value}."
    parts = [f"{name} ({value})" for name, value in under]
    everyone = "Todas quedaron" if len(under) == len(counted) else "Quedaron"
    return f"{everyone} por debajo del {whole}: {listed(parts, most=len(parts))}."


def _with_sign(value: Fraction, limits: Limits) -> str:
    return f"{shown_efficacy(value, limits)}{_GAP}%"


def _apart(areas: Sequence[Area], counted: Sequence[Area]) -> list[str]:
    """Say which areas had no planning, and how many months nobody recorded."""
    sentences = []
    idle = [_name(area) for area in areas if area.percent is None]
    if idle:
        verb = "tenía" if len(idle) == 1 else "tenían"
        sentences.append(f"No {verb} nada programado en el periodo: {listed(idle, len(idle))}.")
    missing = sum(area.missing for area in counted)
    if missing:
        months = "un mes" if missing == 1 else f"{missing:,} meses"
        verb = "cuenta" if missing == 1 else "cuentan"
        sentences.append(f"Falta registrar {months}, que {verb} como cero.")
    return sentences


def _name(area: Area) -> str:
    return " ".join(area.unit.split()) or "un área sin nombre"
