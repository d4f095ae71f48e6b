"""The list of differences: arrows go through it, the space bar or a click on a box chooses."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from poadesk.plan.comparing import Difference
from poadesk.printing.screen.compare.delegate import DifferenceDelegate
from poadesk.printing.screen.compare.model import Differences
from poadesk.widgets.theme import theme

_ROWS_AT_ONCE = 200  # laid out before the list is first drawn; the rest follows


class DifferenceList(QListView):
    """`reached` carries the difference of the current row, or None."""

    reached = Signal(object)

    def __init__(self, model: Differences) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self._delegate = DifferenceDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Diferencias")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_ROWS_AT_ONCE)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(theme().px(200))
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(self._tell)

    def current(self) -> Difference | None:
        """Return the difference of the current row."""
        return self.rows.difference(self.currentIndex())

    def go_to(self, key: str) -> None:
        """Make a difference the current one, or the first where it is not in sight."""
        row = self.rows.place(key)
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
        if row >= 0:
            self.scrollTo(self.currentIndex())
        else:
            self.reached.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self.current()
        if event.key() == Qt.Key.Key_Space and one is not None:
            self.rows.toggle(one.key)
        elif (
            event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.rows.choose_all(True)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        one = self.rows.difference(index)
        box = self._delegate.check_box(QRectF(self.visualRect(index))).adjusted(-6, -6, 6, 6)
        if one is not None and box.contains(event.position()):
            self.rows.toggle(one.key)
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex, before: QModelIndex) -> None:
        self.reached.emit(self.rows.difference(current))
