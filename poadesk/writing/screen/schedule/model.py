"""The grid of the cronograma: a line for each row of the plan, a column per month or week."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from poadesk.plan.model import Activity
from poadesk.widgets.grid_model import GridModel, Index
from poadesk.writing.screen.schedule.columns import Cell, Columns
from poadesk.writing.screen.schedule.rows import ScheduleRow
from poadesk.writing.screen.schedule.words import cell_aloud, value_of_cell


class ScheduleModel(GridModel):
    """A line per heading or activity, a column per month or week."""

    rows: list[ScheduleRow]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.observed: Callable[[str], bool] = lambda row_id: False
        self.columns = Columns()
        self._previews: dict[str, dict[int, int]] = {}
        self._at_work: list[int] | None = None
        self._active: dict[str, ScheduleRow] | None = None

    def show(self, rows: list[ScheduleRow], columns: Columns, changed: Collection[str]) -> bool:
        """Show these lines: only the changed ones anew while the grid keeps its lines.

        Say whether all lines had to be shown anew.
        """
        self._at_work = self._active = None
        same = columns == self.columns and [r.id for r in rows] == [r.id for r in self.rows]
        if not same:
            self.beginResetModel()
            self.rows, self.columns = rows, columns
            self._at = {row.id: at for at, row in enumerate(rows)}
            self.endResetModel()
            return True
        for at, row in enumerate(rows):
            if row.id in changed or row.number != self.rows[at].number:
                self._replace(at, row)
        return False

    def renew(self, activity: Activity) -> None:
        """Show an activity with other months; it keeps its line and its number."""
        at = self._at.get(activity.id)
        if at is not None:
            self._at_work = None
            row = ScheduleRow(activity, self.rows[at].number, self.columns)
            if self._active is not None and activity.id in self._active:
                self._active[activity.id] = row
            self._replace(at, row)

    def _replace(self, at: int, row: ScheduleRow) -> None:
        self.rows[at] = row
        self._tell(at, at)

    def cell(self, index: Index) -> Cell | None:
        """Return the place that an index shows, or None in a heading."""
        if not index.isValid() or self.rows[index.row()].activity is None:
            return None
        return self.columns.cell(self.rows[index.row()].id, index.column())

    def index_of(self, cell: Cell) -> QModelIndex:
        """Return where a place is shown; invalid when it is not any more."""
        at, column = self._at.get(cell.activity_id), self.columns.column(cell)
        return QModelIndex() if at is None or column is None else self.index(at, column)

    def values(self, line: int) -> Mapping[int, int]:
        """Return {column: thousandths} as the grid paints a line, also while a stroke lasts."""
        row = self.rows[line]
        return self._previews.get(row.id, row.values)

    def shown(self, line: int, column: int) -> str:
        """Return what the grid paints in a cell; empty where nothing is marked."""
        value = self.values(line).get(column)
        return value_of_cell(value, self.rows[line].has_unit) if value else ""

    def preview(self, wanted: Mapping[str, Mapping[int, int]]) -> None:
        """Paint lines as if this were written, {row id: {column: thousandths}}; {} ends it."""
        before, self._previews = self._previews, {}
        for row_id, filling in wanted.items():
            merged = {**self.rows[self._at[row_id]].values, **filling}
            self._previews[row_id] = {at: value for at, value in merged.items() if value}
        for row_id in {**before, **self._previews}:
            if row_id in self._at:
                at = self._at[row_id]
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columns.count - 1))

    def at_work(self) -> list[int]:
        """Return how many active activities work in each month of the plan."""
        if self._at_work is None:
            self._at_work = [0] * len(self.columns.months)
            per_month = self.columns.per_month
            for row in self.active():
                for month in {column // per_month for column in row.values}:
                    self._at_work[month] += 1
        return self._at_work

    def active(self) -> Collection[ScheduleRow]:
        """Return the lines of the activities that count."""
        if self._active is None:
            found = ((row, row.activity) for row in self.rows)
            self._active = {row.id: row for row, activity in found if activity and activity.active}
        return self._active.values()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.columns.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and row.activity is not None:
            return cell_aloud(row.values, index.column(), self.columns, row.has_unit)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columns.count if across else len(self.rows)):
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if across:
            return self.columns.name(section)
        row = self.rows[section]
        name = f"{row.number} {row.text}".strip()
        if self.observed(row.id) and role == Qt.ItemDataRole.AccessibleTextRole:
            name = f"{name}, observada"
        if role == Qt.ItemDataRole.AccessibleTextRole and row.activity is not None:
            return f"{name}: {row.sum.spoken}"
        return name
