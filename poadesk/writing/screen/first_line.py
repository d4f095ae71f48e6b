"""Where a person can simply type although there is no row yet: the first letter makes the row."""

from __future__ import annotations

from PySide6.QtCore import Signal

from poadesk.widgets.growing_text import GrowingText


class FirstLine(GrowingText):
    """An empty line with an example; `begun` carries what was typed or pasted into it.

    The text stays until whoever makes the row of it clears the line.
    """

    begun = Signal(str)

    def __init__(self, example: str, name: str) -> None:
        super().__init__(1, example, name)
        self.setProperty("cell", True)
        self.textChanged.connect(self._tell)

    def _tell(self) -> None:
        text = self.toPlainText()
        if text:
            self.begun.emit(text)
