"""Where a person can simply type although there is no row yet: the first letter makes the row."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics

from poadesk.widgets.growing_text import GrowingText
from poadesk.widgets.theme import theme


class FirstLine(GrowingText):
    """An empty line with an example; `begun` carries what was typed or pasted into it.

    The text stays until whoever makes the row of it clears the line.
    """

    begun = Signal(str)

    def __init__(self, example: str, name: str) -> None:
        super().__init__(1, example, name)
        self.setProperty("cell", True)
        self.textChanged.connect(self._tell)

    def height_wanted(self) -> int:
        """Height in pixels that shows all the text, or all the example, however it wraps."""
        room = QRect(0, 0, max(1, self.viewport().width() - 2 * self._margin()), 0)
        metrics = QFontMetrics(theme().font("text"))
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
        return max(super().height_wanted(), words.height() + 2 * self._around())

    def _margin(self) -> int:
        return round(self.document().documentMargin())

    def _around(self) -> int:
        return (theme().px(32) - theme().line_height("text")) // 2

    def _tell(self) -> None:
        text = self.toPlainText()
        if text:
            self.begun.emit(text)
