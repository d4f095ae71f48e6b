"""The list of the pages of the manual, under the names of their groups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from poadesk.desktop.manual_pages import PAGES
from poadesk.widgets.step_painting import paint_group
from poadesk.widgets.theme import theme

_KEY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class PageList(QListWidget):
    """Shows every page; `chosen` tells the key of the one that the person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Páginas del manual")
        self.setProperty("panel", "sidebar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 12, 0, 12)
        self.setItemDelegate(_Delegate(self))
        self._fill()
        self._fit()
        self.currentItemChanged.connect(self._tell)
        theme().changed.connect(self._fit)

    def choose(self, key: str) -> None:
        """Choose a page without saying so."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def key(self) -> str:
        """Return the key of the chosen page."""
        item = self.currentItem()
        return item.data(_KEY) if item is not None else ""

    def _fill(self) -> None:
        group = ""
        for page in PAGES:
            if page.group != group:
                group = page.group
                heading = QListWidgetItem(group, self)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(page.title, self)
            item.setData(_KEY, page.key)

    def _fit(self) -> None:
        """Be wide enough for every title at the present text size."""
        letter = QFontMetricsF(theme().font("strong"))
        widest = max(letter.horizontalAdvance(page.title) for page in PAGES)
        self.setMinimumWidth(round(widest) + theme().px(52))
        self.scheduleDelayedItemsLayout()

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY):
            self.chosen.emit(item.data(_KEY))


class _Delegate(QStyledItemDelegate):
    """Draws the rows as the list of steps does, without signs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme().px(160), theme().px(34 if index.data(_KEY) else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        area, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_KEY):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            card = area.adjusted(theme().px(8), 1, -theme().px(8), -1)
            if selected or state & QStyle.StateFlag.State_MouseOver:
                _paint_card(painter, card, selected, bool(state & QStyle.StateFlag.State_HasFocus))
            painter.setFont(theme().font("strong" if selected else "grid"))
            painter.setPen(theme().color("text"))
            words = card.adjusted(theme().px(14), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(words, flags, index.data())
        else:
            paint_group(painter, area.adjusted(theme().px(4), 0, 0, 0), index.data())
        painter.restore()


def _paint_card(painter: QPainter, card: QRectF, selected: bool, focused: bool) -> None:
    painter.setPen(QPen(theme().color("accent"), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("surface" if selected else "hover"))
    painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6)
    if selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        bar = QRectF(card.left(), card.top() + theme().px(6), 3, card.height() - theme().px(12))
        painter.drawRoundedRect(bar, 1.5, 1.5)
