"""Charts of counts, drawn with plain shapes: bars with names, and columns by month."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportlab.graphics.shapes import Drawing, Line, Rect, String

from poadesk.plan import calendar
from poadesk.printing import faces
from poadesk.printing.cells import Row, text_cell
from poadesk.printing.charts import blank_drawing
from poadesk.printing.engine import Canvas
from poadesk.printing.grid import Grid, Look, draw_line
from poadesk.printing.light_marks import draw_light
from poadesk.printing.placing import Shape
from poadesk.printing.styles import INK, LIGHT_FILLS, NAVY, RULE, SOFT, THIN_LINE, style
from poadesk.printing.text import paragraph
from poadesk.quick_dataclass import dataclass

BAR_HEIGHT, LEAST_ROW, NAME_SHARE, PAD = 8.0, 15.0, 0.36, 4.0
VALUE_SIZE, MARK_ROOM, _UP = 7.5, 13.0, 2.6
MONTHS_HEIGHT, PLOT, SIZE = 112.0, 78.0, 7.0
WIDEST_COLUMN, MOST_MONTHS = 26.0, 12


@dataclass(frozen=True, slots=True)
class CountBar:
    """A name with its count; `light` is a name of `styles.LIGHTS` whose mark stands beside it."""

    name: str
    count: int
    light: str = ""


def count_bars(bars: Sequence[CountBar], width: float, page: float) -> Grid:
    """Return a bar for each name on one scale, `width` points wide, on as many pages as needed."""
    most = max((bar.count for bar in bars), default=0) or 1
    figures = (faces.width(f"{bar.count:,}", faces.NARROW_SEMIBOLD, VALUE_SIZE) for bar in bars)
    value = max(figures, default=0.0) + MARK_ROOM + PAD
    name = width * NAME_SHARE
    shape = Shape(
        (name, width - name - value, value),
        page,
        pad_x=0,
        pad_top=3.0,
        pad_bottom=3.6,
        pad_right=PAD,
    )
    rows = [_bar_row(bar, most) for bar in bars]
    return Grid(rows, shape, Look(top="hair", end="hair", last="hair", columns="", block=""))


def month_counts(months: Sequence[str], counts: Sequence[int], width: float) -> list[Drawing]:
    """Return a drawing `width` points wide for each twelve months, all on the same scale."""
    most = max(counts, default=0) or 1
    pairs = list(zip(months, counts, strict=True))
    windows = [pairs[at : at + MOST_MONTHS] for at in range(0, len(pairs), MOST_MONTHS)]
    has_years = len(calendar.years(months)) > 1
    return [_months(window, most, width, has_years) for window in windows]


def _bar_row(bar: CountBar, most: int) -> Row:
    name = text_cell(paragraph(style("chart-name"), bar.name))
    return Row([name, None, None], least=LEAST_ROW, paint=partial(_paint, bar, most))


def _paint(
    bar: CountBar, most: int, canvas: Canvas, edges: Sequence[float], top: float, bottom: float
) -> None:
    middle, room = (top + bottom) / 2, edges[2] - edges[1] - PAD
    draw_line(canvas, "rule", edges[1], top, edges[1], bottom)
    canvas.setFillColor(LIGHT_FILLS[bar.light] if bar.light else NAVY)
    if bar.count:
        long = room * bar.count / most
        canvas.rect(edges[1], middle - BAR_HEIGHT / 2, long, BAR_HEIGHT, stroke=0, fill=1)
    draw_light(canvas, bar.light, edges[2] + PAD, middle)
    canvas.setFont(faces.NARROW_SEMIBOLD, VALUE_SIZE)
    canvas.setFillColor(INK)
    canvas.drawRightString(edges[3], middle - _UP, f"{bar.count:,}")


def _months(pairs: Sequence[tuple[str, int]], most: int, width: float, has_years: bool) -> Drawing:
    drawing = blank_drawing(width, MONTHS_HEIGHT + (9 if has_years else 0))
    base = 14.0 + (9 if has_years else 0)
    drawing.add(Line(0, base, width, base, strokeColor=RULE, strokeWidth=THIN_LINE))
    step = width / len(pairs)
    wide = min(WIDEST_COLUMN, step * 0.62)
    for at, (month, count) in enumerate(pairs):
        middle, high = step * (at + 0.5), count / most * PLOT
        if count:
            left = middle - wide / 2
            drawing.add(Rect(left, base, wide, high, fillColor=NAVY, strokeColor=None))
        drawing.add(_words(middle, base + high + 3, f"{count:,}", faces.NARROW_SEMIBOLD, INK))
        drawing.add(_words(middle, base - 10, calendar.short_name(month), faces.MEDIUM, SOFT))
        if has_years:
            drawing.add(_words(middle, base - 19, calendar.year(month), faces.NARROW, SOFT))
    return drawing


def _words(x: float, y: float, words: str, face: str, colour: object) -> String:
    return String(x, y, words, fontName=face, fontSize=SIZE, fillColor=colour, textAnchor="middle")
