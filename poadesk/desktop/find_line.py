"""The field in which a person writes what is looked for, with the count of places at its end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme

_ICON = 16


class FindLine(QLineEdit):
    """Magnifier, words and count. `walked` up or down; `entered`, also `with_control`."""

    walked = Signal(int)
    entered = Signal(bool)

    def __init__(self, name: str, placeholder: str, icon: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._icon = icon
        self._count = ""
        self._make_room()
        theme().changed.connect(self._make_room)

    def show_count(self, words: str) -> None:
        """Say at the right how many places there are."""
        self._count = words
        self._make_room()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -5,
            Qt.Key.Key_PageDown: 5,
        }
        key = Qt.Key(event.key())
        if key in rows:
            self.walked.emit(rows[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme().px(_ICON)
        place = QRectF(theme().px(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, place, self._icon)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("text3"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        room = QRectF(self.rect()).adjusted(0, 0, -theme().px(10), 0)
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, self._count)

    def _make_room(self) -> None:
        words = QFontMetricsF(theme().font("small")).horizontalAdvance(self._count)
        self.setTextMargins(theme().px(_ICON + 8), 0, round(words) + theme().px(8), 0)
