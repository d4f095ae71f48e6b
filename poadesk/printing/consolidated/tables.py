"""Tables of plain words and figures for the institution's papers."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.printing import faces
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.grid import Grid, TextHeading
from poadesk.printing.placing import Shape
from poadesk.printing.styles import TYPES, style
from poadesk.printing.text import paragraph
from poadesk.quick_dataclass import dataclass

PAD, PAD_TOP, PAD_BOTTOM = 5.0, 3.4, 4.2
# What the figures may take at most of the width, so that words keep some room.
MOST_OF_FIGURES = 0.78
WIDEST = 96.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; one without `share` is as wide as its widest words.

    `share` is that of the width which the others leave. `left` is for words that take no share.
    """

    name: str
    share: float = 0.0
    left: bool = False

    @property
    def is_figure(self) -> bool:
        """Say whether it holds figures, which stand at the right."""
        return not (self.share or self.left)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a row; `strong` is for one that sums up, `soft` for what is missing."""

    words: tuple[str, ...]
    strong: bool = False
    soft: bool = False
    cells: tuple[tuple[int, Cell], ...] = ()


def table(columns: Sequence[Column], lines: Sequence[Line], width: float, page: float) -> Grid:
    """Return a table `width` points wide; `page` is the height of a frame."""
    shape = _shape(columns, lines, width, page)
    heading = TextHeading([_named(column) for column in columns], shape)
    shape = Shape(
        shape.widths,
        page - heading.height,
        pad_x=PAD,
        pad_right=PAD,
        pad_top=PAD_TOP,
        pad_bottom=PAD_BOTTOM,
    )
    rows = [_row(columns, line) for line in lines]
    if len(rows) > 1 and lines[-1].strong:
        rows[-2].keep, rows[-1].line = True, "navy"
    return Grid(rows, shape, heading=heading)


def _named(column: Column) -> Cell:
    kind = "heading-right" if column.is_figure else "heading"
    return text_cell(paragraph(style(kind), column.name))


def _row(columns: Sequence[Column], line: Line) -> Row:
    given = dict(line.cells)
    cells = [
        given.get(at) or text_cell(paragraph(style(_kind(column, line)), line.words[at]))
        for at, column in enumerate(columns)
    ]
    return Row(cells)


def _kind(column: Column, line: Line) -> str:
    weight = "strong" if line.strong else "soft" if line.soft else "plain"
    return f"table-{weight}-right" if column.is_figure else f"table-{weight}"


def _shape(columns: Sequence[Column], lines: Sequence[Line], width: float, page: float) -> Shape:
    needs = [_need(column, at, lines) for at, column in enumerate(columns)]
    figures = sum(needs)
    if figures > width * MOST_OF_FIGURES:
        needs = [need * width * MOST_OF_FIGURES / figures for need in needs]
        figures = sum(needs)
    shares = sum(column.share for column in columns)
    widths = tuple(
        (width - figures) * column.share / shares if column.share else need
        for column, need in zip(columns, needs, strict=True)
    )
    return Shape(widths, page, pad_x=PAD, pad_right=PAD)


def _need(column: Column, at: int, lines: Sequence[Line]) -> float:
    """Return the width that the widest words of a column, or its heading, ask for."""
    if column.share:
        return 0.0
    kind, title = TYPES["table-strong-right"], TYPES["heading"]
    figures = {line.words[at] for line in lines}
    widest = max((faces.width(words, kind.face, kind.size) for words in figures), default=0.0)
    names = (faces.width(word, title.face, title.size) for word in column.name.split("\n"))
    return max(min(widest, WIDEST), *names) + 2 * PAD + 1
