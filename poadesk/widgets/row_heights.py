"""Heights of the rows of a long grid: at once where in sight, the others between events."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView

_TURN = 0.005  # seconds between two events; typing must not wait for it


class RowHeights(QObject):
    """Gives every row of a table the pixels that `height` tells for its line.

    Rows that were not measured yet have some height; whoever brings a line in sight asks to
    `reach` it before, because its place follows from the heights of all rows above.
    """

    def __init__(self, table: QTableView, height: Callable[[int], int]) -> None:
        super().__init__(table)
        self._table = table
        self._height = height
        self._next = 0  # the first line that is not measured
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_turn)
        table.verticalScrollBar().valueChanged.connect(self._finish)

    def begin(self) -> None:
        """Measure every row anew, after a change of the rows, of the width or of the letters."""
        self._next = 0
        if self._table.verticalScrollBar().value():
            self._finish()
        else:
            self.reach(0)

    def reach(self, line: int) -> None:
        """Measure the rows down to a line, and as many below it as the window may show."""
        room = self._table.window().height()
        if self._next == self._count():
            return
        while self._next < self._count() and (self._next <= line or room > 0):
            self._measure_next()
            if self._next > line:
                room -= self._table.rowHeight(self._next - 1)
        self._go_on()

    def measure(self, lines: range) -> None:
        """Measure some rows that changed."""
        for line in lines:
            self._measure(line)

    def _finish(self) -> None:
        if self._next < self._count():
            self.reach(self._count() - 1)

    def _take_turn(self) -> None:
        until = perf_counter() + _TURN
        while self._next < self._count() and perf_counter() < until:
            self._measure_next()
        self._go_on()

    def _go_on(self) -> None:
        self._table.updateGeometries()  # at once, or nobody could scroll so far down
        if self._next < self._count():
            self._turns.start()
        else:
            self._turns.stop()

    def _measure_next(self) -> None:
        self._measure(self._next)
        self._next += 1

    def _measure(self, line: int) -> None:
        height, rows = self._height(line), self._table.verticalHeader()
        if rows.sectionSize(line) != height:
            rows.resizeSection(line, height)

    def _count(self) -> int:
        return self._table.model().rowCount()


class MeasuredTable(QTableView):
    """A table that measures the rows down to a place before it scrolls there."""

    heights: RowHeights

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        self.heights.reach(index.row())
        super().scrollTo(index, hint)
