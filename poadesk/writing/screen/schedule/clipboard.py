"""Copies the chosen cells for Excel, and takes what Excel copied."""

from __future__ import annotations

from functools import partial

from poadesk.plan import blocks
from poadesk.plan.fields import UnreadableError
from poadesk.plan.phrases import quoted
from poadesk.plan.schedule import MARK
from poadesk.widgets import grid_clipboard
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.block import Block
from poadesk.writing.screen.schedule.columns import Columns
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.rows import ScheduleRow


def copy(block: Block) -> None:
    """Put the chosen cells on the clipboard, with tabs between them."""
    comma = grid_clipboard.decimal_comma()
    grid_clipboard.copy([[_cell(row, at, block, comma) for at in block.span] for row in block.rows])


def cut(open_plan: OpenPlan, block: Block) -> None:
    """Copy the chosen cells, then clear them."""
    copy(block)
    commands.clear(open_plan, block, "Cortar")


def paste(open_plan: OpenPlan, model: ScheduleModel, block: Block) -> Block | None:
    """Write what was copied from the first chosen cell on; return the cells it took.

    A block that fits several times into the chosen cells fills them all. None when there is
    nothing to paste. Raises `CannotPasteError`, and then nothing was changed.
    """
    copied, columns = grid_clipboard.copied_cells(), block.columns
    if copied is None:
        return None
    lines, span = grid_clipboard.taken_by(copied, model, block.rows, block.span)
    rows = tuple(model.rows[at] for at in lines)
    wanted = grid_clipboard.amounts_of(copied, rows, span, partial(_value, columns))
    changes = commands.changed(open_plan, columns, wanted)
    label = commands.label_of(open_plan, columns, "Pegar {} en {}", changes)
    commands.put(open_plan, columns, changes, label)
    return Block(rows, span, columns)


def _value(columns: Columns, row: ScheduleRow, column: int, text: str) -> int:
    try:
        if columns.by_week:
            return blocks.read_mark(text)
        return blocks.read_cell(text, grid_clipboard.decimal_comma())
    except UnreadableError as error:
        place = f"{columns.cell(row.id, column).words} de {row.number}"
        what = "no es una cantidad"
        if columns.by_week:
            what = "no es una marca; por semanas solo se marca con X"
        raise grid_clipboard.CannotPasteError(
            f"No se pegó nada: en {place} dice {quoted(text)}, que {what}."
        ) from error


def _cell(row: ScheduleRow, column: int, block: Block, comma: bool) -> str:
    value = row.values.get(column)
    if not value:
        return ""
    if block.columns.by_week or (value == MARK and not row.has_unit):
        return "X"
    return blocks.number_for_excel(value, comma)
