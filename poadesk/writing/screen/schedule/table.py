"""The table of months as it looks: headings across it, the current cell and the range framed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from poadesk.plan.profiles import Noun
from poadesk.widgets.row_heights import MeasuredTable, RowHeights
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.block import Block
from poadesk.writing.screen.schedule.delegate import ScheduleDelegate
from poadesk.writing.screen.schedule.headers import Corner, MonthHeader, NameHeader
from poadesk.writing.screen.schedule.measures import Measures
from poadesk.writing.screen.schedule.model import Index, ScheduleModel
from poadesk.writing.screen.schedule.painting import paint_heading

_BEYOND = 6


class ScheduleTable(MeasuredTable):
    """Months or weeks beside the names of the activities. `chosen` follows cell and range."""

    chosen = Signal()
    moved_about = Signal()

    def __init__(self, model: ScheduleModel, activity: Noun, parent: QWidget) -> None:
        super().__init__(parent)
        self.schedule = model
        self.activity = activity
        self.measures = Measures()
        self.names = NameHeader(model, self)
        self._corner = Corner(activity.title, self)
        self._delegate = ScheduleDelegate(model, self)
        self._framed: set[int] = set()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(MonthHeader(model, self))
        self.setVerticalHeader(self.names)
        self._corner.raise_()
        self.heights = RowHeights(self, lambda at: self.measures.height(model.rows[at]))
        self._set_up()

    def _set_up(self) -> None:
        self.setAccessibleName("Cronograma")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Every pixel is painted here: then scrolling paints only the rows that come into sight.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_measures(self, measures: Measures) -> None:
        """Take new widths for the names and the columns."""
        self.measures = self.names.measures = self._corner.measures = measures
        self._delegate.tight = measures.tight
        self.horizontalHeader().setDefaultSectionSize(measures.column)
        self.names.setFixedWidth(measures.names)
        self.updateGeometries()
        self._place_corner()
        self.viewport().update()

    def lines_in_sight(self) -> range:
        """Return the rows of which something is in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else len(self.schedule.rows) - 1) + 1)

    def line_rect(self, line: int, width: int) -> QRect:
        """Return the place of a row in a widget `width` pixels wide that scrolls with this one."""
        return QRect(0, self.rowViewportPosition(line), width, self.rowHeight(line))

    def block(self) -> Block | None:
        """Return the chosen cells of activities; None where there are none."""
        parts = self.selectionModel().selection().toList()
        if not parts:
            parts = [QItemSelectionRange(self.currentIndex())]
        columns, rows = self.schedule.columns, self.schedule.rows
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        left, right = min(part.left() for part in parts), max(part.right() for part in parts)
        lines = self.schedule.lines(top, bottom)
        if left < 0 or not lines:
            return None
        return Block(tuple(rows[line] for line in lines), range(left, right + 1), columns)

    def lines_of(self, block: Block) -> list[int]:
        """Return the lines in which the rows of a block stand."""
        found = (self.schedule.line_of(row.id) for row in block.rows)
        return [line for line in found if line is not None]

    def frame_rect(self) -> QRect:
        """Return the rectangle of the chosen cells, or of the current one, in the viewport."""
        frame = self.visualRect(self.currentIndex())
        for part in self.selectionModel().selection().toList():
            frame |= self.visualRect(part.topLeft()) | self.visualRect(part.bottomRight())
        return frame

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_below(painter)
        for line in self.lines_in_sight():
            row = self.schedule.rows[line]
            rect = self.line_rect(line, self.viewport().width())
            if row.activity is None and rect.intersects(event.rect()):
                paint_heading(painter, row, rect, self.measures.names, self.measures)
        self.paint_frame(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()
        self.moved_about.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            # Headings stay where they are while the months under them move.
            self.viewport().update()
        self.moved_about.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        block = self.block()
        self._delegate.shows_range = block is not None and block.size > 1
        self._repaint_frame()
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.names.chosen = current.row()
        self.names.viewport().update()
        self._repaint_frame()
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_frame()

    def paint_frame(self, painter: QPainter) -> None:
        """Paint the frame around the chosen cells."""
        frame = self.frame_rect()
        if frame.isEmpty():
            return
        painter.setPen(QPen(theme().color("accent" if self.hasFocus() else "field"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # The frame covers the line of the cell before, so that it stands on both its sides.
        painter.drawRect(frame.adjusted(max(-1, -frame.left()) + 1, 1, -1, -1))

    def _paint_below(self, painter: QPainter) -> None:
        """Paint the ground under the last row, which no cell paints."""
        room = self.viewport().rect()
        room.setTop(self.verticalHeader().length() - self.verticalOffset())
        painter.fillRect(room, theme().color("surface"))

    def _repaint_frame(self) -> None:
        """Paint anew the lines of the frame, where it was and where it is now."""
        lines = {self.currentIndex().row()}
        for part in self.selectionModel().selection().toList():
            lines |= {part.top(), part.bottom()}
        present = {line for line in lines | self._framed if 0 <= line < len(self.schedule.rows)}
        self._framed = lines
        if present:
            width = self.viewport().width()
            area = self.line_rect(min(present), width) | self.line_rect(max(present), width)
            self.viewport().update(area.adjusted(0, 0, 0, theme().px(_BEYOND)))

    def _place_corner(self) -> None:
        self._corner.setGeometry(0, 0, self.names.width(), self.horizontalHeader().height())
