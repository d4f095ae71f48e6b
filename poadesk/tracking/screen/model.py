"""The table of months: a line per heading or activity, a column per month of the plan year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from poadesk.plan import calendar
from poadesk.plan.model import Activity
from poadesk.tracking.screen.rows import PHYSICAL, Kind, TrackingRow
from poadesk.tracking.screen.words import amount_words, cell_aloud, row_aloud
from poadesk.widgets.grid_model import GridModel, Index


class TrackingModel(GridModel):
    """What the grid shows; `kind` says which two amounts stand in each cell."""

    rows: list[TrackingRow]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.months: tuple[str, ...] = ()
        self.kind: Kind = PHYSICAL
        self.past = 0

    def show(self, rows: Sequence[TrackingRow], months: tuple[str, ...], past: int) -> None:
        """Show these lines; the first `past` months are those up to the cut-off."""
        same = months == self.months and [r.id for r in rows] == [r.id for r in self.rows]
        if same:
            self.rows, self.past = list(rows), past
            self._tell_all()
            return
        self.beginResetModel()
        self.rows, self.months, self.past = list(rows), months, past
        self._at = {row.id: at for at, row in enumerate(self.rows)}
        self.endResetModel()

    def show_kind(self, kind: Kind) -> None:
        """Show the two other amounts of every activity."""
        self.kind = kind
        self._tell_all()

    def renew(self, row: TrackingRow) -> None:
        """Show an activity as it is now; it keeps its line."""
        at = self._at.get(row.id)
        if at is not None:
            self.rows[at] = row
            self._tell(at, at)

    def index_of(self, activity_id: str, month: str) -> QModelIndex:
        """Return where a month of an activity is shown; invalid when it is not."""
        at = self._at.get(activity_id)
        if at is None or month not in self.months:
            return QModelIndex()
        return self.index(at, self.months.index(month))

    def shown(self, line: int, column: int, is_upper: bool) -> str:
        """Return what one of the two lines of a cell shows; empty where nothing is known."""
        row, field = self.rows[line], self.kind.field(is_upper)
        value = row.amounts(field).get(self.months[column])
        return "" if value is None else amount_words(value, field, row.has_unit)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.months)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.rows[index.row()].activity is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index.row(), index.column(), is_upper=False)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_aloud(self.rows[index.row()], self.months[index.column()], self.kind)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.months) if across else len(self.rows)):
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if across:
            return calendar.name(self.months[section])
        row = self.rows[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row.row, Activity):
            return row_aloud(row, self.kind)
        return f"{row.number} {row.text}".strip()

    def _tell_all(self) -> None:
        if self.rows and self.months:
            self._tell(0, len(self.rows) - 1)
