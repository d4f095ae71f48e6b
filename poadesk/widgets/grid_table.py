"""A grid of months as it looks: headings across it, the names beside it, what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from poadesk.widgets.grid_headers import ColumnHeader, Corner, GridMeasures, RowHeader
from poadesk.widgets.grid_model import GridModel, Index
from poadesk.widgets.grid_painting import GridDelegate, paint_frame
from poadesk.widgets.row_heights import MeasuredTable, RowHeights
from poadesk.widgets.theme import theme

# Paints the heading of a row into a rectangle; the grid begins so many pixels to the left of it.
PaintHeading = Callable[[QPainter, Any, QRect, int, Any], None]


class GridTable(MeasuredTable):
    """Months beside the names of the activities. `chosen` follows cell and range."""

    chosen = Signal()
    moved_about = Signal()
    measures: GridMeasures
    names: RowHeader
    _corner: Corner
    _delegate: GridDelegate

    def __init__(self, model: GridModel, paint_heading: PaintHeading, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid_model = model
        self._paint_heading = paint_heading

    def put_together(self, name: str, months: ColumnHeader) -> None:
        """Take the headers and the delegate to their places; `name` is what is said aloud."""
        model = self.grid_model
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(months)
        self.setVerticalHeader(self.names)
        self._corner.raise_()
        self.heights = RowHeights(self, lambda at: self.measures.height(model.rows[at]))
        self.setAccessibleName(name)
        self._set_up()

    def _set_up(self) -> None:
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

    def set_measures(self, measures: GridMeasures) -> None:
        """Take new widths for the names and the columns."""
        self.measures = self.names.measures = self._corner.measures = measures
        self._delegate.tight = measures.tight
        self.horizontalHeader().setDefaultSectionSize(measures.column)
        self.names.setFixedWidth(measures.names)
        self.updateGeometries()
        self._place_corner()
        self.viewport().update()

    def go_to(self, index: QModelIndex, in_middle: bool = False) -> None:
        """Make a cell the current one, alone, and bring it into sight."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if in_middle else hint.EnsureVisible)

    def chosen_cells(self) -> tuple[list[int], range]:
        """Return the lines of activities that are chosen, and the columns; [] where none are."""
        parts = self.selectionModel().selection().toList()
        parts = parts or [QItemSelectionRange(self.currentIndex())]
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        left, right = min(part.left() for part in parts), max(part.right() for part in parts)
        lines = self.grid_model.lines(top, bottom) if left >= 0 else []
        return lines, range(left, right + 1)

    def lines_in_sight(self) -> range:
        """Return the rows of which something is in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else len(self.grid_model.rows) - 1) + 1)

    def line_rect(self, line: int, width: int) -> QRect:
        """Return the place of a row in a widget `width` pixels wide that scrolls with this one."""
        return QRect(0, self.rowViewportPosition(line), width, self.rowHeight(line))

    def months_go_on(self) -> bool:
        """Say whether there are months out of sight at the right."""
        bar = self.horizontalScrollBar()
        return bar.value() < bar.maximum()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        room = self.viewport().rect()
        room.setTop(self.verticalHeader().length() - self.verticalOffset())
        painter.fillRect(room, theme().color("surface"))  # no cell paints what is below the last
        for line in self.lines_in_sight():
            row = self.grid_model.rows[line]
            rect = self.line_rect(line, self.viewport().width())
            if row.activity is None and rect.intersects(event.rect()):
                self._paint_heading(painter, row, rect, self.measures.names, self.measures)
        self.paint_chosen(painter)

    def paint_chosen(self, painter: QPainter) -> None:
        """Paint the frame around the chosen cells."""
        frame = self.frame_rect()
        if not frame.isEmpty():
            paint_frame(painter, frame, self.hasFocus())

    def frame_rect(self) -> QRect:
        """Return the rectangle of the chosen cells, or of the current one, in the viewport."""
        frame = self.visualRect(self.currentIndex())
        for part in self.selectionModel().selection().toList():
            frame |= self.visualRect(part.topLeft()) | self.visualRect(part.bottomRight())
        return frame

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
        self._repaint_chosen()
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.names.chosen = current.row()
        self.names.viewport().update()
        self._repaint_chosen()
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint_chosen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_chosen()

    def _repaint_chosen(self) -> None:
        """Paint anew where cells were chosen and where they are now."""
        self.viewport().update()

    def _place_corner(self) -> None:
        self._corner.setGeometry(0, 0, self.names.width(), self.horizontalHeader().height())
