"""The bars, X and quantities of a schedule row, drawn over its months."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from poadesk.plan.model import WEEKS_IN_A_MONTH
from poadesk.printing import faces
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.grid import draw_line
from poadesk.printing.schedule_shape import (
    FIGURE_FACE,
    FIGURE_LEADING,
    FIGURE_SIZE,
    PAD,
    Columns,
    figure_lines,
)
from poadesk.printing.schedule_table import ScheduleRow
from poadesk.printing.styles import BAR, HAIR, INK, NAVY, SOFT

INSET, RADIUS = 2.0, 1.6
BAR_HEIGHT, WEEK_BAR_HEIGHT, PALE_HEIGHT = 7.0, 6.0, 11.0
INVISIBLE = 3
FAINT = 0.2
LOWEST_MIDDLE = 40.0
# In a plan by weeks the bar stands this much above, the quantity below the middle.
HALF_APART = 5.0


def least_height(row: ScheduleRow, shape: Columns) -> float:
    """Return the height that the figures of a row need, in points."""
    lines = max((len(_lines(words, shape)) for words in row.months.values()), default=1)
    over_weeks = 10.0 if shape.weekly and row.has_quantities else 0.0
    return max(17.0, (lines - 1) * FIGURE_LEADING + PALE_HEIGHT + 6 + over_weeks)


def draw_marks(
    row: ScheduleRow,
    shape: Columns,
    marks: str,
    canvas: Canvas,
    edges: Sequence[float],
    top: float,
    bottom: float,
) -> None:
    """Draw what a row plans in its months, and its total."""
    # In a very high row the marks stay beside the first lines.
    middle = max((top + bottom) / 2, top - LOWEST_MIDDLE)
    places = edges[shape.first_month : shape.first_month + len(shape.months) + 1]
    if shape.weekly:
        _draw_week_lines(canvas, places, top, bottom)
        _draw_weeks(canvas, row, shape, marks, places, middle)
    elif row.has_quantities:
        _draw_quantities(canvas, row, shape, places, middle)
    else:
        _draw_months(canvas, row, shape, marks, places, middle)
    if shape.extra:
        _draw_total(canvas, row, edges[-1] - PAD, middle)


class Legend(Flowable):
    """What the marks of a schedule mean."""

    def __init__(self, marks: str, weekly: bool, rows: Sequence[ScheduleRow]) -> None:
        super().__init__()
        self.marks, self.weekly = marks, weekly
        self.quantities = any(row.has_quantities for row in rows)
        marked = any(not row.weeks[month] for row in rows for month in row.months)
        self.whole_months = weekly and marked

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return one line."""
        return width, PALE_HEIGHT + 2

    def draw(self) -> None:
        """Draw each mark with its words."""
        # The legend stands outside the padding of its cell, at the edge of the table.
        x = self._sample(-PAD, 18.0, "semana programada" if self.weekly else "mes programado")
        if self.whole_months:
            x = self._pale(x, "X", "mes programado sin indicar semanas")
        if self.quantities:
            self._pale(x, "120", "cantidad programada del mes, en la unidad indicada")

    def _pale(self, x: float, figure: str, words: str) -> float:
        _pale(self.canv, x, x + 18, 6.5, PALE_HEIGHT)
        _figure(self.canv, x + 9, 6.5, [figure])
        return self._words(x + 24, words) + 18

    def _sample(self, x: float, size: float, words: str) -> float:
        if self.marks == "x":
            _cross(self.canv, x + 4, 6.5)
            size = 8.0
        else:
            _bar(self.canv, x, x + size, 6.5, BAR_HEIGHT)
        return self._words(x + size + 6, words) + 18

    def _words(self, x: float, words: str) -> float:
        self.canv.setFont(faces.REGULAR, 7)
        self.canv.setFillColor(SOFT)
        self.canv.drawString(x, 4, words)
        return x + faces.width(words, faces.REGULAR, 7)


def stretches(marked: Sequence[bool]) -> list[tuple[int, int]]:
    """Return (first, one past the last) of every run of neighbouring marks."""
    found: list[tuple[int, int]] = []
    for at, is_marked in enumerate(marked):
        if is_marked and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif is_marked:
            found.append((at, at + 1))
    return found


def _lines(words: str, shape: Columns) -> list[str]:
    return figure_lines(words, shape.widths[shape.first_month] - 3)


def _draw_months(
    canvas: Canvas,
    row: ScheduleRow,
    shape: Columns,
    marks: str,
    places: Sequence[float],
    middle: float,
) -> None:
    marked = [month in row.months for month in shape.months]
    _draw_stretches(canvas, marked, marks, places, middle, BAR_HEIGHT, INSET)


def _draw_quantities(
    canvas: Canvas, row: ScheduleRow, shape: Columns, places: Sequence[float], middle: float
) -> None:
    figures = [_lines(row.months.get(month, ""), shape) for month in shape.months]
    for first, past in stretches([month in row.months for month in shape.months]):
        high = max(len(lines) for lines in figures[first:past])
        height = PALE_HEIGHT + (high - 1) * FIGURE_LEADING
        _pale(canvas, places[first] + INSET, places[past] - INSET, middle, height)
    for at, lines in enumerate(figures):
        _figure(canvas, (places[at] + places[at + 1]) / 2, middle, lines)


def _draw_weeks(
    canvas: Canvas,
    row: ScheduleRow,
    shape: Columns,
    marks: str,
    places: Sequence[float],
    middle: float,
) -> None:
    steps = [
        left + week * (right - left) / WEEKS_IN_A_MONTH
        for left, right in pairwise(places)
        for week in range(WEEKS_IN_A_MONTH)
    ]
    marked = [
        week + 1 in row.weeks.get(month, ())
        for month in shape.months
        for week in range(WEEKS_IN_A_MONTH)
    ]
    bar = middle + HALF_APART if row.has_quantities else middle
    _draw_stretches(canvas, marked, marks, [*steps, places[-1]], bar, WEEK_BAR_HEIGHT, 0.8)
    _draw_figures_of_weeks(canvas, row, shape, places, middle)


def _draw_figures_of_weeks(
    canvas: Canvas, row: ScheduleRow, shape: Columns, places: Sequence[float], middle: float
) -> None:
    """Draw quantities below the bars, and a whole month that names no weeks in pale."""
    for at, month in enumerate(shape.months):
        if month not in row.months or (row.weeks[month] and not row.has_quantities):
            continue
        lines, low = _lines(row.months[month], shape), middle - HALF_APART
        if not row.weeks[month]:
            low = middle
            height = PALE_HEIGHT + (len(lines) - 1) * FIGURE_LEADING
            _pale(canvas, places[at] + INSET, places[at + 1] - INSET, low, height)
        _figure(canvas, (places[at] + places[at + 1]) / 2, low, lines)


def _draw_stretches(
    canvas: Canvas,
    marked: Sequence[bool],
    marks: str,
    places: Sequence[float],
    middle: float,
    height: float,
    inset: float,
) -> None:
    if marks == "bars":
        for first, past in stretches(marked):
            _bar(canvas, places[first] + inset, places[past] - inset, middle, height)
    for at, is_marked in enumerate(marked):
        if is_marked:
            centre = (places[at] + places[at + 1]) / 2
            _cross(canvas, centre, middle, visible=marks == "x")


def _draw_week_lines(canvas: Canvas, places: Sequence[float], top: float, bottom: float) -> None:
    canvas.setStrokeColor(HAIR)
    canvas.setLineWidth(FAINT)
    for left, right in pairwise(places):
        step = (right - left) / WEEKS_IN_A_MONTH
        for week in range(1, WEEKS_IN_A_MONTH):
            canvas.line(left + week * step, top, left + week * step, bottom)
    for place in places:
        draw_line(canvas, "rule", place, top, place, bottom)


def _draw_total(canvas: Canvas, row: ScheduleRow, right: float, middle: float) -> None:
    face = FIGURE_FACE if row.has_quantities else faces.NARROW
    canvas.setFont(face, FIGURE_SIZE)
    canvas.setFillColor(INK if row.has_quantities else SOFT)
    canvas.drawRightString(right, middle - 2.6, row.total)


def _bar(canvas: Canvas, left: float, right: float, middle: float, height: float) -> None:
    canvas.setFillColor(NAVY)
    canvas.roundRect(left, middle - height / 2, right - left, height, RADIUS, stroke=0, fill=1)


def _pale(canvas: Canvas, left: float, right: float, middle: float, height: float) -> None:
    canvas.setFillColor(BAR)
    canvas.roundRect(left, middle - height / 2, right - left, height, RADIUS, stroke=0, fill=1)


def _cross(canvas: Canvas, centre: float, middle: float, visible: bool = True) -> None:
    """Draw an X; under a bar it is invisible, and lets the row be copied and searched."""
    text = canvas.beginText()
    text.setTextRenderMode(0 if visible else INVISIBLE)
    text.setFont(faces.SEMIBOLD, 7.5)
    text.setFillColor(INK)
    text.setTextOrigin(centre - faces.width("X", faces.SEMIBOLD, 7.5) / 2, middle - 2.6)
    text.textOut("X")
    text.setTextRenderMode(0)
    canvas.drawText(text)


def _figure(canvas: Canvas, centre: float, middle: float, lines: Sequence[str]) -> None:
    canvas.setFont(FIGURE_FACE, FIGURE_SIZE)
    canvas.setFillColor(INK)
    y = middle - 2.6 + (len(lines) - 1) * FIGURE_LEADING / 2
    for line in lines:
        canvas.drawCentredString(centre, y, line)
        y -= FIGURE_LEADING
