"""The lines of a grid of months: headings, and below them the activities that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from poadesk.plan.model import Activity

Index = QModelIndex | QPersistentModelIndex
_CHOOSABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class GridRow(Protocol):
    """A line of a grid; a heading has no activity."""

    id: str
    number: str

    @property
    def activity(self) -> Activity | None:
        """Return the activity, or None in a heading."""


class GridModel(QAbstractTableModel):
    """A line for each of the `rows`; what the columns are, and what stands in them, is added."""

    rows: Sequence[GridRow]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = []
        self._at: dict[str, int] = {}

    def line_of(self, row_id: str) -> int | None:
        """Return the line of an activity, or of the first one below a heading."""
        at = self._at.get(row_id)
        return None if at is None else self.next_line(at - 1)

    def next_line(self, line: int, by: int = 1) -> int | None:
        """Return the line of the next activity after a line (-1: before it), or None."""
        line += by
        while 0 <= line < len(self.rows):
            if self.rows[line].activity is not None:
                return line
            line += by
        return None

    def lines(self, first: int, last: int) -> list[int]:
        """Return the lines of activities from one line to another."""
        between = range(max(0, first), min(last + 1, len(self.rows)))
        return [at for at in between if self.rows[at].activity is not None]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].activity is None:
            return Qt.ItemFlag.NoItemFlags
        return _CHOOSABLE

    def _tell(self, first: int, last: int) -> None:
        """Say that lines changed, from one to another, and their names with them."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)
