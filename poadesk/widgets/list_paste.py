"""Editor of plain text that gives a list away when one is pasted into it while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from poadesk.plan.pasted_list import lines_of


class ListTaker(QPlainTextEdit):
    """`list_pasted` carries several lines, of which each becomes a row, where `takes_lists`.

    With something written in it, what is pasted goes into the text as it is.
    """

    list_pasted = Signal(list)
    takes_lists = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()  # by itself: after a key Qt draws the caret, also where it is gone
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = lines_of(source.text()) if self.takes_lists and not self.toPlainText() else []
        if len(lines) > 1 and not self.isReadOnly():
            self.list_pasted.emit(lines)
        else:
            super().insertFromMimeData(source)
