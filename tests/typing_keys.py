"""A person at the keyboard and the mouse: keys go to what has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QWidget,
)

from poadesk.widgets.dialogs import Question
from poadesk.widgets.waiting_dialog import WaitingDialog

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    """Return what has the focus, which must never be nothing."""
    found = QApplication.focusWidget()
    assert found is not None, "the focus is lost"
    return found


def type_words(words: str) -> None:
    """Type into whatever has the focus, as a keyboard does."""
    for letter in words:
        if letter.isascii():
            QTest.keyClick(focused(), letter)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows no key for á
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, NONE, letter))


def press(key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifiers)


def replace_text(words: str) -> None:
    """Write over all that stands in what has the focus."""
    press(Key.Key_A, CONTROL)
    type_words(words)


def click(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def button(parent: QWidget, words: str) -> QPushButton:
    """Return the one visible button that says so."""
    found = [b for b in parent.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons say {words!r}"
    return found[0]


def while_asked(question: Callable[[], object], *answers: Callable[[QDialog], object]) -> None:
    """Do what opens dialogs, and meet each with its answer, in order; all must be asked."""
    waiting = list(answers)
    looking = QTimer(interval=20)
    failures: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        if isinstance(dialog, WaitingDialog):  # it goes by itself
            return
        if not waiting:
            failures.append(AssertionError(f"nobody expected {dialog.windowTitle()!r}"))
            dialog.reject()
            return
        looking.stop()  # an answer lets events pass, and must not be given twice
        try:
            waiting.pop(0)(dialog)
        except BaseException as error:  # noqa: BLE001 - raised again once the dialog is gone
            failures.append(error)
            dialog.reject()
        looking.start()

    looking.timeout.connect(look)
    looking.start()
    question()
    looking.stop()
    if failures:
        raise failures[0]
    assert not waiting, f"{len(waiting)} questions were never asked"
    _activate_what_is_left()


def _activate_what_is_left() -> None:
    """Do what a window manager does once a dialog has gone."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and window.isVisible():
            QTest.qWait(10)  # the dialog is deleted a moment after it has gone
            window.activateWindow()
            QTest.qWaitForWindowActive(window)


def choose_file(path: object) -> Callable[[QDialog], object]:
    """Answer a file dialog by writing a path and pressing Enter."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText(str(path))  # as pasted: what is typed opens a list that takes the Enter
        QTest.keyClick(line, Key.Key_Return)

    return answer


def choose(words: str, title: str = "") -> Callable[[QDialog], object]:
    """Answer a question of ours with the button that says so; `title` is what it must say."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        assert title in f"{dialog.accessibleName()} {dialog.accessibleDescription()}"
        click(button(dialog, words))

    return answer
