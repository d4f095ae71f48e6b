"""What the activities of a grid of months add up to, in a column beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from poadesk.widgets.grid_table import GridTable
from poadesk.widgets.theme import theme


class GridSums(QWidget):
    """Scrolls with a table; a click chooses a row. What is painted a grid adds."""

    _table: GridTable

    def __init__(self, table: GridTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._months_go_on = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._months_go_on = self._table.months_go_on()  # asked once, not for every row
        top = self._table.horizontalHeader().height()
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.setClipRect(0, top, self.width(), self.height() - top)
        painter.translate(0, top)
        for line in self._table.lines_in_sight():
            self._paint_line(painter, line)
        painter.resetTransform()
        painter.setClipping(False)
        painter.fillRect(0, 0, self.width(), top, theme().color("window"))
        painter.fillRect(0, top - 1, self.width(), 1, theme().color("line2"))
        self._paint_titles(painter, top)
        self._paint_border(painter, QRect(0, 0, self.width(), top))

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._table.verticalScrollBar(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = self._table.horizontalHeader().height()
        line = self._table.rowAt(event.position().toPoint().y() - top)
        if line >= 0 and self._table.grid_model.rows[line].activity is not None:
            self._table.setFocus()
            self._choose(line)

    def _choose(self, line: int) -> None:
        raise NotImplementedError

    def _paint_line(self, painter: QPainter, line: int) -> None:
        raise NotImplementedError

    def _paint_titles(self, painter: QPainter, height: int) -> None:
        raise NotImplementedError

    def _paint_border(self, painter: QPainter, rect: QRect) -> None:
        """Paint the line that the last month paints itself when it is in sight."""
        if self._months_go_on:
            painter.fillRect(0, rect.top(), 1, rect.height(), theme().color("line2"))
