"""The heading of a report's table: text columns, figure columns and the blocks over them."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.printing import faces
from poadesk.printing.cells import text_cell
from poadesk.printing.engine import Canvas
from poadesk.printing.figures import NAME_SIZE, Figures
from poadesk.printing.grid import draw_band, draw_line
from poadesk.printing.styles import BAND, NAVY, style
from poadesk.printing.text import paragraph

LEVEL, NAME_LEADING, WHITE_AROUND = 13.3, 8.6, 8.0


class ReportHeading:
    """Names of the columns over a band, on every page; `widths` are those of all columns."""

    def __init__(
        self, names: Sequence[str], widths: Sequence[float], figures: Figures, pad: float
    ) -> None:
        self.figures, self.pad = figures, pad
        self.inner = [width - 2 * pad for width in widths[: len(names)]]
        self.cells = [text_cell(paragraph(style("heading"), name)) for name in names]
        pairs = zip(self.cells, self.inner, strict=True)
        self.heights = [cell.height(width) for cell, width in pairs]
        lines = max((len(column.name.split("\n")) for column in figures.columns), default=1)
        self.low = LEVEL + (lines - 1) * NAME_LEADING
        high = self.low + (LEVEL if figures.blocks else 0.0)
        self.height = max(high, max(self.heights, default=0.0) + WHITE_AROUND)

    def draw(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        """Draw the band, its two lines and the words."""
        draw_band(canvas, edges[0], edges[-1], top, self.height)
        for at, cell in enumerate(self.cells):
            high = top - (self.height - self.heights[at]) / 2
            cell.draw(canvas, edges[at] + self.pad, high, self.inner[at])
        canvas.setFont(faces.SEMIBOLD, NAME_SIZE)
        canvas.setFillColor(NAVY)
        self._draw_blocks(canvas, edges, top)
        self._draw_names(canvas, edges, top - self.height)

    def _draw_blocks(self, canvas: Canvas, edges: Sequence[float], top: float) -> None:
        low = top - self.height + self.low
        for block in self.figures.blocks:
            left = edges[self.figures.before + block.first]
            right = edges[self.figures.before + block.past]
            middle = (top + low) / 2 - 2.5
            canvas.drawCentredString((left + right) / 2, middle, block.name)
            draw_line(canvas, "rule", left, low, right, low)

    def _draw_names(self, canvas: Canvas, edges: Sequence[float], bottom: float) -> None:
        figures = self.figures
        for at, column in enumerate(figures.columns):
            lines = column.name.split("\n")
            y = bottom + self.low / 2 - 2.5 + (len(lines) - 1) * NAME_LEADING / 2
            for line in lines:
                right = edges[figures.before + at + 1] - figures.gap / 2
                canvas.drawRightString(right, y, line)
                y -= NAME_LEADING


def fill_band(canvas: Canvas, edges: Sequence[float], top: float, bottom: float) -> None:
    """Lay the colour of a heading under a row."""
    canvas.setFillColor(BAND)
    canvas.rect(edges[0], bottom, edges[-1] - edges[0], top - bottom, stroke=0, fill=1)
