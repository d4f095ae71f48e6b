"""The head of the live paper: title, page in sight and buttons, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from poadesk.widgets.labels import label

_LEFT, _RIGHT, _GAP = 16, 8, 4  # pixels


class PaperHead(QWidget):
    """Gives up the word "página" first and then its title before the page itself is cut."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = buttons
        self._title = label("Papel", "button", wrap=False)
        self.number = label("", "small", "text3", wrap=False)
        self._short = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 6, _RIGHT, 6)
        row.setSpacing(_GAP)
        self._title.setContentsMargins(0, 0, 6, 0)
        row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.number, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumWidth(button.sizeHint().width())
            row.addWidget(button)

    def say(self, words: str, short: str = "") -> None:
        """Say which page is in sight; `short` is said instead where there is little room."""
        self._short = short or words
        self.number.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = QFontMetrics(self.number.font()).horizontalAdvance
        title = self._title.sizeHint().width() + _GAP
        taken = sum(button.sizeHint().width() + _GAP for button in self._buttons)
        room = self.width() - _LEFT - _RIGHT - taken
        long, short = self.number.accessibleName(), self._short
        choices = ((True, long), (True, short), (False, long), (False, short))
        fitting = [(t, words) for t, words in choices if t * title + wide(words) <= room]
        has_title, words = (fitting or choices[-1:])[0]
        self._title.setVisible(has_title)
        self.number.setText(words)
