"""A whole grid of months: the table in the middle, its sums beside it, bars that scroll both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from poadesk.widgets.grid_headers import GridMeasures
from poadesk.widgets.grid_scroll import Mirror
from poadesk.widgets.grid_table import GridTable
from poadesk.widgets.theme import theme


class GridFrame(QWidget):
    """Shares its width among names, months and sums; all of them scroll as one.

    `margin` tells the pixels at the left that the screen keeps free.
    """

    view: GridTable

    def __init__(self, margin: Callable[[], int]) -> None:
        super().__init__()
        self._margin = margin
        self._measured_for: tuple[int, int] | None = None  # width and margin

    def put_together(self, sums: GridSums, *below: QWidget) -> None:
        """Lay the sums beside the view and the others below it; all follow what it shows."""
        self._sums, self._below = sums, below
        self._across = Mirror(self.view.horizontalScrollBar(), self)
        self._down = Mirror(self.view.verticalScrollBar(), self)
        self._lay_out()
        model = self.view.grid_model
        for part in (sums, *below):
            for change in (self.view.moved_about, self.view.chosen, model.headerDataChanged):
                change.connect(part.update)
        model.modelReset.connect(self._measure_anew)
        model.headerDataChanged.connect(self._measure_lines)
        theme().changed.connect(self._measure_anew)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._measured_for is None:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._measured_for != (self.width(), self._margin()):
            self._measure()
        self._place_bar()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_bar()
        return False

    def _measures(self, width: int, margin: int) -> tuple[GridMeasures, int]:
        """Return how the width is shared, and what the sums take of it."""
        raise NotImplementedError

    def _measure_lines(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        """Give rows that changed their heights."""
        if orientation == Qt.Orientation.Vertical:
            self.view.heights.measure(range(first, last + 1))

    def _measure_anew(self) -> None:
        """Measure after a change of all rows or of the letters."""
        self._measure()

    def _measure(self) -> None:
        """Share the width anew and give every row its height, once the grid is in sight."""
        self._measured_for = (self.width(), self._margin()) if self.isVisible() else None
        if self._measured_for is None:
            return
        measures, sums = self._measures(*self._measured_for)
        self.view.set_measures(measures)
        self.view.heights.begin()
        self._sums.setFixedWidth(sums)
        for part in self._below:
            part.updateGeometry()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # what is asked next must not meet the old widths
        for part in (self._sums, *self._below):
            part.update()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 0, 0)
        layout.addWidget(self._sums, 0, 1)
        for at, part in enumerate((*self._below, self._across), 1):
            layout.addWidget(part, at, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(0, 1)
        self._sums.installEventFilter(self)

    def _place_bar(self) -> None:
        top = self.view.horizontalHeader().height()
        width = self._down.sizeHint().width()
        area = self._sums.geometry()
        self._down.setGeometry(area.right() - width + 1, top, width, max(0, area.height() - top))
        self._down.raise_()


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
