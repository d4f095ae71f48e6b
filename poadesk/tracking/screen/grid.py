"""The whole tracking grid: months in the middle, sums and progress at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from poadesk.tracking.screen.measures import Longest, longest_of, measured
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import paint_heading, paint_progress, paint_sums
from poadesk.tracking.screen.table import TrackingTable
from poadesk.tracking.screen.view import TrackingView
from poadesk.widgets.grid_scroll import Mirror
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme


class TrackingGrid(QWidget):
    """Shares its width among names, months, sums and progress; all of them scroll as one.

    `margin` tells the pixels at the left that the screen keeps free.
    """

    def __init__(
        self, model: TrackingModel, open_plan: OpenPlan, margin: Callable[[], int]
    ) -> None:
        super().__init__()
        self._model = model
        self._margin = margin
        self._measured_for: tuple[int, int] | None = None  # width and margin
        self._longest: Longest | None = None  # of what is shown now
        self.view = TrackingView(model, open_plan, self)
        self._sums = SumsColumn(self.view, self)
        self._across = Mirror(self.view.horizontalScrollBar(), self)
        self._down = Mirror(self.view.verticalScrollBar(), self)
        self._lay_out()
        for change in (self.view.moved_about, self.view.chosen, model.headerDataChanged):
            change.connect(self._sums.update)
        model.modelReset.connect(self._measure_anew)
        model.headerDataChanged.connect(self._measure_lines)
        theme().changed.connect(self._measure_anew)

    def _measure_anew(self) -> None:
        self._longest = None
        self._measure()

    def _measure(self) -> None:
        """Share the width anew and give every row its height, once the grid is in sight."""
        self._measured_for = (self.width(), self._margin()) if self.isVisible() else None
        if self._measured_for is None:
            return
        model = self._model
        self._longest = self._longest or longest_of(model.kind, model.rows)
        room = self.width(), self._margin(), len(model.months)
        measures = measured(*room, model.kind, self._longest)
        self.view.set_measures(measures)
        self.view.heights.begin()
        self._sums.setFixedWidth(measures.right)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # what is asked next must not meet the old widths
        self._sums.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._measured_for is None:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._measured_for != (self.width(), self._margin()):
            self._measure()
        self._place_bar()
        self.view.scrollTo(self.view.currentIndex())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_bar()
        return False

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 0, 0)
        layout.addWidget(self._sums, 0, 1)
        layout.addWidget(self._across, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(0, 1)
        self._sums.installEventFilter(self)

    def _place_bar(self) -> None:
        top = self.view.horizontalHeader().height()
        width = self._down.sizeHint().width()
        area = self._sums.geometry()
        self._down.setGeometry(area.right() - width + 1, top, width, max(0, area.height() - top))
        self._down.raise_()

    def _measure_lines(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        if orientation == Qt.Orientation.Vertical and first == last:
            self._make_room_for(first)
            self.view.heights.measure(range(first, last + 1))
        elif orientation == Qt.Orientation.Vertical:
            self._measure_anew()

    def _make_room_for(self, line: int) -> None:
        """Widen what is too narrow for a row; nothing becomes narrower while a person types."""
        if self._longest is None:
            return
        wanted = longest_of(self._model.kind, [self._model.rows[line]])
        wider = self._longest.or_wider(wanted)
        if wider != self._longest:
            self._longest = wider
            self._measure()
            self.view.scrollTo(self.view.currentIndex())


class SumsColumn(QWidget):
    """What each activity adds up to and how far it is, beside its row."""

    def __init__(self, table: TrackingTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = self._table.horizontalHeader().height()
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.setClipRect(0, top, self.width(), self.height() - top)
        painter.translate(0, top)
        for line in self._table.lines_in_sight():
            self._paint_line(painter, line)
        painter.resetTransform()
        painter.setClipping(False)
        self._paint_titles(painter, top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._table.verticalScrollBar(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = self._table.horizontalHeader().height()
        line = self._table.rowAt(event.position().toPoint().y() - top)
        if line >= 0 and self._table.tracking.rows[line].activity is not None:
            self._table.setFocus()
            column = max(0, self._table.currentIndex().column())
            self._table.go_to(self._table.tracking.index(line, column))

    def _paint_line(self, painter: QPainter, line: int) -> None:
        row, measures = self._table.tracking.rows[line], self._table.measures
        rect = self._table.line_rect(line, self.width())
        if row.activity is None:
            paint_heading(painter, row, rect, measures.total - measures.right, measures)
            return
        kind = self._table.tracking.kind
        sums = QRect(rect.left(), rect.top(), measures.sum, rect.height())
        paint_sums(painter, row, sums, line == self._table.currentIndex().row(), kind)
        paint_progress(painter, row, rect.adjusted(measures.sum, 0, 0, 0), kind)
        self._paint_border(painter, rect)

    def _paint_border(self, painter: QPainter, rect: QRect) -> None:
        """Paint the line that the last month paints itself when it is in sight."""
        bar = self._table.horizontalScrollBar()
        if bar.value() < bar.maximum():
            painter.fillRect(0, rect.top(), 1, rect.height(), theme().color("line2"))

    def _paint_titles(self, painter: QPainter, height: int) -> None:
        painter.fillRect(0, 0, self.width(), height, theme().color("window"))
        painter.fillRect(0, height - 1, self.width(), 1, theme().color("line2"))
        top = height - 1 - theme().px(15) - theme().line_height("label") / 2
        wide = self._table.measures.sum
        left = wide - theme().px(10) - text_width("Suma", "label")
        paint_lines(painter, ("Suma",), "label", left, top, "text2")
        painter.fillRect(wide, 0, 1, height, theme().color("line2"))
        paint_lines(painter, ("Avance",), "label", wide + theme().px(10), top, "text2")
        self._paint_border(painter, QRect(0, 0, self.width(), height))
