"""A field with its label above, its help below, and its error in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from poadesk.widgets.growing_text import GrowingText
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import Label, label, picture, tooltip

__all__ = ["FieldFrame", "GrowingText", "LineField"]


# The focus comes back to where it was: a menu was opened, or another window.
_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class LineField(QLineEdit):
    """Text of one line. `left` when the focus leaves it; then the beginning of it is in sight."""

    left = Signal()

    def __init__(self, placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
        if event.reason() not in _PASSING:
            self.setCursorPosition(0)


class FieldFrame(QWidget):
    """Label, editor, help and error of one field.

    What few fields ever say, such as an error, gets its place when it is first said: a form has
    fifty fields, and all of them are made before its first letter can be written.
    """

    def __init__(self, text: str, editor: QWidget, help: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._words = help
        self._why = ""
        self._label: Label | None = None
        self._note: Label | None = None
        self._lock: QLabel | None = None
        self._help: Label | None = None
        self._error: _ErrorLine | None = None
        editor.setAccessibleName(text)
        editor.setAccessibleDescription(help)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._below = QVBoxLayout()
        self._below.setSpacing(4)
        self._errors = self._below
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._top)
        layout.addWidget(editor)
        layout.addLayout(self._below)
        if text:
            self._label = label(text, "label", "text2", wrap=False)
            self._label.setBuddy(editor)
            self._top.addWidget(self._label, 1)
        if help:
            self._show_help()

    def show_lock(self, why: str) -> None:
        """Say with a small lock that the field is only read here, and `why`; "" takes it away."""
        if why == self._why:
            return
        self._why = why
        if self._label is not None:
            self._label.set_wrap(bool(why))  # the lock takes room that a narrow panel has not
            self._draw_lock()
        self._show_help()
        tooltip(self.editor, why)
        self.editor.setAccessibleDescription(why or self._words)

    def show_error(self, sentence: str) -> None:
        """Mark the field in red and say why; what is written in it stays."""
        if self._error is None:
            self._error = _ErrorLine(self)  # before the layout has a place, it is no window
            self._errors.addWidget(self._error)
        self._error.say(sentence)
        self._show_help()
        self.editor.setAccessibleDescription(sentence)
        self._mark(True)

    def clear_error(self) -> None:
        """Take the mark and the sentence away."""
        if self._error is None or not self.error():
            return
        self._error.say("")
        self._show_help()
        self.editor.setAccessibleDescription(self._words)
        self._mark(False)

    def error(self) -> str:
        """The sentence shown in red, or an empty text."""
        return self._error.sentence.text() if self._error is not None else ""

    def say_errors_in(self, layout: QVBoxLayout) -> None:
        """Say what is wrong in another place, where the field is too narrow for a sentence."""
        self._errors = layout

    def add_below(self, widget: QWidget) -> None:
        """Put something that belongs to the field below all else."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def set_note(self, note: str) -> None:
        """Short text at the right of the label, such as a count of words."""
        if self._note is None and note:
            self._note = label("", "small", "text3", wrap=False)
            self._top.insertWidget(1, self._note)
        if self._note is not None:
            self._note.setText(note)

    def set_help(self, help: str) -> None:
        """Another help below the field."""
        self._words = help
        self._show_help()

    def _show_help(self) -> None:
        is_shown = bool(self._words) and not self._why and not self.error()
        if self._help is None and is_shown:
            self._help = label("", "small", "text3")
            self._below.insertWidget(0, self._help)
        if self._help is not None:
            self._help.setText(self._words)
            self._help.setVisible(is_shown)

    def _draw_lock(self) -> None:
        if self._lock is None:
            self._lock = picture()
            self._top.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lock.setPixmap(pixmap("lock", "text3", 14, self.devicePixelRatioF()))
        self._lock.setVisible(bool(self._why))
        tooltip(self._lock, self._why)

    def _mark(self, wrong: bool) -> None:
        self.editor.setProperty("wrong", wrong)
        style = self.editor.style()
        style.unpolish(self.editor)
        style.polish(self.editor)


class _ErrorLine(QWidget):
    """A sentence in red after a sign; gone while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = picture()
        self.sentence = label("", "small", "bad")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1)

    def say(self, sentence: str) -> None:
        """Say what is wrong, or nothing more."""
        self.sentence.setText(sentence)
        self._sign.setPixmap(pixmap("error", "bad", 14, self.devicePixelRatioF()))
        self.setVisible(bool(sentence))
