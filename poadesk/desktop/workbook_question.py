"""What a workbook has to be told about, cell by cell, and whether it is brought all the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from poadesk.tracking.workbook.problems import ERROR
from poadesk.tracking.workbook.reading import Workbook
from poadesk.tracking.workbook.updating import Update
from poadesk.widgets.dialogs import Question
from poadesk.widgets.theme import theme

_LEAST_HIGH, _MOST_HIGH, _WIDE = 96, 320, 520  # pixels of the list at 100 % text size
_LEAVE, _BRING = ("leave", "No traer nada"), ("bring", "Traer lo demás")


def ask_about(parent: QWidget, name: str, workbook: Workbook, can_be_brought: bool) -> bool:
    """List the problems of a workbook; say whether the person wants what is good of it."""
    lines = [str(problem) for problem in workbook.problems]
    if not can_be_brought:
        means = "No se cambió nada. Corrija estas celdas y traiga el libro otra vez."
        _ask(parent, f"“{name}” no se puede traer", means, lines, [("leave", "Entendido")])
        return False
    if workbook.has_errors:
        count = sum(problem.severity == ERROR for problem in workbook.problems)
        cells = "1 celda" if count == 1 else f"{count:,} celdas"
        means = (
            "Todavía no se cambió nada. Corrija el libro y tráigalo otra vez, o traiga lo demás: "
            "estas celdas dejarán lo que había."
        )
        happened = f"“{name}” tiene {cells} con problemas"
        return _ask(parent, happened, means, lines, [_BRING, _LEAVE]) == "bring"
    means = "Todas las celdas se entienden. Vea primero cómo se entendieron estas."
    choices = [_LEAVE, ("bring", "Traer el libro")]
    return _ask(parent, f"“{name}” se puede traer", means, lines, choices) == "bring"


def show_remarks(parent: QWidget, update: Update) -> None:
    """Say what the workbook does not say of the file."""
    happened = "Se trajo el libro" if update.changes else "El libro no cambia nada"
    _ask(parent, happened, update.summary, update.remarks, [("done", "Entendido")])


def _ask(
    parent: QWidget,
    happened: str,
    means: str,
    lines: Sequence[str],
    choices: list[tuple[str, str]],
) -> str:
    dialog = Question(parent, happened, means, choices, inside=_listed(lines))
    if "leave" in dict(choices):
        dialog.chosen = "leave"  # what Esc chooses, wherever its button stands
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen


def _listed(lines: Sequence[str]) -> QPlainTextEdit:
    """Return a list to read and to copy, for whoever has to correct the workbook."""
    result = QPlainTextEdit("\n".join(lines))
    result.setReadOnly(True)
    result.setTabChangesFocus(True)
    result.setAccessibleName("Avisos del libro")
    px, line = theme().px, theme().line_height("grid")
    high = min(max(px(_LEAST_HIGH), (len(lines) + 1) * line), px(_MOST_HIGH))
    result.setMinimumSize(px(_WIDE), high)
    return result
