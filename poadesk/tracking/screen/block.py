"""The chosen part of the tracking grid: activities one below the other, months side by side."""

from __future__ import annotations

from collections.abc import Callable

from poadesk.quick_dataclass import dataclass
from poadesk.tracking.edits import Recording, Wanted
from poadesk.tracking.screen.rows import Place, TrackingRow


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of activities, the chosen months, and the one field that is chosen of them."""

    rows: tuple[TrackingRow, ...]
    months: tuple[str, ...]
    field: str

    @property
    def size(self) -> int:
        """Return how many cells are chosen."""
        return len(self.rows) * len(self.months)

    @property
    def total(self) -> int:
        """Return what the chosen cells add up to."""
        return sum(row.amounts(self.field).get(one, 0) for row in self.rows for one in self.months)

    @property
    def first(self) -> Place:
        """Return the first of the chosen cells."""
        return Place(self.rows[0].id, self.months[0], self.field)

    def everywhere(self, value: int | None) -> Wanted:
        """Return the same amount for every cell."""
        return self.each(lambda row: dict.fromkeys(self.months, value))

    def each(self, recording: Callable[[TrackingRow], Recording]) -> Wanted:
        """Return what is wanted for each row."""
        return {row.id: recording(row) for row in self.rows}
