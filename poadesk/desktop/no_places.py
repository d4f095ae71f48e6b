"""What the search says when nothing was found, with what the person may have meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.widgets.buttons import Button
from poadesk.widgets.labels import label

_HOW = "Se busca sin fijarse en tildes ni mayúsculas, en todos los textos del plan."


class NoPlaces(QWidget):
    """A sentence, how the search goes about it, and buttons. `wanted` carries other words."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sentence = label("", "heading2")
        self._how = label(_HOW, "grid", "text2")
        for words in (self._sentence, self._how):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._how)
        column.addSpacing(12)
        column.addLayout(self._buttons)

    def show_words(self, words: str, meant: Sequence[str]) -> None:
        """Say that nothing holds these words, and offer others; without words only say how."""
        self._sentence.setVisible(bool(words))
        self._sentence.setText(f"Nada dice “{words}”")
        asked = f"¿Quiso decir “{meant[0]}”? " if meant else ""
        self._how.setText(asked + _HOW)
        while (item := self._buttons.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._buttons.addStretch(1)
        for other in meant:
            button = self._button(other)
            self._buttons.addWidget(button)
            button.show()  # the layout would only do so later, and count it only then
        self._buttons.addStretch(1)
        self._column.activate()
        self.updateGeometry()

    def _button(self, words: str) -> Button:
        result = Button(f"Buscar “{words}”", "normal")
        result.clicked.connect(lambda: self.wanted.emit(words))
        return result
