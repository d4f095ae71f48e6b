"""One remark of the planning office as a card: where it is, its words, the answer, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.model import Remark
from poadesk.plan.remarks import ANSWERED, GONE, OPEN, RESOLVED
from poadesk.widgets.buttons import Button, button, set_small
from poadesk.widgets.flow_row import flow_row
from poadesk.widgets.growing_text import GrowingText
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme

OFFICE, UNIT = "office", "unit"
# Word, colour and sign of each state.
STATES = {
    OPEN: ("Abierta", "warn", "remark"),
    ANSWERED: ("Respondida", "accent", "corner-down"),
    RESOLVED: ("Resuelta", "ok", "check"),
}


class RemarkCard(QFrame):
    """`side` says who reads it: the office resolves and rewords, the unit answers.

    Each signal carries the remark; `answered` and `reworded` also the words.
    """

    jump_wanted = Signal(object)
    answered = Signal(object, str)
    reworded = Signal(object, str)
    resolved = Signal(object)
    reopened = Signal(object)
    deleted = Signal(object)
    resized = Signal()

    def __init__(self, remark: Remark, place: str, side: str, can_write: bool = True) -> None:
        super().__init__()
        self.remark = remark
        self.side = side
        self.setProperty("panel", "card")
        word, color, _ = STATES[remark.state]
        self.setAccessibleName(f"{place}, {word}: {remark.text}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(6)
        self._sign = picture()
        self._dress()
        theme().changed.connect(self._dress)
        self.column.addLayout(self._head(place, word, color))
        self.text = label(remark.text, "grid")
        self.column.addWidget(self.text)
        self.answer = label(remark.answer, "grid", "text2")
        if remark.answer:
            self.column.addWidget(_line())
            self.column.addWidget(self.answer)
        self.editor: WordsEditor | None = None
        self._told: SignalInstance | None = None
        self._is_telling = False
        self._jump: Button | None = None
        self._buttons, self._flow = flow_row()
        self.column.addWidget(self._buttons)
        self._offer(place, can_write)

    def write_answer(self) -> None:
        """Open the field of the answer, with the words that are there."""
        self._edit("Su respuesta", self.remark.answer, "Responder", self.answered)

    def write_words(self) -> None:
        """Open the field of the remark itself."""
        self._edit("Observación", self.remark.text, "Guardar", self.reworded)

    def save_waiting(self) -> None:
        """Keep what is written in the open field and was not given up."""
        if self.editor is not None and self.editor.words() not in ("", self.editor.before):
            self._tell(self.editor.words())

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done with the remark."""
        shown = [one for one in self._buttons.findChildren(Button) if not one.isHidden()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def retire(self) -> None:
        """Go away: another card has taken its place, or its remark is gone."""
        self.editor = None
        self.hide()
        self.deleteLater()

    def hide_jump(self) -> None:
        """Leave out the way to the place: the card stands there."""
        if self._jump is not None:
            self._jump.hide()

    def _head(self, place: str, word: str, color: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        who = f"{place} · {self.remark.written_by}" if self.remark.written_by else place
        row.addWidget(label(who, "label", "text2"), 1)
        row.addWidget(label(word, "label", color, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _offer(self, place: str, can_write: bool) -> None:
        if place != GONE:
            self._jump = self._action("Ir al lugar", lambda: self.jump_wanted.emit(self.remark))
        if not can_write:
            return
        is_resolved = self.remark.state == RESOLVED
        if self.side == UNIT and not is_resolved:
            words = "Cambiar la respuesta" if self.remark.answer else "Responder"
            self._action(words, self.write_answer).setObjectName("answer")
            self._action("Marcar como resuelta", lambda: self.resolved.emit(self.remark))
        if self.side == OFFICE:
            if is_resolved:
                self._action("Abrir de nuevo", lambda: self.reopened.emit(self.remark))
            else:
                self._action("Resolver", lambda: self.resolved.emit(self.remark))
                self._action("Cambiar", self.write_words)
            self._action("Quitar", lambda: self.deleted.emit(self.remark))

    def _action(self, words: str, do: object) -> Button:
        added = button(words, "quiet", None, do)  # type: ignore[arg-type]
        set_small(added)
        self._flow.addWidget(added)
        return added

    def _edit(self, name: str, text: str, done: str, told: SignalInstance) -> None:
        if self.editor is None:
            self._told = told
            self.editor = WordsEditor(name, text, done)
            self.editor.written.connect(self._tell)
            self.editor.given_up.connect(self._close_editor)
            self.column.insertWidget(self.column.count() - 1, self.editor)
            self.editor.show()
        self.editor.field.setFocus()
        # After the focus has left them: from a button that hides it would go on to another row.
        self._buttons.hide()
        self.resized.emit()

    def _tell(self, words: str) -> None:
        if self._told is None or self._is_telling:  # whoever writes asks all to save before
            return
        self._is_telling = True
        try:
            self._told.emit(self.remark, words)
        finally:
            self._is_telling = False

    def _close_editor(self) -> None:
        if self.editor is not None:
            self._buttons.show()
            self.take_focus()
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.resized.emit()

    def _dress(self) -> None:
        _, color, sign = STATES[self.remark.state]
        self._sign.setPixmap(pixmap(sign, color, 14, self.devicePixelRatioF()))


class WordsEditor(QWidget):
    """A field for a few sentences. Ctrl+Enter or the button keeps them, Esc gives up.

    `before` is what stood in it at first. `written` carries the words; without any the button is
    grey.
    """

    written = Signal(str)
    given_up = Signal()

    def __init__(self, name: str, text: str = "", done: str = "Guardar", hint: str = "") -> None:
        super().__init__()
        self.before = text.strip()
        self.field = GrowingText(2, hint, name)
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.done = button(done, "primary", None, self._keep)
        self.cancel = button("Cancelar", "normal", None, self.given_up.emit)
        for one in (self.done, self.cancel):
            set_small(one)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.done)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(row)
        self.field.textChanged.connect(self._show_done)
        self._show_done()

    def words(self) -> str:
        """Return what is written."""
        return self.field.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self.words():
            self.written.emit(self.words())

    def _show_done(self) -> None:
        self.done.setEnabled(bool(self.words()))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("panel", "line")
    return line
