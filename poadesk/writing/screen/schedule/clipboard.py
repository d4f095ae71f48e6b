"""Copies the chosen cells for Excel, and takes what Excel copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from poadesk.plan import blocks
from poadesk.plan.fields import UnreadableError
from poadesk.plan.phrases import quoted
from poadesk.plan.schedule import MARK
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.block import Block, Wanted
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.rows import ScheduleRow


class CannotPasteError(ValueError):
    """What was copied does not fit or cannot be read; the message is a sentence for the person."""


def copy(block: Block) -> None:
    """Put the chosen cells on the clipboard, with tabs between them."""
    comma = _decimal_comma()
    rows = [[_cell(row, at, block, comma) for at in block.span] for row in block.rows]
    QGuiApplication.clipboard().setText(blocks.written(rows))


def cut(open_plan: OpenPlan, block: Block) -> None:
    """Copy the chosen cells, then clear them."""
    copy(block)
    commands.clear(open_plan, block, "Cortar")


def paste(open_plan: OpenPlan, model: ScheduleModel, block: Block) -> Block | None:
    """Write what was copied from the first chosen cell on; return the cells it took.

    A block that fits several times into the chosen cells fills them all. None when there is
    nothing to paste. Raises `CannotPasteError`, and then nothing was changed.
    """
    text = QGuiApplication.clipboard().text()
    if not text:
        return None
    copied = blocks.cells(text)
    target = _target(model, block, copied)
    wanted = _read(open_plan, target, copied)
    changes = commands.changed(open_plan, block.columns, wanted)
    label = commands.label_of(open_plan, block.columns, "Pegar {} en {}", changes)
    commands.put(open_plan, block.columns, changes, label)
    return target


def _target(model: ScheduleModel, block: Block, copied: Sequence[Sequence[str]]) -> Block:
    """Return the cells that a paste takes; raise `CannotPasteError` where there are not enough."""
    wide = _times(max(map(len, copied)), len(block.span))
    high = _times(len(copied), len(block.rows))
    first, columns = block.span.start, block.columns
    room = columns.count - first
    if wide > room:
        raise CannotPasteError(
            f"No se pegó nada: lo copiado tiene {wide} columnas y desde {columns.name(first)}"
            f" solo hay {room}."
        )
    row = block.rows[0]
    lines = model.lines(model.line_of(row.id) or 0, len(model.rows))
    if high > len(lines):
        raise CannotPasteError(
            f"No se pegó nada: lo copiado tiene {high} filas y desde {row.number}"
            f" solo hay {len(lines)}."
        )
    return Block(tuple(model.rows[at] for at in lines[:high]), range(first, first + wide), columns)


def _read(open_plan: OpenPlan, target: Block, copied: Sequence[Sequence[str]]) -> Wanted:
    wanted: Wanted = {}
    wide = max(map(len, copied))
    for at, row in enumerate(target.rows):
        texts = copied[at % len(copied)]
        filling = wanted[row.id] = {}
        for column in target.span:
            place = (column - target.span.start) % wide
            if place < len(texts):
                filling[column] = _value(row, column, target, texts[place])
    return wanted


def _value(row: ScheduleRow, column: int, target: Block, text: str) -> int:
    try:
        if target.columns.by_week:
            return blocks.read_mark(text)
        return blocks.read_cell(text, _decimal_comma())
    except UnreadableError as error:
        place = f"{target.columns.cell(row.id, column).words} de {row.number}"
        what = "no es una cantidad"
        if target.columns.by_week:
            what = "no es una marca; por semanas solo se marca con X"
        raise CannotPasteError(
            f"No se pegó nada: en {place} dice {quoted(text)}, que {what}."
        ) from error


def _times(copied: int, chosen: int) -> int:
    """Return how many rows or columns are taken: all that are chosen, where it comes out even."""
    return chosen if chosen % copied == 0 else copied


def _cell(row: ScheduleRow, column: int, block: Block, comma: bool) -> str:
    value = row.values.get(column)
    if not value:
        return ""
    if block.columns.by_week or (value == MARK and not row.has_unit):
        return "X"
    return blocks.number_for_excel(value, comma)


def _decimal_comma() -> bool:
    """Say whether Excel on this computer takes a comma for decimals."""
    return QLocale.system().decimalPoint() == ","
