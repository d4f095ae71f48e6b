"""How wide the columns of a report are, and how high its rows, so that no word is cut."""

from __future__ import annotations

from poadesk.plan.reports.table import Value
from poadesk.printing.screen.reports.model import ReportModel
from poadesk.widgets.grid_text import text_width, wrapped
from poadesk.widgets.light_sign import SIDE
from poadesk.widgets.theme import theme

PAD, LEAST_ROW, SIGN_GAP = 8, 40, 6  # pixels at 100 % text size
_LEAST_NUMBER = 52
_CODE, _TEXT, _NAME, _STATE = (48, 150), (72, 190), 280, (96, 220)
_NARROW_NAME = 200
_SAMPLE = 300  # lines that are measured; a text that is wider breaks into lines


def column_width(model: ReportModel, column: int, is_narrow: bool) -> int:
    """Return the width of a column in pixels."""
    px, shown = theme().px, model.shown
    assert shown is not None
    source = model.source(column)
    if source == shown.code + 1:
        return px(_NARROW_NAME if is_narrow else _NAME)
    heading = max((text_width(word, "label") for word in model.heading(column).split()), default=0)
    room = 2 * px(PAD) + px(12)  # with the arrow of the sorting
    if not model.is_text(column):
        # The longest text is the widest but for its points and commas.
        wanted = text_width(shown.longest[source], "strong") + 2 * px(PAD) + px(4)
        return round(max(wanted, heading + room, px(_LEAST_NUMBER)))
    least, most = _TEXT
    if source == shown.code:
        least, most = _CODE
    elif source == shown.state:
        least, most = _STATE
    sign = px(SIDE) + px(SIGN_GAP) if source == shown.state else 0
    texts = {str(line.values[source] or "") for line in shown.table.lines[:_SAMPLE]}
    widest = max((text_width(text, "strong") for text in texts), default=0)
    wanted = max(widest + sign + 2 * px(PAD) + 1, heading + room, px(least))
    return round(min(wanted, max(px(most), heading + room)))


def cell_lines(model: ReportModel, row: int, column: int, width: int) -> tuple[str, ...]:
    """Return the text of a cell in lines that fit its column."""
    room = width - 2 * theme().px(PAD)
    if not model.is_text(column) and not isinstance(_value(model, row, column), str):
        return (model.text(row, column),)
    if model.sign(row, column):
        room -= theme().px(SIDE) + theme().px(SIGN_GAP)
    return wrapped(model.text(row, column), letter(model, row, column), room)


def letter(model: ReportModel, row: int, column: int) -> str:
    """Return the role of the letter of a cell."""
    return "strong" if model.is_total(row) or model.sign(row, column) else "grid"


def row_height(model: ReportModel, row: int, widths: list[int]) -> int:
    """Return the height that the longest text of a row needs."""
    lines = max(
        (
            len(cell_lines(model, row, column, width))
            for column, width in enumerate(widths)
            if model.is_text(column) or isinstance(_value(model, row, column), str)
        ),
        default=1,
    )
    return max(theme().px(LEAST_ROW), lines * theme().line_height("grid") + 2 * theme().px(PAD))


def _value(model: ReportModel, row: int, column: int) -> Value:
    return model.line(row).values[model.source(column)]
