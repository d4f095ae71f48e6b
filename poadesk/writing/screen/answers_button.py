"""The numbers of the objectives that answer a FODA item, as tokens on a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from poadesk.plan.profiles import Noun
from poadesk.widgets.chips import chip_size, paint_chip, paint_token
from poadesk.widgets.theme import theme

_GAP, _AROUND = 4, 4


class AnswersButton(QAbstractButton):
    """Shows tokens, or that an answer is missing; opens the list when it is pressed."""

    def __init__(self, words: Noun) -> None:
        super().__init__()
        self._words = words
        self._missing = f"Sin {words.short or words.one}"
        self._numbers: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.updateGeometry)

    def show_numbers(self, numbers: list[str]) -> None:
        """Show these numbers; none stands for a missing answer."""
        self._numbers = numbers
        self.setAccessibleName(
            f"{self._words.titles} que lo atienden: {', '.join(numbers) or 'ninguno'}"
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = theme().px(32)
        if not self._numbers:
            return QSize(chip_size(self._missing, "warning").width() + 2 * _AROUND, height)
        widths = [self._width(number) for number in self._numbers]
        return QSize(round(sum(widths)) + _GAP * (len(widths) - 1) + 2 * _AROUND, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, height = float(_AROUND), theme().px(20)
        top = (self.height() - height) / 2
        for number in self._numbers:
            paint_token(painter, QRectF(left, top, self._width(number), height), number)
            left += self._width(number) + _GAP
        if not self._numbers:
            size = chip_size(self._missing, "warning")
            top = (self.height() - size.height()) / 2
            area = QRectF(_AROUND, top, size.width(), size.height())
            paint_chip(painter, area, self._missing, "warning")
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    @staticmethod
    def _width(number: str) -> float:
        words = QFontMetricsF(theme().font("strong")).horizontalAdvance(number)
        return max(theme().px(20), round(words) + theme().px(8))
