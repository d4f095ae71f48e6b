"""A field with its label above, its help below, and its error in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from poadesk.widgets.growing_text import GrowingText
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture, tooltip

__all__ = ["FieldFrame", "GrowingText", "LineField"]


class LineField(QLineEdit):
    """Text of one line. `left` when the focus leaves it."""

    left = Signal()

    def __init__(self, placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class FieldFrame(QWidget):
    """Label, editor, help and error of one field."""

    def __init__(self, text: str, editor: QWidget, help: str = "", note: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._why = ""
        self._label = label(text, "label", "text2", wrap=False)
        self._label.setBuddy(editor)
        self._note = label(note, "small", "text3", wrap=False)
        self._lock = picture()
        self._help = label(help, "small", "text3")
        self._sign = picture()
        self._sentence = label("", "small", "bad")
        self._error = QWidget()
        editor.setAccessibleName(text)
        editor.setAccessibleDescription(help)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        # Only hidden: to show what has no place yet would dress it now, and once more there.
        unused = (self._error, self._lock, *((self._label, self._note) if not text else ()))
        for widget in unused if help else (*unused, self._help):
            widget.hide()

    def show_lock(self, why: str) -> None:
        """Say with a small lock that the field is only read here, and `why`; "" takes it away."""
        if why == self._why:
            return
        self._why = why
        self._label.set_wrap(bool(why))  # the lock takes room that a narrow panel has not
        self._lock.setPixmap(pixmap("lock", "text3", 14, self.devicePixelRatioF()))
        self._lock.setVisible(bool(why) and not self._label.isHidden())
        self._help.setVisible(bool(self._help.text()) and not why and not self.error())
        tooltip(self._lock, why)
        tooltip(self.editor, why)
        self.editor.setAccessibleDescription(why or self._help.text())

    def show_error(self, sentence: str) -> None:
        """Mark the field in red and say why; what is written in it stays."""
        self._sentence.setText(sentence)
        self._sign.setPixmap(pixmap("error", "bad", 14, self.devicePixelRatioF()))
        self._error.setVisible(True)
        self._help.setVisible(False)
        self.editor.setAccessibleDescription(sentence)
        self._mark(True)

    def clear_error(self) -> None:
        """Take the mark and the sentence away."""
        if not self.error():
            return
        self._sentence.setText("")
        self._error.setVisible(False)
        self._help.setVisible(bool(self._help.text()) and not self._why)
        self.editor.setAccessibleDescription(self._help.text())
        self._mark(False)

    def error(self) -> str:
        """The sentence shown in red, or an empty text."""
        return self._sentence.text()

    def say_errors_in(self, layout: QVBoxLayout) -> None:
        """Say what is wrong in another place, where the field is too narrow for a sentence."""
        layout.addWidget(self._error)

    def add_below(self, widget: QWidget) -> None:
        """Put something that belongs to the field below all else."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def set_note(self, note: str) -> None:
        """Short text at the right of the label, such as a count of words."""
        self._note.setText(note)

    def set_help(self, help: str) -> None:
        """Another help below the field."""
        self._help.setText(help)
        self._help.setVisible(bool(help) and not self.error() and not self._why)

    def _mark(self, wrong: bool) -> None:
        self.editor.setProperty("wrong", wrong)
        style = self.editor.style()
        style.unpolish(self.editor)
        style.polish(self.editor)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._label, 1)
        top.addWidget(self._note)
        top.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignVCenter)
        error = QHBoxLayout(self._error)
        error.setContentsMargins(0, 0, 0, 0)
        error.setSpacing(4)
        error.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._sentence, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.editor)
        layout.addWidget(self._help)
        layout.addWidget(self._error)
