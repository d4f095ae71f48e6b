"""What is always said of a report: its period, its method and the limits of its colours."""

from __future__ import annotations

from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, METHODS
from poadesk.plan.reports.percent import shown
from poadesk.printing.screen.reports.making import Made

_GAP = "\u00a0"


def method_words(made: Made, short: bool = False) -> str:
    """Return the sentences, such as `Método: … Rojo: menos de 75 %.`; `short`: without limits."""
    kind, limits = made.wish.kind, made.limits
    method = METHODS[kind][:1].lower() + METHODS[kind][1:]
    words = f"{made.report.period.words().capitalize()}. Método: {method}."
    if short or kind == EXECUTION:
        return words
    if kind == EVALUATION:
        cut = shown(limits.efficacy_cut, 2)
        return (
            f"{words} Cumplida: 100{_GAP}%; aceptable: desde {cut}{_GAP}%; insuficiente: menos; "
            f"subvaluada: más de 100{_GAP}%."
        )
    red, green = shown(limits.red_below, 2), shown(limits.green_above, 2)
    return (
        f"{words} Rojo: menos de {red}{_GAP}%; verde: más de {green}{_GAP}%; ámbar: entre ambos. "
        "S.P.: sin programación; S.I.: seguimiento incompleto."
    )
