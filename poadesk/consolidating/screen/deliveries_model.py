"""The units of an office file as rows of a table, sorted by any column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from poadesk.consolidating.screen.delivery_words import (
    STATE_CHIPS,
    findings_words,
    ordinal,
    remarks_words,
)
from poadesk.plan.moments import day_said
from poadesk.plan.office_units import (
    APPROVED,
    DELIVERED,
    MISSING,
    OBSERVED,
    REFUSED,
    UnitRow,
)
from poadesk.plan.phrases import plain

NAME, STATE, REVISION, ARRIVED, FINDINGS, REMARKS = range(6)
HEADINGS = ("Unidad", "Estado", "Revisión", "Llegó", "Avisos", "Observaciones")
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ORDER = (MISSING, REFUSED, OBSERVED, DELIVERED, APPROVED)


class DeliveriesModel(QAbstractTableModel):
    """Rows of the table; the heading that sorts is `sorted_by`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[UnitRow] = []
        self.sorted_by = NAME
        self.descending = False

    def show_rows(self, rows: Sequence[UnitRow]) -> None:
        """Show these units."""
        self.beginResetModel()
        self.rows = self._sorted(rows)
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the same one again the other way."""
        self.descending = column == self.sorted_by and not self.descending
        self.sorted_by = column
        self.show_rows(self.rows)

    def row_of(self, key: str) -> int:
        """Return the row of a unit, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def text(self, row: UnitRow, column: int) -> str:
        """Return what a cell says in words."""
        if column == NAME:
            return row.name
        if column == STATE:
            return STATE_CHIPS[row.state][0]
        if row.state == REFUSED:
            return row.reason if column == REVISION else ""
        if not row.plan_id:
            return ""
        if column == REVISION:
            return ordinal(row.revision)
        if column == ARRIVED:
            return day_said(row.arrived, datetime.now()) if row.arrived else "—"
        return findings_words(row) if column == FINDINGS else remarks_words(row.remarks)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row) if column == NAME else self.text(row, column)
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return HEADINGS[section] if way == Qt.Orientation.Horizontal and role in wanted else None

    def spoken(self, row: UnitRow) -> str:
        """Return a whole row in words: `Mercados, Recibido, Revisión: 2.ª`."""
        said = [row.name, self.text(row, STATE)]
        for column in range(REVISION, len(HEADINGS)):
            words = self.text(row, column)
            if words not in ("", "—"):
                said.append(f"{HEADINGS[column]}: {words}")
        return ", ".join(said)

    def _sorted(self, rows: Sequence[UnitRow]) -> list[UnitRow]:
        by_name = sorted(rows, key=lambda row: (plain(row.name), row.key))
        if self.sorted_by == NAME:
            return by_name[::-1] if self.descending else by_name
        told = [row for row in by_name if row.plan_id or self.sorted_by == STATE]
        silent = [row for row in by_name if not row.plan_id and self.sorted_by != STATE]
        return [*sorted(told, key=self._sign, reverse=self.descending), *silent]

    def _sign(self, row: UnitRow) -> Any:
        """Return what a row is sorted by: what asks for work stands first."""
        if self.sorted_by == STATE:
            return _ORDER.index(row.state)
        if self.sorted_by == REVISION:
            return row.revision
        if self.sorted_by == ARRIVED:
            return row.arrived
        if self.sorted_by == FINDINGS:
            return -(row.errors or 0), -(row.warnings or 0)
        return -row.remarks.open, -row.remarks.answered, -row.remarks.resolved
