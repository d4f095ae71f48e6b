"""The head of a screen: title, subtitle, and the buttons beside both or, for want of room, below
the title, which stays on one line as long as it can.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from poadesk.widgets.labels import Label

_GAP = 16  # pixels between the words and the buttons


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
        """Put the buttons below the title where it would break beside them."""
        buttons = self.buttons.sizeHint().width()
        words = QFontMetrics(self._title.font()).horizontalAdvance(self._title.text())
        is_low = buttons > 0 and words + _GAP + buttons > self.width()
        has_line = is_low and self._subtitle.isHidden()
        if (is_low, has_line) == self._arranged:
            return
        self._arranged = is_low, has_line
        for item in (self._title, self._subtitle):
            self._grid.removeWidget(item)
        self._grid.removeItem(self.buttons)
        self.buttons.setParent(None)
        self._grid.addWidget(self._title, 0, 0, 1, 2 if is_low else 1)
        self._grid.addWidget(self._subtitle, 1, 0)
        beside = (1, 1, 1, 1) if is_low else (0, 1, 2, 1)
        place = (1, 0, 1, 2) if has_line else beside  # without a subtitle, the whole line
        side = Qt.AlignmentFlag.AlignLeft if has_line else Qt.AlignmentFlag(0)
        self._grid.addLayout(self.buttons, *place, Qt.AlignmentFlag.AlignVCenter | side)
