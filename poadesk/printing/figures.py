"""The columns of figures of a report: their widths, their headings, and the lines of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from poadesk.printing import faces
from poadesk.printing.engine import Canvas
from poadesk.printing.grid import draw_line
from poadesk.printing.schedule_shape import figure_lines
from poadesk.printing.styles import INK, SOFT, TINT
from poadesk.quick_dataclass import dataclass

LEADING, TEXT_SIZE, NAME_SIZE = 9.2, 7.5, 7.0
# The white above and below the lines of a row, for words and figures.
PAD_TOP, PAD_BOTTOM = 3.4, 4.0
# In a very high row the figures stay beside the first lines.
LOWEST_MIDDLE = 40.0
MOST_AIR = 6.0


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures; `line` is the rule at its left (`grid.LINES`), "" for none.

    `name` is its heading, perhaps of two lines; figures in a `strong` column are in semibold.
    """

    name: str
    width: float
    strong: bool = False
    line: str = ""
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading over the figure columns from `first` up to, but without, `past`."""

    name: str
    first: int
    past: int


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure for each column; `soft` lines are those of what was planned."""

    words: tuple[str, ...]
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """The figure columns of a table, which follow `before` columns of text."""

    columns: tuple[FigureColumn, ...]
    blocks: tuple[Block, ...]
    before: int
    size: float
    gap: float
    centred: bool

    def least(self, lines: Sequence[FigureLine]) -> float:
        """Return the height of these lines in points, without white around them."""
        return sum(self._line_height(line) for line in lines)

    def draw(
        self,
        lines: Sequence[FigureLine],
        canvas: Canvas,
        edges: Sequence[float],
        top: float,
        bottom: float,
        colour: object = None,
    ) -> None:
        """Draw the lines of a row; `colour` is that of all its figures, if they share one."""
        y = self.middle(lines, top, bottom) + self.least(lines) / 2
        for line in lines:
            self._draw_line(line, canvas, edges, y, colour or (SOFT if line.soft else INK))
            y -= self._line_height(line)

    def draw_ground(
        self, canvas: Canvas, edges: Sequence[float], top: float, bottom: float
    ) -> None:
        """Draw the tint and the rules of the columns."""
        canvas.setFillColor(TINT)
        for at, column in enumerate(self.columns, self.before):
            if column.tinted:
                wide = edges[at + 1] - edges[at]
                canvas.rect(edges[at], bottom, wide, top - bottom, stroke=0, fill=1)
        for column, x in zip(self.columns, edges[self.before :], strict=False):
            draw_line(canvas, column.line, x, top, x, bottom)

    def middle(self, lines: Sequence[FigureLine], top: float, bottom: float) -> float:
        """Return the height at which the middle of the lines stands."""
        if not self.centred:
            return top - PAD_TOP - self.least(lines) / 2
        half = self.least(lines) / 2 + PAD_TOP
        return max((top + bottom) / 2, top - max(LOWEST_MIDDLE, half))

    def _pieces(self, words: str, column: FigureColumn) -> list[str]:
        room = column.width - self.gap
        if figure_width(words, self._face(column, True), self.size) <= room + 0.5:
            return [words]
        return figure_lines(words, room - 0.5)

    def _line_height(self, line: FigureLine) -> float:
        most = 1
        for words, column in zip(line.words, self.columns, strict=True):
            # Most figures are narrow: only the others are worth measuring.
            if len(words) * self.size * 0.55 > column.width - self.gap:
                most = max(most, len(self._pieces(words, column)))
        return most * LEADING

    def _face(self, column: FigureColumn, soft: bool) -> str:
        if column.strong:
            return faces.NARROW_MEDIUM if soft else faces.NARROW_SEMIBOLD
        return faces.NARROW

    def _draw_line(
        self, line: FigureLine, canvas: Canvas, edges: Sequence[float], top: float, colour: object
    ) -> None:
        text, used = canvas.beginText(), ""
        text.setFillColor(colour)
        for at, words in enumerate(line.words):
            if not words:
                continue
            column, right = self.columns[at], edges[self.before + at + 1] - self.gap / 2
            face = self._face(column, line.soft)
            if face != used:
                text.setFont(face, self.size)
                used = face
            y = top - TEXT_SIZE
            for piece in self._pieces(words, column):
                text.setTextOrigin(right - figure_width(piece, face, self.size), y)
                text.textOut(piece)
                y -= LEADING
        canvas.drawText(text)


@lru_cache(maxsize=20_000)
def figure_width(words: str, face: str, size: float) -> float:
    """Return the width of a figure in points."""
    return faces.width(words, face, size)


def natural_width(name: str, figures: Iterable[str], size: float, gap: float) -> float:
    """Return the width that the heading and the widest figure of a column ask for."""
    widest = max(figures, key=_halves, default="")  # only one is measured
    names = (faces.width(line, faces.SEMIBOLD, NAME_SIZE) for line in name.split("\n"))
    return max(figure_width(widest, faces.NARROW_SEMIBOLD, size), *names) + gap


def widest_figures(lines: Iterable[FigureLine], columns: int) -> list[str]:
    """Return the widest figure of each column; lines pass by, for a country has 180,000."""
    widest, most = [""] * columns, [0] * columns
    for line in lines:
        for at, halves in enumerate(map(_halves, line.words)):
            if halves > most[at]:
                widest[at], most[at] = line.words[at], halves
    return widest


def _halves(figure: str) -> int:
    """Return about how wide a figure is: a digit is twice as wide as a comma or a point."""
    return 2 * len(figure) - figure.count(",") - figure.count(".")


def under_names(widths: Sequence[float], blocks: Sequence[Block]) -> list[float]:
    """Return the widths with the columns under each block wide enough for its name."""
    made = list(widths)
    for block in blocks:
        columns = slice(block.first, block.past)
        name = faces.width(block.name, faces.SEMIBOLD, NAME_SIZE) + NAME_SIZE
        more = max(0.0, name - sum(made[columns])) / (block.past - block.first)
        made[columns] = [width + more for width in made[columns]]
    return made


def even(widths: Sequence[float], alike: Sequence[slice], room: float) -> list[float]:
    """Return the widths with each slice of columns as wide as its widest, if that fits."""
    made = list(widths)
    for columns in alike:
        count = len(made[columns])
        made[columns] = [max(made[columns], default=0.0)] * count
    return made if sum(made) <= room else list(widths)


def roomy(widths: Sequence[float], room: float) -> list[float]:
    """Return the widths with what is left of `room` shared out, as far as it does them good."""
    more = max(0.0, (room - sum(widths)) / len(widths))
    return [width + min(more, MOST_AIR) for width in widths]


def fitted(widths: Sequence[float], room: float) -> list[float]:
    """Return the widths, the widest of them lowered alike until all of them fit in `room`."""
    if sum(widths) <= room:
        return list(widths)
    rest, left = room, sorted(widths)
    while left and left[0] * len(left) <= rest:
        rest -= left.pop(0)
    most = max(rest / len(left), 0.0) if left else 0.0
    return [min(width, most) for width in widths]
