"""The lines of a table of a report as rows of a view: filtered, sorted, the total at the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from poadesk.plan.reports.table import TEXT, Line
from poadesk.printing.screen.reports.making import SIGNS, ShownTable
from poadesk.printing.screen.reports.sorting import Filter, ordered, passing

Index = QModelIndex | QPersistentModelIndex
WHOLE_TOTAL = "TOTAL de todo el informe"
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class ReportModel(QAbstractTableModel):
    """Rows of one table; columns stand in the order in which they are shown.

    The closing line, if there is one, is the last row whatever is sorted or filtered, and says
    with `total_words` that it belongs to the whole report.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: ShownTable | None = None
        self.filter = Filter()
        self.sorted_by = -1
        self.descending = False
        self.total_words = WHOLE_TOTAL
        self._rows: list[int] = []

    def show(self, shown: ShownTable, wanted: Filter) -> None:
        """Show a table through a filter; the sorting stays while the columns are the same."""
        self.beginResetModel()
        if self.shown is None or self.shown.table.columns != shown.table.columns:
            self.sorted_by, self.descending = -1, False
        self.shown, self.filter = shown, wanted
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Sort by a shown column; by the same one again the other way, and then not at all."""
        self.beginResetModel()
        if column != self.sorted_by:
            self.sorted_by, self.descending = column, False
        elif not self.descending:
            self.descending = True
        else:
            self.sorted_by, self.descending = -1, False
        self._arrange()
        self.endResetModel()

    @property
    def found(self) -> int:
        """Return how many lines the filter leaves."""
        return len(self._rows)

    @property
    def fixed(self) -> int:
        """Return how many columns stay in sight."""
        return self.shown.fixed if self.shown is not None else 0

    def line(self, row: int) -> Line:
        """Return what a row shows."""
        assert self.shown is not None
        if row < len(self._rows):
            return self.shown.table.lines[self._rows[row]]
        assert self.shown.table.closing is not None
        return self.shown.table.closing

    def is_closing(self, row: int) -> bool:
        """Say whether a row is the total of the whole report."""
        return row >= len(self._rows)

    def is_total(self, row: int) -> bool:
        """Say whether a row sums up others."""
        return self.is_closing(row) or "TOTAL" in self.line(row).values[:4]

    def row_of(self, row_id: str) -> int | None:
        """Return the first row that speaks of an activity or goal."""
        rows = range(len(self._rows))
        return next((at for at in rows if row_id and self.line(at).row_id == row_id), None)

    def source(self, column: int) -> int:
        """Return which column of the table a shown column is."""
        assert self.shown is not None
        return self.shown.order[column]

    def is_text(self, column: int) -> bool:
        """Say whether a column holds words and not figures."""
        return self.kind(column) == TEXT

    def kind(self, column: int) -> str:
        """Return the kind of a column."""
        assert self.shown is not None
        return self.shown.table.columns[self.source(column)].kind

    def band(self, column: int) -> str:
        """Return the heading that a column shares with its neighbours."""
        assert self.shown is not None
        return self.shown.table.columns[self.source(column)].band

    def heading(self, column: int) -> str:
        """Return the heading of a column."""
        assert self.shown is not None
        heading = self.shown.table.columns[self.source(column)].heading
        return heading.capitalize() if self.band(column) and heading.isupper() else heading

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        assert self.shown is not None
        if self.is_closing(row) and self.is_text(column):
            return self.total_words if column == 1 else ""
        return self.shown.text(self.line(row), self.source(column))

    def sign(self, row: int, column: int) -> str:
        """Return the sign of the traffic light that stands in a cell, or ""."""
        if self.shown is None or self.source(column) != self.shown.state:
            return ""
        return SIGNS.get(self.shown.state_of(self.line(row)), "")

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        if parent.isValid() or self.shown is None:
            return 0
        return len(self._rows) + (self.shown.table.closing is not None)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.order)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.text(index.row(), index.column())
        if role == _Role.DisplayRole:
            return text
        if role == _Role.AccessibleTextRole:
            return f"{self._spoken(index.column())}: {text or 'vacío'}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == _Role.DisplayRole:
            return self.heading(section)
        if role == _Role.AccessibleTextRole:
            order = "de mayor a menor" if self.descending else "de menor a mayor"
            is_sorted = section == self.sorted_by
            return f"{self._spoken(section)}{f', ordenada {order}' if is_sorted else ''}"
        return None

    def _spoken(self, column: int) -> str:
        return f"{self.band(column)} {self.heading(column)}".strip()

    def _arrange(self) -> None:
        assert self.shown is not None
        rows = passing(self.shown, self.filter)
        if self.sorted_by >= 0:
            rows = ordered(self.shown, rows, self.source(self.sorted_by), self.descending)
        self._rows = rows
