"""The table of months as it looks: headings across it, the chosen cells veiled and framed.

A cell has two lines, and only one of them is chosen at a time, in every chosen row the same.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.delegate import TrackingDelegate
from poadesk.tracking.screen.headers import Corner, MonthHeader, NameHeader
from poadesk.tracking.screen.measures import Measures
from poadesk.tracking.screen.model import Index, TrackingModel
from poadesk.tracking.screen.painting import halves, paint_heading
from poadesk.tracking.screen.rows import Place
from poadesk.widgets.row_heights import MeasuredTable, RowHeights
from poadesk.widgets.theme import theme

_VEIL = 0.12


class TrackingTable(MeasuredTable):
    """Months beside the names of the activities. `chosen` follows cell, line and range.

    `is_upper` says which line of the cells is chosen: what was planned, or what was done.
    """

    chosen = Signal()
    moved_about = Signal()

    def __init__(self, model: TrackingModel, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tracking = model
        self.measures = Measures()
        self.is_upper = False
        self.names = NameHeader(model, self)
        self._corner = Corner(title, self)
        self._delegate = TrackingDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(MonthHeader(model, self))
        self.setVerticalHeader(self.names)
        self._corner.raise_()
        self.heights = RowHeights(self, lambda at: self.measures.height(model.rows[at]))
        self._set_up()

    def _set_up(self) -> None:
        self.setAccessibleName("Seguimiento")
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
        """Take new widths for the names and the months."""
        self.measures = self.names.measures = self._corner.measures = measures
        self._delegate.tight = measures.tight
        self.horizontalHeader().setDefaultSectionSize(measures.column)
        self.names.setFixedWidth(measures.names)
        self.updateGeometries()
        self._place_corner()
        self.viewport().update()

    def choose_line(self, is_upper: bool) -> None:
        """Let the other line of the chosen cells be the chosen one."""
        if is_upper != self.is_upper:
            self.is_upper = is_upper
            self.viewport().update()
            self.chosen.emit()

    def go_to(self, index: QModelIndex, in_middle: bool = False) -> None:
        """Make a cell the current one, alone, and bring it into sight."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if in_middle else hint.EnsureVisible)

    def place(self) -> Place | None:
        """Return the amount with the focus, or None where there is none."""
        index = self.currentIndex()
        if not index.isValid() or self.tracking.rows[index.row()].activity is None:
            return None
        month = self.tracking.months[index.column()]
        return Place(self.tracking.rows[index.row()].id, month, self.field)

    @property
    def field(self) -> str:
        """Return the field of the chosen line."""
        return self.tracking.kind.field(self.is_upper)

    def block(self) -> Block | None:
        """Return the chosen cells of activities; None where there are none."""
        parts = self._parts()
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        left, right = min(part.left() for part in parts), max(part.right() for part in parts)
        lines = self.tracking.lines(top, bottom)
        if left < 0 or not lines:
            return None
        rows = tuple(self.tracking.rows[line] for line in lines)
        return Block(rows, self.tracking.months[left : right + 1], self.field)

    def choose(self, block: Block) -> None:
        """Choose these cells; the current cell becomes the first of them."""
        first = self.tracking.index_of(block.rows[0].id, block.months[0])
        last = self.tracking.index_of(block.rows[-1].id, block.months[-1])
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
        self.selectionModel().select(QItemSelection(first, last), flag.ClearAndSelect)

    def line_area(self, index: Index) -> QRect:
        """Return where the chosen line of a cell is painted."""
        return halves(self.visualRect(index))[0 if self.is_upper else 1]

    def lines_in_sight(self) -> range:
        """Return the rows of which something is in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else len(self.tracking.rows) - 1) + 1)

    def line_rect(self, line: int, width: int) -> QRect:
        """Return the place of a row in a widget `width` pixels wide that scrolls with this one."""
        return QRect(0, self.rowViewportPosition(line), width, self.rowHeight(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        room = self.viewport().rect()
        room.setTop(self.verticalHeader().length() - self.verticalOffset())
        painter.fillRect(room, theme().color("surface"))  # no cell paints what is below the last
        for line in self.lines_in_sight():
            row = self.tracking.rows[line]
            rect = self.line_rect(line, self.viewport().width())
            if row.activity is None and rect.intersects(event.rect()):
                paint_heading(painter, row, rect, self.measures.names, self.measures)
        self._paint_chosen(painter)

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
        self.viewport().update()
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.names.chosen = current.row()
        self.names.viewport().update()
        self.viewport().update()
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _parts(self) -> list[QItemSelectionRange]:
        parts = self.selectionModel().selection().toList()
        return parts or [QItemSelectionRange(self.currentIndex())]

    def _paint_chosen(self, painter: QPainter) -> None:
        """Paint the veil over the chosen lines of the rows in sight, and the frame of the cell."""
        block, current = self.block(), self.currentIndex()
        if block is None:
            return
        veil = theme().color("accent")
        veil.setAlphaF(_VEIL)
        chosen = {row.id for row in block.rows} if block.size > 1 else set()
        for line in self.lines_in_sight():
            if self.tracking.rows[line].id in chosen:
                ends = [self.tracking.months.index(block.months[at]) for at in (0, -1)]
                first, last = (self.line_area(self.tracking.index(line, at)) for at in ends)
                painter.fillRect((first | last).adjusted(0, 0, -1, 0), veil)
        if not current.isValid() or self.tracking.rows[current.row()].activity is None:
            return
        painter.setPen(QPen(theme().color("accent" if self.hasFocus() else "field"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = self.line_area(current)
        # The frame covers the line of the cell before, so that it stands on both its sides.
        painter.drawRect(area.adjusted(max(-1, -area.left()) + 1, 1, -1, 0))

    def _place_corner(self) -> None:
        self._corner.setGeometry(0, 0, self.names.width(), self.horizontalHeader().height())
