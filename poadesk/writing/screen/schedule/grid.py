"""The whole cronograma: months in the middle, sums at the right, the counts of each month below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from poadesk.widgets.grid_scroll import Mirror
from poadesk.widgets.grid_text import paint_centred, paint_lines
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.measures import Measures, measured
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.painting import paint_heading, paint_sum
from poadesk.writing.screen.schedule.table import ScheduleTable
from poadesk.writing.screen.schedule.view import ScheduleView


def months_go_on(table: ScheduleTable) -> bool:
    """Say whether there are months out of sight at the right."""
    bar = table.horizontalScrollBar()
    return bar.value() < bar.maximum()


class ScheduleGrid(QWidget):
    """Shares its width among names, months and sums; all of them scroll as one.

    `margin` tells the pixels at the left that the screen keeps free.
    """

    def __init__(
        self, model: ScheduleModel, open_plan: OpenPlan, margin: Callable[[], int]
    ) -> None:
        super().__init__()
        self._model = model
        self._margin = margin
        self._measured_for: tuple[int, int] | None = None  # width and margin
        self.view = ScheduleView(model, open_plan, self)
        self._sums = SumsColumn(self.view, self)
        self._counts = MonthCounts(self.view, self)
        self._across = Mirror(self.view.horizontalScrollBar(), self)
        self._down = Mirror(self.view.verticalScrollBar(), self)
        self._lay_out()
        for part in (self._sums, self._counts):
            self.view.moved_about.connect(part.update)
            self.view.chosen.connect(part.update)
            model.headerDataChanged.connect(part.update)
        model.modelReset.connect(self.measure)
        model.headerDataChanged.connect(self._measure_lines)
        theme().changed.connect(self.measure)

    def measure(self) -> None:
        """Share the width anew and give every row its height, once the grid is in sight."""
        self._measured_for = (self.width(), self._margin()) if self.isVisible() else None
        if self._measured_for is None:
            return
        rows = self._model.rows
        measures = measured(self.width(), self._margin(), self._model.columns, rows)
        self.view.set_measures(measures)
        self.view.heights.begin()
        self._sums.setFixedWidth(measures.sums)
        self._counts.updateGeometry()
        self._settle()

    def _settle(self) -> None:
        """Take the new widths now: what is asked next must not meet the old ones."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._counts.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._measured_for is None:
            self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._measured_for != (self.width(), self._margin()):
            self.measure()
        self._place_bar()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 0, 0)
        layout.addWidget(self._sums, 0, 1)
        layout.addWidget(self._counts, 1, 0, 1, 2)
        layout.addWidget(self._across, 2, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(0, 1)
        self._sums.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_bar()
        return False

    def _place_bar(self) -> None:
        top = self.view.horizontalHeader().height()
        width = self._down.sizeHint().width()
        area = self._sums.geometry()
        self._down.setGeometry(area.right() - width + 1, top, width, max(0, area.height() - top))
        self._down.raise_()

    def _measure_lines(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        if orientation == Qt.Orientation.Vertical:
            self.view.heights.measure(range(first, last + 1))


class SumsColumn(QWidget):
    """What each activity adds up to, beside its row."""

    def __init__(self, table: ScheduleTable, parent: QWidget) -> None:
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
        self._paint_title(painter, top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._table.verticalScrollBar(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = self._table.horizontalHeader().height()
        line = self._table.rowAt(event.position().toPoint().y() - top)
        if line >= 0 and self._table.schedule.rows[line].activity is not None:
            self._table.setFocus()
            self._table.setCurrentIndex(self._table.schedule.index(line, 0))

    def _paint_line(self, painter: QPainter, line: int) -> None:
        row, measures = self._table.schedule.rows[line], self._table.measures
        rect = self._table.line_rect(line, self.width())
        if row.activity is None:
            paint_heading(painter, row, rect, measures.total - measures.sums, measures)
        else:
            paint_sum(painter, row, rect, line == self._table.currentIndex().row(), measures)
            self._paint_border(painter, rect)

    def _paint_border(self, painter: QPainter, rect: QRect) -> None:
        """Paint the line that the last month paints itself when it is in sight."""
        if months_go_on(self._table):
            painter.fillRect(0, rect.top(), 1, rect.height(), theme().color("line2"))

    def _paint_title(self, painter: QPainter, height: int) -> None:
        painter.fillRect(0, 0, self.width(), height, theme().color("window"))
        painter.fillRect(0, height - 1, self.width(), 1, theme().color("line2"))
        top = height - 1 - theme().px(14) - theme().line_height("label") / 2
        paint_lines(painter, ("Suma",), "label", theme().px(12), top, "text2")
        self._paint_border(painter, QRect(0, 0, self.width(), height))


class MonthCounts(QWidget):
    """How many activities work in each month."""

    def __init__(self, table: ScheduleTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        activity = table.activity
        self._words = f"{activity.short or activity.titles} con trabajo en el mes"
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        return QSize(0, theme().px(33))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, measures = QPainter(self), self._table.measures
        painter.fillRect(self.rect(), theme().color("window"))
        self._paint_months(painter, measures)
        top = (self.height() - theme().line_height("grid")) / 2
        paint_lines(painter, (self._words,), "grid", measures.margin, top, "text2")
        self._paint_total(painter, measures)
        painter.fillRect(0, 0, self.width(), 1, theme().color("line2"))

    def _paint_months(self, painter: QPainter, measures: Measures) -> None:
        columns = self._table.schedule.columns
        wide = measures.column * columns.per_month
        left = measures.names - self._table.horizontalScrollBar().value()
        painter.save()
        painter.setClipRect(self._months(measures))
        painter.fillRect(measures.names - 1, 0, 1, self.height(), theme().color("line2"))
        for at, count in enumerate(self._table.schedule.at_work()):
            rect = QRect(left + at * wide, 0, wide, self.height())
            ends = columns.ends_quarter((at + 1) * columns.per_month - 1)
            line = theme().color("line2" if ends else "line")
            painter.fillRect(rect.right(), 0, 1, self.height(), line)
            role = "label" if measures.tight else "button"
            paint_centred(painter, rect, str(count), role, "text" if count else "text3")
        painter.restore()

    def _months(self, measures: Measures) -> QRect:
        width = measures.total - measures.sums - measures.names
        return QRect(QPoint(measures.names - 1, 0), QPoint(measures.names + width, self.height()))

    def _paint_total(self, painter: QPainter, measures: Measures) -> None:
        count = len(self._table.schedule.active())
        words = f"de {count}" if measures.narrow else f"de {self._table.activity.counted(count)}"
        top = (self.height() - theme().line_height("small")) / 2
        left = measures.total - measures.sums
        paint_lines(painter, (words,), "small", left + theme().px(12), top, "text2")
        if months_go_on(self._table):
            painter.fillRect(left, 0, 1, self.height(), theme().color("line2"))
