"""The text in the editor of a field, whether it has one line, several, or is a choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def on_edit(editor: QWidget, typed: Callable[[], object]) -> None:
    """Call `typed` whenever a person has changed the text."""
    if isinstance(editor, QPlainTextEdit):
        editor.textChanged.connect(typed)
    elif isinstance(editor, QLineEdit):
        editor.textEdited.connect(lambda _: typed())
    elif isinstance(editor, QComboBox):
        editor.currentTextChanged.connect(lambda _: typed())


def text_of(editor: QWidget) -> str:
    """Return the text in an editor of a field."""
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


def set_text(editor: QWidget, text: str) -> None:
    """Show `text`, with the caret where it was as far as the text reaches."""
    if isinstance(editor, QPlainTextEdit):
        at = editor.textCursor().position()
        editor.setPlainText(text)
        cursor = editor.textCursor()
        cursor.setPosition(min(at, editor.document().characterCount() - 1))
        editor.setTextCursor(cursor)
    elif isinstance(editor, QComboBox):
        editor.setCurrentText(text)
    elif isinstance(editor, QLineEdit):
        at = editor.cursorPosition()
        editor.setText(text)
        editor.setCursorPosition(at)


def example_of(editor: QWidget) -> str:
    """Return the example that stands in an empty editor."""
    return editor.placeholderText() if isinstance(editor, QPlainTextEdit | QLineEdit) else ""


def show_example(editor: QWidget, example: str, is_fixed: bool) -> None:
    """Show an example where somebody may write; elsewhere it would be taken for what is written."""
    if not isinstance(editor, QPlainTextEdit | QLineEdit):
        return
    if is_fixed:
        editor.setPlaceholderText("")
    elif not editor.placeholderText():
        editor.setPlaceholderText(example)


def set_read_only(editor: QWidget, read_only: bool) -> None:
    """Let the text only be read, or be written again."""
    if isinstance(editor, QPlainTextEdit | QLineEdit):
        editor.setReadOnly(read_only)
    else:
        editor.setEnabled(not read_only)
