"""The main job from an empty file to the printed page, with nothing but keys and mouse."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from poadesk.desktop.main_window import MainWindow
from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.templates import empty_plan

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_words(words: str) -> None:
    """Type into whatever has the focus, as a keyboard does."""
    for letter in words:
        focused = QApplication.focusWidget()
        assert focused is not None
        if letter.isascii():
            QTest.keyClick(focused, letter)
        else:  # QTest knows no key for á or ñ
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    focused, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                )


def press(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


@pytest.fixture
def window(qtbot, tmp_path, themed_app):
    path = tmp_path / "POA 2027.sqlite"
    with PlanFile.create(path) as file, file.step("Empezar el plan") as step:
        step.put_tree(empty_plan("poa", "2027-01"))
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_path(path)
    yield window
    window.close()


def go(window: MainWindow, number: int) -> QWidget:
    """Go to a step with Ctrl and its number, as the menu offers it."""
    QTest.keyClick(window, Key(Key.Key_0 + number), CONTROL)
    assert window.view is not None
    return window.view.screen_of(window.view.step)


def write_general(window: MainWindow) -> None:
    go(window, 1)
    type_words("Alcaldía Municipal de Río Claro")
    press(Key.Key_Tab)
    type_words("Unidad de Aseo")
    press(Key.Key_Tab)


def pdf_text(pdf: bytes) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def stored_plan(path: Path):
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def test_general_fields_reach_the_file_as_they_are_typed(qtbot, window):
    write_general(window)
    plan = stored_plan(window.open_plan.file.path)
    assert plan.entity == "Alcaldía Municipal de Río Claro"
    assert plan.unit == "Unidad de Aseo"
