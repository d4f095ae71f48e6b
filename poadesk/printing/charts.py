"""Charts drawn with plain shapes: percentages as bars, and money by month as pairs of columns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Line, Rect

from poadesk.printing import faces
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Canvas
from poadesk.printing.grid import Grid, Look
from poadesk.printing.light_marks import draw_light
from poadesk.printing.placing import Shape
from poadesk.printing.styles import INK, LIGHT_FILLS, RULE, SOFT, WHITE, style
from poadesk.printing.text import paragraph
from poadesk.quick_dataclass import dataclass

# Percentages at the end of the scale: it grows with the values, but not beyond the second.
LEAST_END, MOST_END = Fraction(100), Fraction(200)
BAR_HEIGHT, LEAST_ROW = 8.0, 15.0
WIDEST_CODE, NAME_SHARE, PAD = 0.22, 0.34, 4.0
WHY_INDENT = 4.0
MARK_ROOM, LABEL_SIZE, VALUE_SIZE, LEVEL = 13.0, 7.0, 7.5, 8.4
# What is drawn of a bar that goes beyond the end of the scale.
_OVER = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: exact percentage, what stands at its right, and a name of `styles.LIGHTS`.

    Without a value `words` say why, where the bar would be. `strong` is for a row that sums up
    those below it; `row_id` is the row of the plan, or "".
    """

    code: str
    name: str
    value: Fraction | None
    words: str
    light: str = "grey"
    strong: bool = False
    row_id: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The percentages that the bars share: from 0 to `end`, with dashed lines at `limits`."""

    end: Fraction
    limits: tuple[Fraction, ...]

    def x(self, value: Fraction, left: float, right: float) -> float:
        """Return where a percentage stands between the ends of the scale, in points."""
        return left + (right - left) * float(min(value, self.end) / self.end)


def action_bars(bars: Sequence[Bar], width: float, page: float, limits: Sequence[Fraction]) -> Grid:
    """Return a chart of percentages, a row for each bar, on as many pages as it needs.

    `width` and `page` (the height of a frame) are points. Names wrap, a bar above 200 % is
    broken by a slash. `limits` are drawn as dashed lines and named above them on every page.
    """
    widths = _widths(bars, width)
    scale = _scale(bars, limits)
    heading = LimitHeading(scale, len(widths) - 2)
    shape = Shape(
        widths, page - heading.height, pad_x=0, pad_top=3.0, pad_bottom=3.6, pad_right=PAD
    )
    rows = [_row(bar, scale, len(widths)) for bar in bars]
    return Grid(rows, shape, Look(end="hair", last="hair", columns="", block=""), heading)


class LimitHeading:
    """The names of the limits above their lines; names that would touch stand higher."""

    def __init__(self, scale: Scale, column: int) -> None:
        self.scale, self.column = scale, column
        self.height = 12.0 + LEVEL * max(0, len(scale.limits) - 1)

    def draw(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        """Draw the names, each over a short piece of its line."""
        left, right = _ends(edges, self.column)
        low, taken = top - self.height, [-1e9] * len(self.scale.limits)
        canvas.setFont(faces.REGULAR, LABEL_SIZE)
        canvas.setFillColor(SOFT)
        for limit in self.scale.limits:
            x, words = self.scale.x(limit, left, right), _plain(limit)
            half = faces.width(words, faces.REGULAR, LABEL_SIZE) / 2
            level = next(at for at, end in enumerate(taken) if end + 3 < x - half)
            taken[level] = x + half
            canvas.drawCentredString(x, low + 4 + level * LEVEL, words)


def blank_drawing(width: float, height: float) -> Drawing:
    """Return an empty drawing whose first face is one of ours, or Helvetica would slip in."""
    return Drawing(width, height, initialFontName=faces.REGULAR)


def _plain(limit: Fraction) -> str:
    return f"{float(limit):g}"


def _widths(bars: Sequence[Bar], width: float) -> tuple[float, ...]:
    codes = [faces.width(bar.code, faces.NARROW_SEMIBOLD, VALUE_SIZE) for bar in bars]
    values = [_value_width(bar.words) for bar in bars if bar.value is not None]
    code = min(max(codes, default=0.0) + 2 * PAD, width * WIDEST_CODE) if any(codes) else 0.0
    value = max(values, default=0.0) + MARK_ROOM + PAD
    name = width * NAME_SHARE
    bar = width - code - name - value
    return (code, name, bar, value) if code else (name, bar, value)


def _value_width(words: str) -> float:
    return faces.width(words, faces.NARROW_SEMIBOLD, VALUE_SIZE)


def _scale(bars: Sequence[Bar], limits: Sequence[Fraction]) -> Scale:
    most = max([bar.value for bar in bars if bar.value is not None], default=LEAST_END)
    end = min(max(most, LEAST_END, *limits), max(MOST_END, *limits))
    return Scale(end, tuple(sorted(set(limits))))


def _row(bar: Bar, scale: Scale, columns: int) -> Row:
    kinds = ("chart-strong", "chart-strong") if bar.strong else ("chart-code", "chart-name")
    code = [text_cell(paragraph(style(kinds[0]), bar.code))] if columns == 4 else []
    name = text_cell(paragraph(style(kinds[1]), bar.name))
    why: Cell | None = None
    if bar.value is None:
        why = text_cell(paragraph(style("chart-why", WHY_INDENT), bar.words))
    paint = partial(_paint, bar, scale, columns - 2)
    return Row([*code, name, why, None], least=LEAST_ROW, paint=paint, row_id=bar.row_id)


def _ends(edges: Sequence[float], column: int) -> tuple[float, float]:
    return edges[column], edges[column + 1] - 2 * PAD


def _paint(
    bar: Bar,
    scale: Scale,
    column: int,
    canvas: Canvas,
    edges: Sequence[float],
    top: float,
    bottom: float,
) -> None:
    left, right = _ends(edges, column)
    drawing = blank_drawing(right - left, top - bottom)
    middle = (top - bottom) / 2
    _add_line(drawing, 0, top - bottom, RULE)
    if bar.value is not None:
        _add_bar(drawing, bar, scale, right - left, middle)
        for limit in scale.limits:
            x = scale.x(limit, 0, right - left)
            _add_line(drawing, x, top - bottom, SOFT).strokeDashArray = (2, 2)
    renderPDF.draw(drawing, canvas, left, bottom)
    if bar.value is not None:
        _paint_value(canvas, bar, edges[column + 1], edges[-1] - PAD, bottom + middle)


def _add_bar(drawing: Drawing, bar: Bar, scale: Scale, width: float, middle: float) -> None:
    assert bar.value is not None
    long = scale.x(bar.value, 0, width)
    low = middle - BAR_HEIGHT / 2
    fill = LIGHT_FILLS[bar.light]
    drawing.add(Rect(0, low, long, BAR_HEIGHT, fillColor=fill, strokeColor=None))
    if bar.value > scale.end:
        x = width - 12
        over = low - _OVER, x + 5, low + BAR_HEIGHT + _OVER
        drawing.add(Line(x, *over, strokeColor=WHITE, strokeWidth=2.4))


def _add_line(drawing: Drawing, x: float, height: float, colour: object) -> Line:
    line = Line(x, 0, x, height, strokeColor=colour, strokeWidth=0.5)
    drawing.add(line)
    return line


def _paint_value(canvas: Canvas, bar: Bar, left: float, right: float, middle: float) -> None:
    draw_light(canvas, bar.light, left, middle)
    canvas.setFont(faces.NARROW_SEMIBOLD, VALUE_SIZE)
    canvas.setFillColor(INK)
    canvas.drawRightString(right, middle - 2.6, bar.words)
