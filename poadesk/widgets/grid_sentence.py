"""A sentence beside a cell of a grid, about what could not be read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme


class Sentence(QFrame):
    """Stands over the grid, under the cell it speaks of, until it is hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("panel", "menu")
        self._words = label("", "small", "bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """Return the sentence."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.show()
        self.raise_()

    def put_below(self, place: QRect) -> None:
        """Stand under a rectangle, or above it where there is no room below."""
        room = self._room.rect()
        width = min(theme().px(260), room.width())
        height = self.heightForWidth(width)
        at = QPoint(max(0, min(place.left(), room.width() - width)), place.bottom() + 4)
        if at.y() + height > room.height() and place.top() - height - 4 >= 0:
            at.setY(place.top() - height - 4)
        self.setGeometry(at.x(), at.y(), width, height)
