"""The button in the menu row that looks like a field and opens the search."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from poadesk.widgets.hint_bar import key_width, paint_key
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme

_WORDS = "Buscar en el plan"
_FEWER_WORDS = "Buscar"
_KEYS = ("Ctrl", "K")


class FindField(QAbstractButton):
    """Magnifier, words and keys; keys and then words fall away where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(f"{_WORDS}, Ctrl+K")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(296), theme().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(36), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        side, middle = theme().px(16), self.height() / 2
        paint_icon(painter, QRectF(theme().px(10), middle - side / 2, side, side), "search")
        for words in (_WORDS, _FEWER_WORDS):
            if self._end_of(words) + theme().px(8) <= self.width():
                self._paint_words(painter, words)
                break

    def _paint_words(self, painter: QPainter, words: str) -> None:
        painter.setFont(theme().font("grid"))
        painter.setPen(theme().color("text3"))
        place = QRectF(self._words_start(), 0, self.width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        gap = theme().px(4)
        left = self.width() - theme().px(8) - sum(key_width(key) for key in _KEYS) - gap
        if left < self._end_of(words) + theme().px(8):
            return
        for key in _KEYS:
            left = paint_key(painter, QPointF(left, self.height() / 2), key) + gap

    def _paint_frame(self, painter: QPainter) -> None:
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme().color("accent" if self.hasFocus() else "line2"), wide))
        painter.setBrush(theme().color("hover" if self.underMouse() else "surface"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _words_start(self) -> float:
        return theme().px(34)

    def _end_of(self, words: str) -> float:
        metrics = QFontMetricsF(theme().font("grid"))
        return self._words_start() + metrics.horizontalAdvance(words)
