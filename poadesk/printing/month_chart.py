"""Money planned and spent by month, as pairs of columns with their figures below."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reportlab.graphics.shapes import Drawing, Line, Rect, String

from poadesk.printing import faces
from poadesk.printing.charts import blank_drawing
from poadesk.printing.styles import BAR, HAIR, INK, NAVY, RULE, SOFT, THIN_LINE
from poadesk.quick_dataclass import dataclass

HEIGHT, PLOT, ONE_LINE = 136.0, 84.0, 9.4
LABEL_ROOM, MOST_MONTHS = 30.0, 12
WIDEST_COLUMN, GAP = 17.0, 1.2
SIZE = 7.0
NOTHING = "—"
# What the figures are counted in, each a thousand times as much as the one before.
UNITS = ("", "miles", "millones", "miles de millones", "billones", "miles de billones", "trillones")
_STEP, _MOST = 1000, 10_000


@dataclass(frozen=True, slots=True)
class MonthPair:
    """A month as it is printed (`ENE`) and its two amounts in cents; None is not recorded."""

    name: str
    planned: int
    spent: int | None


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """What the figures of a chart are counted in: its size in cents and its word, or ""."""

    size: int
    words: str

    def show(self, cents: int | None) -> str:
        """Show an amount half-up with one decimal."""
        if cents is None:
            return NOTHING
        tenths = (Fraction(cents * 10, self.size) * 2 + 1) // 2
        return f"{tenths // 10:,}.{tenths % 10}"


def money_unit(pairs: Sequence[MonthPair]) -> MoneyUnit:
    """Return the unit in which the largest amount has at most four digits before the point."""
    most = max((max(pair.planned, pair.spent or 0) for pair in pairs), default=0)
    size, at = 100, 0
    while most >= size * _MOST and at + 1 < len(UNITS):
        size, at = size * _STEP, at + 1
    return MoneyUnit(size, UNITS[at])


def month_columns(pairs: Sequence[MonthPair], width: float) -> list[Drawing]:
    """Return a drawing `width` points wide for each twelve months, all on the same scale."""
    unit = money_unit(pairs)
    most = max((max(pair.planned, pair.spent or 0) for pair in pairs), default=0) or 1
    windows = [pairs[at : at + MOST_MONTHS] for at in range(0, len(pairs), MOST_MONTHS)]
    return [_drawing(window, most, unit, width) for window in windows]


def _drawing(pairs: Sequence[MonthPair], most: int, unit: MoneyUnit, width: float) -> Drawing:
    drawing = blank_drawing(width, HEIGHT)
    base = HEIGHT - 14 - PLOT
    _add_legend(drawing, HEIGHT - 8)
    for y, colour in ((base + PLOT, HAIR), (base, RULE)):
        drawing.add(Line(LABEL_ROOM, y, width, y, strokeColor=colour, strokeWidth=THIN_LINE))
    step = (width - LABEL_ROOM) / len(pairs)
    for words, y in (("Prog.", base - 21), ("Ejec.", base - 21 - ONE_LINE)):
        drawing.add(_words(0, y, words, faces.NARROW, SOFT, "start"))
    for at, pair in enumerate(pairs):
        middle = LABEL_ROOM + step * (at + 0.5)
        _add_columns(drawing, pair, middle, base, most, min(WIDEST_COLUMN, step * 0.36))
        drawing.add(_words(middle, base - 10, pair.name, faces.MEDIUM, SOFT))
        drawing.add(_words(middle, base - 21, unit.show(pair.planned), faces.NARROW, SOFT))
        low = base - 21 - ONE_LINE
        drawing.add(_words(middle, low, unit.show(pair.spent), faces.NARROW_MEDIUM, INK))
    return drawing


def _add_columns(
    drawing: Drawing, pair: MonthPair, middle: float, base: float, most: int, wide: float
) -> None:
    for amount, left, colour in (
        (pair.planned, middle - wide - GAP / 2, BAR),
        (pair.spent, middle + GAP / 2, NAVY),
    ):
        if amount:
            high = float(Fraction(amount, most)) * PLOT
            drawing.add(Rect(left, base, wide, high, fillColor=colour, strokeColor=None))


def _add_legend(drawing: Drawing, y: float) -> None:
    x = 0.0
    for colour, words in ((BAR, "programado"), (NAVY, "ejecutado")):
        drawing.add(Rect(x, y, 8, 6, fillColor=colour, strokeColor=None))
        drawing.add(_words(x + 12, y, words, faces.REGULAR, SOFT, "start"))
        x += 12 + faces.width(words, faces.REGULAR, SIZE) + 12


def _words(
    x: float, y: float, words: str, face: str, colour: object, anchor: str = "middle"
) -> String:
    return String(x, y, words, fontName=face, fontSize=SIZE, fillColor=colour, textAnchor=anchor)
