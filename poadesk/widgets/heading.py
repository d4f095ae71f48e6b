"""The head of a screen: title, subtitle, and the buttons beside both or, for want of room, below
the title, which stays on one line as long as it can, or below both.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from poadesk.widgets.labels import Label

_GAP = 16  # pixels between the words and the buttons
_MOST_LINES = 2  # of a subtitle beside the buttons


class Heading(QWidget):
    """Title and subtitle at the left, `buttons` at the right."""

    def __init__(self, title: Label, subtitle: Label) -> None:
        super().__init__()
        self._title = title
        self._subtitle = subtitle
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self._arranged = False, False  # whether the buttons are low, and have a line of their own
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(title, 0, 0)
        self._grid.addWidget(subtitle, 1, 0)
        self._grid.addLayout(self.buttons, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a word or a button is new
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Put the buttons below the words that would break beside them."""
        buttons = self.buttons.sizeHint().width()
        beside = self.width() - buttons - _GAP
        words = QFontMetrics(self._title.font()).horizontalAdvance(self._title.text())
        is_tall = not self._subtitle.isHidden() and self._lines_in(beside) > _MOST_LINES
        is_low = buttons > 0 and (words > beside or is_tall)
        has_line = is_low and (is_tall or self._subtitle.isHidden())
        if (is_low, has_line) == self._arranged:
            return
        self._arranged = is_low, has_line
        for item in (self._title, self._subtitle):
            self._grid.removeWidget(item)
        self._grid.removeItem(self.buttons)
        self.buttons.setParent(None)
        self._grid.addWidget(self._title, 0, 0, 1, 2 if is_low else 1)
        self._grid.addWidget(self._subtitle, 1, 0, 1, 2 if has_line else 1)
        beside_words = (1, 1, 1, 1) if is_low else (0, 1, 2, 1)
        place = (2, 0, 1, 2) if has_line else beside_words
        side = Qt.AlignmentFlag.AlignLeft if has_line else Qt.AlignmentFlag(0)
        self._grid.addLayout(self.buttons, *place, Qt.AlignmentFlag.AlignVCenter | side)

    def _lines_in(self, width: int) -> int:
        """Return how many lines the subtitle takes in a width."""
        one_line = self._subtitle.sizeHint().height()
        return round(self._subtitle.heightForWidth(max(1, width)) / one_line)
