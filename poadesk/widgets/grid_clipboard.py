"""What a grid of months copies for Excel, and which cells take what Excel copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from poadesk.plan import blocks
from poadesk.widgets.grid_model import GridModel, GridRow

Copied = Sequence[Sequence[str]]
_Row = TypeVar("_Row", bound=GridRow)
_Column = TypeVar("_Column")
_Amount = TypeVar("_Amount")


class CannotPasteError(ValueError):
    """What was copied does not fit or cannot be read; the message is a sentence for the person."""


def copy(rows: Copied) -> None:
    """Put cells on the clipboard, with tabs between them."""
    QGuiApplication.clipboard().setText(blocks.written(rows))


def copied_cells() -> Copied | None:
    """Return the cells that lie on the clipboard; None when there is nothing to paste."""
    text = QGuiApplication.clipboard().text()
    return blocks.cells(text) if text else None


def decimal_comma() -> bool:
    """Say whether Excel on this computer takes a comma for decimals."""
    return QLocale.system().decimalPoint() == ","


def taken_by(
    copied: Copied, model: GridModel, rows: Sequence[GridRow], span: range
) -> tuple[list[int], range]:
    """Return the lines and columns that a paste takes, from the first chosen cell on.

    A block that fits several times into the chosen cells fills them all. Raises
    `CannotPasteError` where there are not enough.
    """
    wide, high = _times(max(map(len, copied)), len(span)), _times(len(copied), len(rows))
    room = model.columnCount() - span.start
    if wide > room:
        raise CannotPasteError(
            f"No se pegó nada: lo copiado tiene {wide} columnas y desde"
            f" {model.headerData(span.start, Qt.Orientation.Horizontal)} solo hay {room}."
        )
    lines = model.lines(model.line_of(rows[0].id) or 0, len(model.rows))
    if high > len(lines):
        raise CannotPasteError(
            f"No se pegó nada: lo copiado tiene {high} filas y desde {rows[0].number}"
            f" solo hay {len(lines)}."
        )
    return lines[:high], range(span.start, span.start + wide)


def amounts_of(
    copied: Copied,
    rows: Sequence[_Row],
    columns: Sequence[_Column],
    read: Callable[[_Row, _Column, str], _Amount],
) -> dict[str, dict[_Column, _Amount]]:
    """Return {row id: {column: amount}} as `read` takes it from the copied cells, repeated."""
    amounts: dict[str, dict[_Column, _Amount]] = {}
    wide = max(map(len, copied))
    for at, row in enumerate(rows):
        texts = copied[at % len(copied)]
        of_row = amounts[row.id] = {}
        for place, column in enumerate(columns):
            if place % wide < len(texts):
                of_row[column] = read(row, column, texts[place % wide])
    return amounts


def _times(copied: int, chosen: int) -> int:
    """Return how many rows or columns are taken: all that are chosen, where it comes out even."""
    return chosen if chosen % copied == 0 else copied
