"""The editor of a row: bare, with the letter and the distance of lines that the row is drawn in."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QWidget

from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.labels import tooltip
from poadesk.widgets.list_paste import ListTaker
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.lines import line_top


class RowLines(QPlainTextDocumentLayout):
    """Lines where the outline draws them, at the line height of `ROLE`."""

    ROLE: ClassVar[str] = "text"

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        count = layout.lineCount() if layout is not None else 0
        if layout is None or not count:
            return rect
        for number in range(count):
            line = layout.lineAt(number)
            line.setPosition(QPointF(0, line_top(line.height(), number, self.ROLE)))
        rect.setHeight(count * theme().line_height(self.ROLE))
        return rect


class ObjectiveLines(RowLines):
    """Lines of an objective."""

    ROLE = "objective"


_LINES = {"text": RowLines, "goal": RowLines, "objective": ObjectiveLines}


class RowText(ListTaker):
    """Bare editor with the letter and the line height of a level; the row draws its border."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self.takes_lists = True
        self._role = level.role
        self.setObjectName(f"row-{level.table}")
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It fills what is below its letters, so that a key does not draw the row again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        document = QTextDocument(self)
        # Kept, because the document does not keep what Python has added to its layout.
        self._lines = _LINES[level.role](document)
        document.setDocumentLayout(self._lines)
        document.setDocumentMargin(0)
        self.setDocument(document)
        self._dress()
        theme().changed.connect(self._dress)

    def text_height(self) -> int:
        """Return the height of all lines in pixels."""
        return self.document().lineCount() * theme().line_height(self._role)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("surface"))
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        font = theme().font(self._role)
        self.setFont(font)
        self.document().setDefaultFont(font)


class RowFrame(FieldFrame):
    """Frame without label or room of its own: a row has only its text."""

    def __init__(self, level: Level, parent: QWidget) -> None:
        super().__init__("", RowText(level))
        self._rows = parent
        assert isinstance(self.editor, RowText)
        self.text = self.editor
        self._problem = ""
        self.setParent(parent)
        self.hide()

    def show_error(self, sentence: str) -> None:
        """Remember what is wrong; the row draws its border in red."""
        self._problem = sentence
        tooltip(self.text, sentence)
        self.text.setAccessibleDescription(sentence)
        self._rows.update()

    def clear_error(self) -> None:
        """Forget what was wrong."""
        if self._problem:
            self.show_error("")

    def error(self) -> str:
        """Return what is wrong with what is written, or an empty text."""
        return self._problem
