"""The list in a panel over the window: rows of text that wraps, chosen with keys or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from poadesk.widgets.theme import theme

ROOM_FOR_SCROLL_BAR = 12
Entry = TypeVar("Entry")
Index = QModelIndex | QPersistentModelIndex


class Entries(QAbstractListModel, Generic[Entry]):
    """The entries of a list; `spoken` says one aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries instead of those before."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def spoken(self, entry: Entry) -> str:
        """Return an entry in words."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in wanted:
            return None
        return self.spoken(self.entries[index.row()])


class EntryDelegate(QStyledItemDelegate, Generic[Entry]):
    """Draws the ground of a row; a subclass measures and draws what is in it."""

    def __init__(self, rows: OverlayList, model: Entries[Entry]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._model = model

    def height(self, entry: Entry, width: float) -> int:
        """Return the height in pixels of an entry in a row this wide."""
        raise NotImplementedError

    def draw(self, painter: QPainter, place: QRectF, entry: Entry, chosen: bool) -> None:
        """Draw an entry in its row."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._rows.width() - ROOM_FOR_SCROLL_BAR
        return QSize(theme().px(120), self.height(self._model.entries[index.row()], width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)
        place.setWidth(self._rows.width() - ROOM_FOR_SCROLL_BAR)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("soft" if chosen else "hover"))
            painter.drawRoundedRect(place, 6, 6)
        self.draw(painter, place, self._model.entries[index.row()], chosen)
        painter.restore()


class OverlayList(QListView):
    """List whose rows are as high as their text. `activated` and `clicked` as in any view."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def choose(self, row: int) -> None:
        """Choose a row, as near to this number as there is one."""
        count = self.model().rowCount()
        if count:
            self.setCurrentIndex(self.model().index(max(0, min(row, count - 1)), 0))

    def chosen(self) -> int:
        """Return the number of the chosen row, or -1."""
        return self.currentIndex().row()

    def height_wanted(self, most: int) -> int:
        """Return the height in pixels that shows all rows, and at most `most`."""
        height = 0
        for row in range(self.model().rowCount()):
            height += self.sizeHintForRow(row)
            if height >= most:
                return most
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
