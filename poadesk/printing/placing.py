"""The measures of a grid, and what stands where on one of its pages, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from poadesk.printing.cells import Cell, Row

# What now stands for a merged cell that began on a page before: its rest, or a repetition.
Carried = dict[Cell, Cell | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures a grid shares with all its pages, in points."""

    widths: tuple[float, ...]
    page: float
    waste: float = 0.34
    pad_x: float = 6.0
    pad_top: float = 5.0
    pad_bottom: float = 6.0
    pad_right: float = 6.0

    @property
    def pads(self) -> float:
        """Return the white above and below the content of a cell."""
        return self.pad_top + self.pad_bottom

    def inner(self, row: Row, column: int) -> float:
        """Return the width that a cell's content has."""
        outer = sum(self.widths) if row.span else self.widths[column]
        return outer - self.pad_x - self.pad_right


@dataclass(slots=True)
class Placed:
    """A row on the page, from `top` to `bottom`."""

    row: Row
    top: float
    bottom: float


@dataclass(slots=True)
class Drawn:
    """A cell on the page, and in which column of which row it begins."""

    cell: Cell | None
    row: Row
    column: int
    top: float
    merged: bool = False


@dataclass(slots=True)
class Page:
    """One page of a grid: its rows, its cells, and the rows that go on."""

    rows: list[Placed] = field(default_factory=list)
    cells: list[Drawn] = field(default_factory=list)
    rest: Sequence[Row] = ()
    carried: Carried = field(default_factory=dict)
    cut: bool = False

    @property
    def height(self) -> float:
        """Return where the last row ends."""
        return self.rows[-1].bottom if self.rows else 0.0
