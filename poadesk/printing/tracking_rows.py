"""The rows of the tracking report: an activity, and what closes the activities of an action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.tracking import Action, TrackingRow
from poadesk.printing import faces
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Canvas, Flowable, Paragraph
from poadesk.printing.figures import (
    LEADING,
    PAD_BOTTOM,
    PAD_TOP,
    TEXT_SIZE,
    FigureLine,
    figure_width,
)
from poadesk.printing.grid import draw_line
from poadesk.printing.light_marks import draw_light
from poadesk.printing.styles import INK, LIGHTS, NAVY, style
from poadesk.printing.text import NBSP, Run, paragraph, soft
from poadesk.printing.tracking_columns import (
    PAD,
    Layout,
    action_words,
    lines_of,
    money_words,
    percent_words,
)

# From the middle of a line of figures down to its base.
_BASE = TEXT_SIZE - LEADING / 2
_MARK = 6.0


def activity_row(
    row: TrackingRow, table: Layout, limits: Limits, many_units: bool, keep: bool
) -> Row:
    """Return the row of an activity: its words, two or four lines of figures, and its mark."""
    lines = lines_of(row, table.gathered, table.beside)
    notes = _notes(row, limits, many_units, table.has_unit)
    cells = [Cell(partial(_activity, row, notes))]
    if table.has_unit:
        cells.append(Cell(partial(_unit, row)))
    return Row(
        [*cells, *[None] * len(table.figures.columns)],
        keep=keep,
        least=table.figures.least(lines) + PAD_TOP + PAD_BOTTOM,
        paint=partial(_paint, table, lines, percent_words(row.progress, limits), row.light),
        ground=table.figures.draw_ground,
        row_id=row.activity_id,
    )


def closing_row(action: Action, code: str, table: Layout, limits: Limits) -> Row:
    """Return the row with the physical and the financial execution of an action."""
    words = ActionClosing(action, code, table, limits)
    ground = partial(_closing_ground, table) if words.beside else None
    return Row([text_cell(words)], span=True, line="hair", ground=ground)


class ActionClosing(Flowable):
    """Both executions of an action, each in the column of what it sums up."""

    def __init__(self, action: Action, code: str, table: Layout, limits: Limits) -> None:
        super().__init__()
        self.action, self.table = action, table
        self.percent = action_words(action, limits)
        self.money = money_words(action.spent_total)
        financial = f"EJECUCIÓN FINANCIERA POR {code}"
        # Of one month or two the columns of money are too narrow for words.
        self.beside = table.beside and _fits(financial, self._rooms(beside=True)[1])
        rooms = self.rooms = self._rooms(self.beside)
        physical = _together(f"EJECUCIÓN FÍSICA POR {code}", rooms[0])
        financial = _together(financial, rooms[1])
        planned = _together(f"(programado {money_words(action.budget_total)})", rooms[1])
        self.words = (
            paragraph(style("tracking-closing"), physical),
            paragraph(style("tracking-closing"), financial, " ", soft(planned)),
        )

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return one line, or two where money stands below and not beside."""
        heights = [
            words.wrap(right - left, height)[1]
            for words, (left, right) in zip(self.words, self.rooms, strict=True)
        ]
        self.heights: tuple[float, float] = (heights[0], heights[1])
        self.height = max(heights) if self.beside else sum(heights)
        return width, self.height

    def draw(self) -> None:
        """Draw the words, each with its value at their right."""
        edges = self._edges()
        tops = (self.height, self.height if self.beside else self.height - self.heights[0])
        percent, money = self._columns()
        physical, financial = self.words
        physical.drawOn(self.canv, self.rooms[0][0], tops[0] - self.heights[0])
        right, middle = edges[percent + 1], tops[0] - LEADING / 2
        _draw_percent(self.canv, self.table, self.percent, self.action.light, right, middle)
        financial.drawOn(self.canv, self.rooms[1][0], tops[1] - self.heights[1])
        right = edges[money + 1] - self.table.figures.gap / 2
        self.canv.setFont(faces.NARROW_SEMIBOLD, self.table.figures.size)
        self.canv.setFillColor(INK)
        self.canv.drawRightString(right, tops[1] - TEXT_SIZE, f" {self.money}")

    def _rooms(self, beside: bool) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return from where to where the words of each execution may stand."""
        edges, (percent, money) = self._edges(), self._columns()
        physical = (0.0, edges[percent] - PAD)
        start = edges[percent + 1] + PAD if beside else 0.0
        # An amount that is wider than its column is not broken here: the words make room.
        size = self.table.figures.size
        value = edges[money + 1] - figure_width(self.money, faces.NARROW_SEMIBOLD, size) - PAD
        end = edges[money] if beside or not self.table.beside else edges[percent]
        return physical, (start, min(end, value) - PAD)

    def _columns(self) -> tuple[int, int]:
        before = self.table.figures.before
        return before + self.table.percent, before + self.table.money

    def _edges(self) -> list[float]:
        """Return the edges of the columns, from the place where the words of a row begin."""
        widths = self.table.widths
        return [sum(widths[:at]) - PAD for at in range(len(widths) + 1)]


def _together(words: str, room: tuple[float, float]) -> str:
    """Return words that stay in one line, or that may be parted where they do not fit in one."""
    return words.replace(" ", NBSP) if _fits(words, room) else words


def _fits(words: str, room: tuple[float, float]) -> bool:
    kind = style("tracking-closing")
    return figure_width(words, kind.fontName, kind.fontSize) <= room[1] - room[0]


def _closing_ground(
    table: Layout, canvas: Canvas, edges: Sequence[float], top: float, bottom: float
) -> None:
    x = edges[table.figures.before + table.percent + 1]
    draw_line(canvas, "rule", x, top, x, bottom)


def _paint(
    table: Layout,
    lines: Sequence[FigureLine],
    words: str,
    light: str,
    canvas: Canvas,
    edges: Sequence[float],
    top: float,
    bottom: float,
) -> None:
    figures = table.figures
    figures.draw(lines, canvas, edges, top, bottom)
    physical = figures.least(lines[:2])
    middle = figures.middle(lines, top, bottom) + (figures.least(lines) - physical) / 2
    right = edges[figures.before + table.percent + 1]
    _draw_percent(canvas, table, words, light, right, middle)


def _draw_percent(
    canvas: Canvas, table: Layout, words: str, light: str, right: float, middle: float
) -> None:
    """Draw a percentage and the mark of its light, in its colour, left of `right`."""
    figures = table.figures
    width = figures.columns[table.percent].width
    draw_light(canvas, light, right - width + _MARK, middle)
    size, room = figures.size, width - figures.gap
    right -= figures.gap / 2
    canvas.setFont(faces.NARROW_SEMIBOLD, size)
    canvas.setFillColor(LIGHTS[light])
    lines = [words]
    while figure_width(lines[-1], faces.NARROW_SEMIBOLD, size) > room and len(lines[-1]) > 1:
        lines[-1:] = [lines[-1][: len(lines[-1]) // 2], lines[-1][len(lines[-1]) // 2 :]]
    y = middle - _BASE + (len(lines) - 1) * LEADING / 2
    for line in lines:
        # The space keeps it apart from the figures before it when the page is copied.
        canvas.drawRightString(right, y, f" {line}")
        y -= LEADING


def _activity(row: TrackingRow, notes: str, _width: float) -> list[Flowable]:
    code: list[str | Run] = []
    if row.code:
        code = [Run(row.code, faces.NARROW_SEMIBOLD, NAVY), NBSP * 2]
    made: list[Flowable] = [paragraph(style("tracking"), *code, row.activity)]
    if notes:
        made.append(paragraph(style("tracking-note"), notes))
    return made


def _unit(row: TrackingRow, _width: float) -> list[Flowable]:
    made: list[Paragraph] = []
    if row.unit_of_measure.strip():
        made.append(paragraph(style("tracking"), row.unit_of_measure))
    if how := _joined(row.aggregation, row.priority.lower()):
        made.append(paragraph(style("tracking-note"), how))
    return list(made)


def _notes(row: TrackingRow, limits: Limits, many_units: bool, has_unit: bool) -> str:
    """Return what stands below the name of an activity, in small letters."""
    unit = row.unit if many_units and row.unit.strip() != row.cost_centre.strip() else ""
    how = () if has_unit else (row.unit_of_measure, row.aggregation, row.priority.lower())
    raw = ""
    if row.progress.raw is not None and row.progress.is_undervalued:
        raw = f"sin tope {shown(row.progress.raw, 2, limits.light_limits)} %"
    return _joined(row.cost_centre, unit, *how, raw)


def _joined(*words: str) -> str:
    return " · ".join(word.strip() for word in words if word.strip())
