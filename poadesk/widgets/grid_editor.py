"""The line over a cell in which an amount is typed; what cannot be read stays in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from poadesk.plan.fields import UnreadableError
from poadesk.widgets.grid_sentence import Sentence
from poadesk.widgets.theme import theme

# Rows and columns to move on after each key that ends the typing.
_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class AmountEditor(QLineEdit):
    """Saves what `read` makes of it through `save` on Enter, Tab, an arrow, or when focus leaves.

    Esc saves nothing. `moved` carries how many rows and columns to go on after a key. What cannot
    be read stays, marked; `refused` carries whether it could be read. `ended` comes once, with
    whether the line had the focus.
    """

    moved = Signal(int, int)
    refused = Signal(bool)
    ended = Signal(bool)

    def __init__(
        self,
        read: Callable[[str], int | None],
        save: Callable[[int | None], bool],
        name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._room = parent
        self._save = save
        self._read = read
        self._error = Sentence(parent)
        self._cell = QRect()
        self._busy = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme().font("button"))
        self.setAccessibleName(name)
        self.textEdited.connect(self._typed)

    def put_over(self, cell: QRect) -> None:
        """Lie over a cell, wider where the text needs it."""
        self._cell = QRect(cell)
        self._fit()

    def commit(self) -> bool:
        """Save what was typed; False when it cannot be read or was not saved."""
        if self._busy:
            return True
        try:
            amount = self._read(self.text())
        except UnreadableError as error:
            self._refuse(f"{error} Aún no se guardó; Esc deja la casilla como estaba.")
            self.refused.emit(False)
            return False
        # Saving asks every field to save first, this one too.
        self._busy = True
        saved = self._save(amount)
        self._busy = False
        if saved:
            self.end_typing()
        else:
            self.refused.emit(True)
        return saved

    def end_typing(self) -> None:
        """Go away without saving."""
        # Hiding takes the focus away, which must not save.
        self._busy = True
        self.ended.emit(self.hasFocus())
        for widget in (self._error, self):
            widget.hide()
            widget.deleteLater()

    def event(self, event: QEvent) -> bool:
        # Tab would leave the line before keyPressEvent sees it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move_on(key, event.modifiers())
                return True
            if key == Qt.Key.Key_Escape:
                self.end_typing()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _move_on(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        rows, columns = _MOVES[key]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows = -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        if self.commit():
            self.moved.emit(rows, columns)

    def _typed(self) -> None:
        self._mark_wrong(False)
        self._error.hide()
        self.setAccessibleDescription("")
        self._fit()

    def _fit(self) -> None:
        wanted = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + theme().px(24)
        width = max(self._cell.width(), round(wanted))
        height = max(min(self._cell.height(), theme().px(44)), theme().px(32))
        top = self._cell.top() + (self._cell.height() - height) // 2
        left = min(self._cell.left(), self._room.width() - width)
        self.setGeometry(max(0, left), top, width, height)
        self._error.put_below(self.geometry())

    def _refuse(self, sentence: str) -> None:
        self._mark_wrong(True)
        self.setAccessibleDescription(sentence)
        self._error.say(sentence)
        self._error.put_below(self.geometry())

    def _mark_wrong(self, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
