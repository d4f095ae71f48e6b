"""Writing in a row of the outline: an editor that stands exactly over the painted text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea

from poadesk.widgets.bound_field import BoundField
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.outline.editor import RowFrame, RowText
from poadesk.writing.screen.outline.levels import Level, first_words, placeholder, singular


class RowWriting(QObject):
    """Opens and closes the editor of a row. `first_typed`: text in a row that is not there yet.

    `list_pasted` carries a table and the lines that were pasted into an empty row of it.
    """

    grown = Signal()
    first_typed = Signal(str, str)
    list_pasted = Signal(str, list)

    def __init__(self, open_plan: OpenPlan, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._open_plan = open_plan
        self._view = view
        self._frames: dict[str, RowFrame] = {}
        self._fields: dict[str, BoundField] = {}
        self._level: Level | None = None
        self.row_id = ""
        self.on_ghost = False

    @property
    def editor(self) -> RowText | None:
        """Return the editor in which a row is being written."""
        return self._frames[self._level.table].text if self._level is not None else None

    @property
    def is_open(self) -> bool:
        """Say whether a row is being written."""
        return self._level is not None

    @property
    def text(self) -> str:
        """Return what stands in the editor."""
        return self.editor.toPlainText() if self.editor is not None else ""

    @property
    def fits(self) -> bool:
        """Say whether the editor is as high as its text."""
        return self.editor is not None and self.editor.text_height() == self.editor.height()

    @property
    def is_wrong(self) -> bool:
        """Say whether what is written could not be saved."""
        return self._level is not None and bool(self._frames[self._level.table].error())

    @property
    def is_waiting(self) -> bool:
        """Say whether the editor holds text that is not in the file."""
        return self._level is not None and self._fields[self._level.table].is_waiting

    def begin(self, level: Level, row_id: str) -> RowText:
        """Open the editor of a row; an empty id stands for the first row, not there yet."""
        frame = self._frame(level)
        self._level = level
        self.row_id, self.on_ghost = row_id, not row_id
        if not row_id:
            frame.text.clear()
        self._fields[level.table].bind(row_id)
        if not row_id:
            frame.text.setReadOnly(False)
        words = placeholder if row_id else first_words
        frame.text.setPlaceholderText(words(level.table, self._open_plan.plan))
        frame.text.setAccessibleName(singular(level.table, self._open_plan.plan).capitalize())
        return frame.text

    def place(self, area: QRect) -> None:
        """Put the editor over the text of its row, in pixels of the view."""
        if self._level is not None:
            frame = self._frames[self._level.table]
            frame.setGeometry(area)
            frame.show()

    def save(self) -> None:
        """Save what was typed now."""
        if self._level is not None:
            self._fields[self._level.table].save()

    def end(self) -> None:
        """Save and close the editor; the focus goes back to the outline."""
        if self._level is None:
            return
        level, self._level = self._level, None
        self._fields[level.table].save()
        frame = self._frames[level.table]
        self.row_id, self.on_ghost = "", False
        if frame.text.hasFocus():
            self._view.setFocus()
        frame.hide()

    def caret_to(self, at: int | QPoint) -> None:
        """Put the caret at a place of the text (-1: its end), or at a point of the editor."""
        editor = self.editor
        if editor is None:
            return
        if isinstance(at, QPoint):
            editor.setTextCursor(editor.cursorForPosition(at))
            return
        cursor = editor.textCursor()
        end = len(editor.toPlainText().encode("utf-16-le")) // 2
        cursor.setPosition(end if at < 0 else min(at, end), QTextCursor.MoveMode.MoveAnchor)
        editor.setTextCursor(cursor)

    def _frame(self, level: Level) -> RowFrame:
        if level.table not in self._frames:
            frame = self._frames[level.table] = RowFrame(level, self._view.viewport())
            bound = BoundField(frame, self._open_plan, level.table, level.field)
            bound.remarks.is_quiet = True  # the row has a sign, and its words stand beside
            self._fields[level.table] = bound
            frame.text.textChanged.connect(self._typed)
            frame.text.list_pasted.connect(partial(self.list_pasted.emit, level.table))
            frame.text.installEventFilter(self._view)
        return self._frames[level.table]

    def _typed(self) -> None:
        if self._level is None:
            return
        if self.on_ghost and self.text:
            self.on_ghost = False
            self.first_typed.emit(self._level.table, self.text)
        self.grown.emit()
