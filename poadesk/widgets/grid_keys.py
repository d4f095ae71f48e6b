"""Keys that both grids of months know: they go from cell to cell, begin to write, and copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from poadesk.widgets.grid_model import GridModel
from poadesk.widgets.grid_sentence import Sentence
from poadesk.widgets.grid_table import GridTable, PaintHeading
from poadesk.widgets.grid_typing import GridTyping
from poadesk.widgets.open_plan import OpenPlan

HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_BEGINS_AMOUNT = set("0123456789.,")
_COPIES = {
    "copy": QKeySequence.StandardKey.Copy,
    "cut": QKeySequence.StandardKey.Cut,
    "paste": QKeySequence.StandardKey.Paste,
}


class KeyedTable(GridTable):
    """Tab and Enter go on, digits write, Esc gives up; what else there is a grid adds.

    `explain` carries what to show as a key, and why it did nothing here.
    """

    explain = Signal(str, str)
    typing: GridTyping

    def __init__(
        self, model: GridModel, paint_heading: PaintHeading, open_plan: OpenPlan, parent: QWidget
    ) -> None:
        super().__init__(model, paint_heading, parent)
        self._open_plan = open_plan
        self._sentence = Sentence(self.viewport())

    def follow_typing(self) -> None:
        """Go on where an amount was saved, and hush when the person does."""
        self.typing.moved.connect(self._go_on)
        self.moved_about.connect(self.typing.follow)
        for change in (self.moved_about, self.chosen):
            change.connect(self._hush)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~HARMLESS
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.setAccepted(self.step_sideways(1 if key == Qt.Key.Key_Tab else -1))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_down(-1 if back else 1)
        elif plain and (key == Qt.Key.Key_F2 or event.text() in _BEGINS_AMOUNT):
            self._write(event.text() if key != Qt.Key.Key_F2 else None)
        elif key == Qt.Key.Key_Escape:
            self._leave_range(event)
        elif not self._copies(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump to another cell."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        to = super().moveCursor(action, modifiers)
        if not to.isValid() or self.grid_model.rows[to.row()].activity is not None:
            return to
        # Home and the page keys may end on a heading, where nothing can be done.
        line = self.grid_model.next_line(to.row()) or self.grid_model.next_line(to.row(), -1)
        return to if line is None else self.grid_model.index(line, to.column())

    def step_sideways(self, by: int) -> bool:
        """Go to the next cell in reading order (-1: the one before); False if there is none."""
        at, count = self.currentIndex(), self.grid_model.columnCount()
        line: int | None = at.row()
        column = at.column() + by
        if not 0 <= column < count:
            line, column = self.grid_model.next_line(at.row(), by), 0 if by > 0 else count - 1
        if line is None or not at.isValid():
            return False
        self.go_to(self.grid_model.index(line, column))
        return True

    def step_down(self, by: int) -> bool:
        """Go to the same column of the next activity (-1: of the one before), if there is one."""
        line = self.grid_model.next_line(self.currentIndex().row(), by)
        if line is not None:
            self.go_to(self.grid_model.index(line, max(0, self.currentIndex().column())))
        return line is not None

    def say(self, sentence: str) -> None:
        """Say under the chosen cells why nothing was changed, until the person goes on."""
        self._sentence.say(sentence)
        self._sentence.put_below(self.frame_rect())
        self.setAccessibleDescription(sentence)

    def may_edit(self) -> bool:
        """Say whether the plan may be changed now; tell why where it may not."""
        if self._open_plan.read_only:
            self.explain.emit("Solo lectura", "Este plan está abierto solo para leer.")
            return False
        return self.typing.commit()

    def _write(self, text: str | None) -> None:
        """Type over what the current cell has, or type on in it if `text` is None."""
        raise NotImplementedError

    def _acts(self) -> Mapping[str, Callable[[], object]]:
        """Return what the entries of the menu of a cell do, by their names."""
        raise NotImplementedError

    def _copies(self, event: QKeyEvent) -> bool:
        """Copy, cut or paste, if a key says so."""
        for act, keys in _COPIES.items():
            if event.matches(keys):
                self._acts()[act]()
                return True
        return False

    def _leave_range(self, event: QKeyEvent) -> None:
        """Give up the sentence, else the range."""
        lines, span = self.chosen_cells()
        if self._sentence.isVisible():
            self._hush()
        elif len(lines) * len(span) > 1:
            self.go_to(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go_on(self, rows: int, columns: int) -> None:
        if rows:
            self.step_down(rows)
        else:
            self.step_sideways(columns)

    def _hush(self) -> None:
        self._sentence.hide()
        self.setAccessibleDescription("")
