"""What dragging does in the cronograma: it paints a row, chooses rows, or repeats a block."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.block import Block, Wanted, stroke, tiled
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.table import ScheduleTable

_HANDLE, _REACH = 7, 3


class DraggedTable(ScheduleTable):
    """A stroke along a row marks or clears it; the square at the corner repeats what is chosen.

    `clicked_cell` comes after a plain click, `stroked` and `repeated` carry what to write when
    the button is let go. Nothing of it happens while `editable` is false.
    """

    clicked_cell = Signal(QModelIndex)
    stroked = Signal(object)
    repeated = Signal(object)

    def __init__(self, model: ScheduleModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, open_plan, parent)
        self._pressed = QPersistentModelIndex()
        self._source: Block | None = None
        self._wanted: Wanted = {}
        self.chosen.connect(self._follow_stroke)
        model.modelReset.connect(self._end_drag)

    @property
    def editable(self) -> bool:
        """Say whether the plan may be changed; a copy of one that may not be can."""
        return not self._open_plan.read_only

    @property
    def is_dragging(self) -> bool:
        """Say whether a stroke or the handle is under way."""
        return self._source is not None or self._pressed.isValid()

    def cancel_drag(self) -> None:
        """Leave everything as it was before the button was pressed."""
        self._end_drag()
        self.setState(self.State.NoState)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self.handle_rect().adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
            self._source = self.block()
            return
        super().mousePressEvent(event)
        is_plain = is_left and not event.modifiers()
        self._pressed = QPersistentModelIndex(self.indexAt(at) if is_plain else QModelIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._source is not None:
            self._follow_handle(self._source, at)
            return
        over = not event.buttons() and self.handle_rect().contains(at)
        self.viewport().setCursor(
            Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, by_handle = self._pressed, self._source is not None
        wanted = self._end_drag()
        if wanted:
            (self.repeated if by_handle else self.stroked).emit(wanted)
            return
        block, at = self.block(), self.indexAt(event.position().toPoint())
        if block is not None and block.size == 1 and pressed.isValid() and pressed == at:
            self.clicked_cell.emit(at)

    def handle_rect(self) -> QRect:
        """Return the square at the corner of the chosen cells; empty where there is none."""
        frame = self.frame_rect()
        if not self.editable or not self.hasFocus() or frame.isEmpty():
            return QRect()
        side = theme().px(_HANDLE)
        corner = frame.bottomRight() - QPoint(side // 2 + 1, side // 2 + 1)
        return QRect(corner, frame.bottomRight() + QPoint(side // 2 - 1, side // 2 - 1))

    def paint_chosen(self, painter: QPainter) -> None:
        super().paint_chosen(painter)
        handle = self.handle_rect()
        if not handle.isEmpty():
            painter.fillRect(handle.adjusted(-1, -1, 1, 1), theme().color("surface"))
            painter.fillRect(handle, theme().color("accent"))

    def _follow_stroke(self) -> None:
        """Show what the stroke will do as far as it has come."""
        if not self.editable or not self._pressed.isValid():
            return
        block = self.block()
        wanted: Wanted = {}
        line = self._pressed.row()
        if block is not None and block.size > 1 and len(block.rows) == 1:
            row = block.rows[0]
            if row is self.schedule.rows[line]:
                wanted = {row.id: stroke(row, block.columns, self._pressed.column(), block.span)}
        self._show(wanted)

    def _follow_handle(self, source: Block, at: QPoint) -> None:
        """Choose as far as the mouse has come, along the row or along the column."""
        index = self.indexAt(self._within(at))
        if not index.isValid():
            return
        lines = self.lines_of(source)
        first, last, span = lines[0], lines[-1], source.span
        if first <= index.row() <= last:
            span = range(min(span.start, index.column()), max(span.stop, index.column() + 1))
        else:
            first, last = min(first, index.row()), max(last, index.row())
        taken = self.schedule.lines(first, last)
        self.choose(taken[0], taken[-1], span)
        above = sum(1 for line in taken if line < lines[0])
        self._show(tiled(source, [self.schedule.rows[line] for line in taken], -above, span))

    def choose(self, first: int, last: int, span: range) -> None:
        """Choose the cells from one line to another; the current cell stays among them."""
        corner = self.schedule.index(first, span.start)
        area = QItemSelection(corner, self.schedule.index(last, span.stop - 1))
        flag = QItemSelectionModel.SelectionFlag
        if not area.contains(self.currentIndex()):
            self.selectionModel().setCurrentIndex(corner, flag.NoUpdate)
        self.selectionModel().select(area, flag.ClearAndSelect)

    def _within(self, at: QPoint) -> QPoint:
        room = self.viewport().rect()
        return QPoint(
            min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom())
        )

    def _show(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.schedule.preview(wanted)

    def _end_drag(self) -> Wanted:
        """End what is under way; return what it came to."""
        wanted = {row_id: filling for row_id, filling in self._wanted.items() if filling}
        self._pressed, self._source = QPersistentModelIndex(), None
        self._show({})
        return wanted
