"""Copies the chosen amounts for Excel, and takes what Excel copied."""

from __future__ import annotations

from functools import partial

from poadesk.plan import blocks, calendar
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import declared_fields
from poadesk.plan.phrases import quoted
from poadesk.plan.schedule import MARK
from poadesk.tracking.edits import BUDGET, SPENT
from poadesk.tracking.screen import commands
from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.rows import TrackingRow
from poadesk.widgets import grid_clipboard
from poadesk.widgets.open_plan import OpenPlan

_MONEY = declared_fields("month_record")["spent_cents"]
_THOUSANDTHS_IN_A_CENT = 10


def read_amount(text: str, field: str, decimal_comma: bool = False) -> int | None:
    """Return the amount typed or pasted for a field, None for nothing; `UnreadableError` else."""
    if field in (BUDGET, SPENT):
        return blocks.read_amount(text, decimal_comma, _MONEY)
    return blocks.read_quantity(text, decimal_comma)


def copy(block: Block) -> None:
    """Put the chosen cells on the clipboard, with tabs between them."""
    comma, field = grid_clipboard.decimal_comma(), block.field
    grid_clipboard.copy(
        [[_cell(row, month, field, comma) for month in block.months] for row in block.rows]
    )


def paste(open_plan: OpenPlan, model: TrackingModel, block: Block) -> Block | None:
    """Record what was copied from the first chosen cell on; return the cells it took.

    A block that fits several times into the chosen cells fills them all. None when there is
    nothing to paste. Raises `CannotPasteError`, and then nothing was changed.
    """
    copied = grid_clipboard.copied_cells()
    if copied is None:
        return None
    first = model.months.index(block.months[0])
    chosen = range(first, first + len(block.months))
    lines, span = grid_clipboard.taken_by(copied, model, block.rows, chosen)
    rows, months = tuple(model.rows[at] for at in lines), model.months[span.start : span.stop]
    read = partial(_value, block.field)
    wanted = grid_clipboard.amounts_of(copied, rows, months, read)
    commands.put(open_plan, block.field, wanted, "Pegar en {}")
    return Block(rows, months, block.field)


def _value(field: str, row: TrackingRow, month: str, text: str) -> int | None:
    try:
        return read_amount(text, field, grid_clipboard.decimal_comma())
    except UnreadableError as error:
        what = "un monto" if field in (BUDGET, SPENT) else "una cantidad"
        raise grid_clipboard.CannotPasteError(
            f"No se pegó nada: en {calendar.name(month)} de {row.number} dice {quoted(text)},"
            f" que no es {what}."
        ) from error


def _cell(row: TrackingRow, month: str, field: str, comma: bool) -> str:
    value = row.amounts(field).get(month)
    if value is None:
        return ""
    if field in (BUDGET, SPENT):
        return blocks.number_for_excel(value * _THOUSANDTHS_IN_A_CENT, comma)
    if value == MARK and not row.has_unit:
        return "X"
    return blocks.number_for_excel(value, comma)
