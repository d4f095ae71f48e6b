"""How wide the columns of a schedule are, and the months and weeks above them."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan import calendar
from poadesk.plan.model import WEEKS_IN_A_MONTH
from poadesk.printing import faces
from poadesk.printing.engine import Canvas
from poadesk.printing.grid import draw_band, draw_line
from poadesk.printing.schedule_table import ScheduleBlock
from poadesk.printing.styles import NAVY, SOFT
from poadesk.quick_dataclass import dataclass

FIGURE_FACE, FIGURE_SIZE, FIGURE_LEADING = faces.NARROW_MEDIUM, 7.5, 9.0
UNIT_WIDTH, TOTAL_WIDTH = 96.0, 40.0
CARTA_WIDTH = 712.0
LEAST_ACTIVITY = 130.0
PAD = 6.0
YEAR_HEIGHT, MONTH_HEIGHT, WEEK_HEIGHT = 12.4, 16.4, 11.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a schedule: activity, perhaps unit, the months, perhaps the total."""

    widths: tuple[float, ...]
    months: tuple[str, ...]
    extra: bool
    weekly: bool

    @property
    def first_month(self) -> int:
        """Return the column of the first month."""
        return 2 if self.extra else 1

    def edges(self) -> list[float]:
        """Return the x of every column edge."""
        return [sum(self.widths[:at]) for at in range(len(self.widths) + 1)]


def columns(
    blocks: Sequence[ScheduleBlock], months: tuple[str, ...], weekly: bool, width: float
) -> Columns:
    """Return the columns that the widest figures ask for, on paper `width` points wide."""
    rows = [row for block in blocks for row in block.rows]
    extra = any(row.unit.strip() or row.target or row.has_quantities for row in rows)
    unit, total = (UNIT_WIDTH, _total_width([row.total for row in rows])) if extra else (0.0, 0.0)
    activity = _activity_width(width, extra, weekly)
    figures = [words for row in rows for words in row.months.values()]
    widest = max((_figure_width(words) for words in set(figures)), default=0.0)
    rest = width - unit - total
    month = max((rest - activity) / len(months), widest + 5)
    month = min(month, (rest - LEAST_ACTIVITY) / len(months))
    # A last table of a few months keeps the month as wide as a whole year has it.
    month = min(month, max(40.0, widest + 5) if not weekly else 60.0)
    sides = (unit,) if extra else ()
    activity = rest - month * len(months)
    widths = (activity, *sides, *[month] * len(months), *((total,) if extra else ()))
    return Columns(widths, months, extra, weekly)


def figure_lines(words: str, room: float) -> list[str]:
    """Break a figure that is too wide for its month after its commas, or anywhere."""
    lines = [""]
    for char in words:
        if lines[-1] and _figure_width(lines[-1] + char) > room:
            head, comma, tail = lines[-1].rpartition(",")
            lines[-1:] = [head + comma, tail] if comma and tail else [lines[-1], ""]
        lines[-1] += char
    return lines


class ScheduleHeading:
    """The names of the columns, with years where there are two and weeks where they count."""

    def __init__(self, shape: Columns, activities: str) -> None:
        self.shape, self.activities = shape, activities
        self.years = calendar.years(shape.months)
        self.year_height = YEAR_HEIGHT if len(self.years) > 1 else 0.0
        week_height = WEEK_HEIGHT if shape.weekly else 0.0
        self.height = self.year_height + MONTH_HEIGHT + week_height

    def draw(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        """Draw the band and its words downwards from `top`."""
        draw_band(canvas, edges[0], edges[-1], top, self.height)
        middle = top - self.height / 2 - 2.5
        _words(canvas, edges[0] + PAD, middle, self.activities)
        if self.shape.extra:
            _words(canvas, edges[1] + PAD, middle, "UNIDAD Y META")
            canvas.drawRightString(edges[-1] - PAD, middle, "TOTAL")
        if self.year_height:
            self._draw_years(canvas, edges, top)
        self._draw_months(canvas, edges, top - self.year_height)
        if self.shape.weekly:
            self._draw_weeks(canvas, edges, top - self.year_height - MONTH_HEIGHT)

    def _draw_years(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        first, months = self.shape.first_month, self.shape.months
        for name in self.years:
            places = [at for at, month in enumerate(months) if calendar.year(month) == name]
            left, right = edges[first + places[0]], edges[first + places[-1] + 1]
            _centred(canvas, (left + right) / 2, top - 9, name)
            draw_line(canvas, "hair", left, top, left, top - YEAR_HEIGHT)
            draw_line(canvas, "hair", left, top - YEAR_HEIGHT, right, top - YEAR_HEIGHT)
            if right < edges[-1]:
                draw_line(canvas, "hair", right, top, right, top - YEAR_HEIGHT)

    def _draw_months(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        first, low = self.shape.first_month, top - self.height + self.year_height
        for at, month in enumerate(self.shape.months, first):
            _centred(
                canvas, (edges[at] + edges[at + 1]) / 2, top - 10.7, calendar.short_name(month)
            )
            draw_line(canvas, "hair", edges[at], top, edges[at], low)
        if self.shape.extra:
            last = edges[first + len(self.shape.months)]
            draw_line(canvas, "hair", last, top, last, low)

    def _draw_weeks(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        canvas.setFont(faces.NARROW, 7)
        canvas.setFillColor(SOFT)
        first = self.shape.first_month
        for at in range(first, first + len(self.shape.months)):
            for week in range(WEEKS_IN_A_MONTH):
                step = (edges[at + 1] - edges[at]) / WEEKS_IN_A_MONTH
                canvas.drawCentredString(edges[at] + (week + 0.5) * step, top - 7, str(week + 1))


def _activity_width(width: float, extra: bool, weekly: bool) -> float:
    """Return 212 on carta and 268 on oficio, other papers between; weeks leave less."""
    if weekly:
        return (142.0 if extra else 178.0) + (width - CARTA_WIDTH) * 0.25
    return (212.0 if extra else 280.0) + (width - CARTA_WIDTH) * 0.39


def _total_width(totals: Sequence[str]) -> float:
    widest = max((_figure_width(words) for words in totals), default=0.0)
    return max(TOTAL_WIDTH, widest + 2 * PAD)


def _figure_width(words: str) -> float:
    return faces.width(words, FIGURE_FACE, FIGURE_SIZE)


def _words(canvas: Canvas, x: float, y: float, words: str) -> None:
    canvas.setFont(faces.SEMIBOLD, 7)
    canvas.setFillColor(NAVY)
    canvas.drawString(x, y, words)


def _centred(canvas: Canvas, x: float, y: float, words: str) -> None:
    canvas.setFont(faces.SEMIBOLD, 7)
    canvas.setFillColor(NAVY)
    canvas.drawCentredString(x, y, words)
