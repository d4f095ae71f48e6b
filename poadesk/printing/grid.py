"""The flowable of every table: rows with merged cells that page themselves.

ReportLab's own tables never split a merged cell, so a cell of three pages could not be printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from poadesk.printing.cells import Cell, Row
from poadesk.printing.engine import Canvas, Flowable, note_place
from poadesk.printing.paging import fill
from poadesk.printing.placing import Carried, Page, Shape
from poadesk.printing.styles import (
    BAND,
    DASHES,
    HAIR,
    NAVY,
    NAVY_LINE,
    RULE,
    STRONG_LINE,
    THIN_LINE,
    TINT,
)
from poadesk.quick_dataclass import dataclass

LINES = {
    "hair": (HAIR, THIN_LINE),
    "rule": (RULE, THIN_LINE),
    "navy": (NAVY, NAVY_LINE),
    "strong": (NAVY, STRONG_LINE),
}


class Heading(Protocol):
    """What stands above the rows on every page of a grid."""

    height: float

    def draw(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        """Draw downwards from `top`; `edges` are the x of the column edges."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a grid is ruled: the line at its top and its end, between columns, where it is cut.

    `panels` draws every other column as a tinted panel of its own instead of rules.
    """

    top: str = ""
    end: str = "navy"
    last: str = "navy"
    columns: str = "hair"
    block: str = "rule"
    panels: bool = False


class TextHeading:
    """Column headings of plain words, over a band."""

    def __init__(self, cells: Sequence[Cell], shape: Shape) -> None:
        self.cells, self.shape = cells, shape
        inner = [width - shape.pad_x - shape.pad_right for width in shape.widths]
        self.inner = inner
        heights = [cell.height(width) for cell, width in zip(cells, inner, strict=True)]
        self.height = max(heights) + 10.4

    def draw(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        """Draw the band, its two lines and the words."""
        draw_band(canvas, edges[0], edges[-1], top, self.height)
        for at, cell in enumerate(self.cells):
            cell.draw(canvas, edges[at] + self.shape.pad_x, top - 4.8, self.inner[at])


class Grid(Flowable):
    """Rows of cells under a heading, on as many pages as they need."""

    def __init__(
        self,
        rows: Sequence[Row],
        shape: Shape,
        look: Look | None = None,
        heading: Heading | None = None,
        carried: Carried | None = None,
    ) -> None:
        super().__init__()
        self.rows, self.shape, self.heading = rows, shape, heading
        self.look = look or Look()
        self.carried = carried or {}
        self._filled: tuple[float, Page] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of all rows, or more than `height` where they need another page."""
        page = self._page(height)
        self.width = sum(self.shape.widths)
        self.height = height + 1 if page.rest else page.height + self._head
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that `height` points hold and a grid of the rest; [] if none fits."""
        page = self._page(height)
        if not page.rows or not page.rest:
            return []
        rest = Grid(page.rest, self.shape, self.look, self.heading, page.carried)
        part = GridPart(self, page, height)
        part.spaceBefore = self.getSpaceBefore()
        return [part, rest]

    def draw(self) -> None:
        """Draw the rows, all of which fit."""
        assert self._filled is not None
        draw_page(self.canv, self, self._filled[1], self.height)

    @property
    def row_count(self) -> int:
        """Return how many rows are drawn, for telling the progress."""
        return len(self.rows)

    @property
    def _head(self) -> float:
        return self.heading.height if self.heading else 0.0

    def _page(self, room: float) -> Page:
        if self._filled is None or self._filled[0] != room:
            page = fill(self.rows, self.carried, self.shape, room - self._head)
            self._filled = (room, page)
        return self._filled[1]


class GridPart(Flowable):
    """The rows of one page; it takes the whole height given, so that the rest goes on overleaf."""

    def __init__(self, grid: Grid, page: Page, height: float) -> None:
        super().__init__()
        self.grid, self.page, self.height = grid, page, height
        self.width = sum(grid.shape.widths)
        self.row_count = len(grid.rows) - len(page.rest)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the whole room of the page."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rows of this page."""
        draw_page(self.canv, self.grid, self.page, self.height)


def draw_page(canvas: Canvas, grid: Grid, page: Page, top: float) -> None:
    """Draw heading, backgrounds, rules and cells of one page downwards from `top`."""
    edges = [sum(grid.shape.widths[:at]) for at in range(len(grid.shape.widths) + 1)]
    if grid.heading:
        grid.heading.draw(canvas, edges, top)
        top -= grid.heading.height
    elif grid.look.top:
        draw_line(canvas, grid.look.top, edges[0], top, edges[-1], top)
    if grid.look.panels:
        _draw_panels(canvas, page, edges, top)
    else:
        _draw_rules(canvas, grid, page, edges, top)
    _draw_contents(canvas, grid.shape, page, edges, top)


def draw_line(canvas: Canvas, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
    """Draw one of `LINES`; nothing for an empty kind."""
    if kind:
        colour, width = LINES[kind]
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        canvas.line(x1, y1, x2, y2)


def draw_band(canvas: Canvas, left: float, right: float, top: float, height: float) -> None:
    """Draw the band of a heading with its lines above and below."""
    canvas.setFillColor(BAND)
    canvas.rect(left, top - height, right - left, height, stroke=0, fill=1)
    draw_line(canvas, "strong", left, top, right, top)
    draw_line(canvas, "navy", left, top - height, right, top - height)


def _draw_contents(
    canvas: Canvas, shape: Shape, page: Page, edges: Sequence[float], top: float
) -> None:
    """Draw the cells row by row, so that copied text keeps the order of reading."""
    cells = iter(page.cells)
    drawn = next(cells, None)
    for placed in page.rows:
        while drawn is not None and drawn.top < placed.bottom:
            if drawn.cell is not None:
                left, high = edges[drawn.column] + shape.pad_x, top - drawn.top - shape.pad_top
                drawn.cell.draw(canvas, left, high, shape.inner(drawn.row, drawn.column))
            drawn = next(cells, None)
        if placed.row.paint:
            placed.row.paint(canvas, edges, top - placed.top, top - placed.bottom)
        high, low = top - placed.top, top - placed.bottom
        note_place(canvas, placed.row.row_id, edges[0], low, edges[-1], high)


def _draw_panels(canvas: Canvas, page: Page, edges: Sequence[float], top: float) -> None:
    for placed in page.rows:
        if placed.row.span or not any(placed.row.cells):
            continue
        for column in range(0, len(edges) - 1, 2):
            left, right = edges[column], edges[column + 1]
            high, low = top - placed.top, top - placed.bottom
            canvas.setFillColor(TINT)
            canvas.rect(left, low, right - left, high - low, stroke=0, fill=1)
            draw_line(canvas, "strong", left, high, right, high)


def _draw_rules(canvas: Canvas, grid: Grid, page: Page, edges: Sequence[float], top: float) -> None:
    for at, placed in enumerate(page.rows):
        if placed.row.tint:
            canvas.setFillColor(TINT)
            high = placed.bottom - placed.top
            canvas.rect(edges[0], top - placed.bottom, edges[-1] - edges[0], high, 0, 1)
        if placed.row.ground:
            placed.row.ground(canvas, edges, top - placed.top, top - placed.bottom)
        _draw_columns(canvas, grid.look, placed.row, edges, top - placed.top, top - placed.bottom)
        if at > 0:
            above = page.rows[at - 1].row
            left = _edge_of_line(placed.row, above, edges)
            draw_line(canvas, placed.row.line, left, top - placed.top, edges[-1], top - placed.top)
    if grid.heading:
        # The background of the first row has covered half of the line below the heading.
        draw_line(canvas, "navy", edges[0], top, edges[-1], top)
    _draw_end(canvas, grid, page, edges, top - page.height)


def _edge_of_line(row: Row, above: Row, edges: Sequence[float]) -> float:
    """Return where the line above a row begins: to the right of merged cells that go on."""
    at = 0
    if not row.span and not above.span:
        while at < len(row.cells) and row.cells[at] and row.cells[at] is above.cells[at]:
            at += 1
    return edges[at]


def _draw_columns(
    canvas: Canvas, look: Look, row: Row, edges: Sequence[float], high: float, low: float
) -> None:
    if row.span or not look.columns:
        return
    for at, x in enumerate(edges[1:-1]):
        draw_line(canvas, look.block if at == 0 else look.columns, x, high, x, low)


def _draw_end(canvas: Canvas, grid: Grid, page: Page, edges: Sequence[float], y: float) -> None:
    if page.cut:
        canvas.saveState()
        canvas.setDash(*DASHES)
        draw_line(canvas, "rule", edges[0], y, edges[-1], y)
        canvas.restoreState()
    else:
        kind = grid.look.end if page.rest else grid.look.last
        draw_line(canvas, kind, edges[0], y, edges[-1], y)
