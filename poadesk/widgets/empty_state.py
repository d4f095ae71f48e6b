"""Empty state: one sentence of what goes here and the action that begins it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.widgets.buttons import Button
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme

_WIDTH = 380


class EmptyState(QWidget):
    """Icon, bold sentence, one line of what it means, and buttons, in the middle of its room."""

    def __init__(self, sentence: str, meaning: str = "", icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._sign = picture()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = label(sentence, "heading2")
        self._meaning = label(meaning, "grid", "text2")
        for words in (self._sentence, self._meaning):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._lay_out()
        self._dress()
        theme().changed.connect(self._dress)

    def explain(self, meaning: str) -> None:
        """Say what it means in other words."""
        self._meaning.setText(meaning)

    def add_action(
        self,
        text: str,
        on_click: Callable[[], object],
        kind: str = "primary",
        icon: str | None = None,
    ) -> Button:
        """Add a button at the right of those already there."""
        added = Button(text, kind, icon)
        added.clicked.connect(lambda: on_click())
        self._buttons.insertWidget(self._buttons.count() - 1, added)
        return added

    def _lay_out(self) -> None:
        self._buttons.addStretch(1)
        self._buttons.insertStretch(0, 1)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._sign)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self._meaning)
        column.addSpacing(12)
        column.addLayout(self._buttons)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._column, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)

    def _dress(self) -> None:
        self._column.setFixedWidth(theme().px(_WIDTH))
        self._sign.setVisible(bool(self._icon))
        if self._icon:
            picture = pixmap(self._icon, "accent", 40, self.devicePixelRatioF())
            self._sign.setPixmap(picture)
