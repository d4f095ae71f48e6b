"""Copies the chosen amounts for Excel, and takes what Excel copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from poadesk.plan import blocks, calendar
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import declared_fields
from poadesk.plan.phrases import quoted
from poadesk.plan.schedule import MARK
from poadesk.tracking.edits import BUDGET, SPENT, Wanted
from poadesk.tracking.screen import commands
from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.rows import TrackingRow
from poadesk.widgets.open_plan import OpenPlan

_MONEY = declared_fields("month_record")["spent_cents"]
_THOUSANDTHS_IN_A_CENT = 10


class CannotPasteError(ValueError):
    """What was copied does not fit or cannot be read; the message is a sentence for the person."""


def read_amount(text: str, field: str, decimal_comma: bool = False) -> int | None:
    """Return the amount typed or pasted for a field, None for nothing; `UnreadableError` else."""
    if field in (BUDGET, SPENT):
        return blocks.read_amount(text, decimal_comma, _MONEY)
    return blocks.read_quantity(text, decimal_comma)


def copy(block: Block) -> None:
    """Put the chosen cells on the clipboard, with tabs between them."""
    comma = _decimal_comma()
    rows = [[_cell(row, month, block.field, comma) for month in block.months] for row in block.rows]
    QGuiApplication.clipboard().setText(blocks.written(rows))


def paste(open_plan: OpenPlan, model: TrackingModel, block: Block) -> Block | None:
    """Record what was copied from the first chosen cell on; return the cells it took.

    A block that fits several times into the chosen cells fills them all. None when there is
    nothing to paste. Raises `CannotPasteError`, and then nothing was changed.
    """
    text = QGuiApplication.clipboard().text()
    if not text:
        return None
    copied = blocks.cells(text)
    target = _target(model, block, copied)
    commands.put(open_plan, block.field, _read(target, copied), "Pegar en {}")
    return target


def _target(model: TrackingModel, block: Block, copied: Sequence[Sequence[str]]) -> Block:
    """Return the cells that a paste takes; raise `CannotPasteError` where there are not enough."""
    wide = _times(max(map(len, copied)), len(block.months))
    high = _times(len(copied), len(block.rows))
    months = model.months[model.months.index(block.months[0]) :]
    if wide > len(months):
        raise CannotPasteError(
            f"No se pegó nada: lo copiado tiene {wide} columnas y desde"
            f" {calendar.name(months[0])} solo hay {len(months)}."
        )
    row = block.rows[0]
    lines = model.lines(model.line_of(row.id) or 0, len(model.rows))
    if high > len(lines):
        raise CannotPasteError(
            f"No se pegó nada: lo copiado tiene {high} filas y desde {row.number}"
            f" solo hay {len(lines)}."
        )
    return Block(tuple(model.rows[at] for at in lines[:high]), months[:wide], block.field)


def _read(target: Block, copied: Sequence[Sequence[str]]) -> Wanted:
    wanted: Wanted = {}
    wide = max(map(len, copied))
    for at, row in enumerate(target.rows):
        texts = copied[at % len(copied)]
        recording = wanted[row.id] = {}
        for place, month in enumerate(target.months):
            if place % wide < len(texts):
                recording[month] = _value(row, month, target.field, texts[place % wide])
    return wanted


def _value(row: TrackingRow, month: str, field: str, text: str) -> int | None:
    try:
        return read_amount(text, field, _decimal_comma())
    except UnreadableError as error:
        what = "un monto" if field in (BUDGET, SPENT) else "una cantidad"
        raise CannotPasteError(
            f"No se pegó nada: en {calendar.name(month)} de {row.number} dice {quoted(text)},"
            f" que no es {what}."
        ) from error


def _times(copied: int, chosen: int) -> int:
    """Return how many rows or columns are taken: all that are chosen, where it comes out even."""
    return chosen if chosen % copied == 0 else copied


def _cell(row: TrackingRow, month: str, field: str, comma: bool) -> str:
    value = row.amounts(field).get(month)
    if value is None:
        return ""
    if field in (BUDGET, SPENT):
        return blocks.number_for_excel(value * _THOUSANDTHS_IN_A_CENT, comma)
    if value == MARK and not row.has_unit:
        return "X"
    return blocks.number_for_excel(value, comma)


def _decimal_comma() -> bool:
    """Say whether Excel on this computer takes a comma for decimals."""
    return QLocale.system().decimalPoint() == ","
