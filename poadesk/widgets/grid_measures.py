"""What a grid of months has to know of its measures, and how wide the numbers of its rows are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from poadesk.widgets.grid_model import GridRow
from poadesk.widgets.grid_text import text_width

_ZEROS = str.maketrans("123456789", "000000000")


class GridMeasures(Protocol):
    """Widths in pixels: the names, one column, and the room at the left of the names."""

    @property
    def names(self) -> int:
        """Return the width of the names."""

    @property
    def column(self) -> int:
        """Return the width of a column."""

    @property
    def margin(self) -> int:
        """Return where the numbers of the rows begin."""

    @property
    def tight(self) -> bool:
        """Say whether a column is so narrow that its numbers take smaller letters."""

    def height(self, row: Any) -> int:
        """Return how high a row must be for all of its text."""


def zeros_of(number: str) -> str:
    """Return a number with every figure a 0: they are equally wide, and few are left."""
    return number.translate(_ZEROS)


def longest_number(rows: Iterable[GridRow], roles: Mapping[str, str]) -> float:
    """Return the width of the longest number of a row, in pixels."""
    shapes = {(zeros_of(row.number), roles[row.kind]) for row in rows}
    return max((text_width(*one) for one in shapes), default=0)
