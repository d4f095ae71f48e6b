"""Dividers and the window stay where the person put them, also on a smaller screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.places import settings
from poadesk.desktop.window_place import restore_place
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan

WIDE = (1800, 900)


@pytest.fixture
def path(plan_file):
    return plan_file(example_plan())


def drag(splitter: QSplitter, by: int, divider: int = 1) -> None:
    """Drag a divider of a splitter with the mouse."""
    handle = splitter.handle(divider)
    left, begin = Qt.MouseButton.LeftButton, handle.rect().center()
    QTest.mousePress(handle, left, pos=begin)
    QTest.mouseMove(handle, begin + QPoint(by, 0))
    QTest.mouseRelease(handle, left, pos=begin)
    settle()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def splitter_of(window, step: str) -> QSplitter:
    window.show_step(step)
    settle()
    [found] = window.view.screen_of(step).findChildren(QSplitter)
    return found


def reopened(window, open_window, path, size=WIDE) -> MainWindow:
    window.close()
    again = open_window(path, *size)
    settle()
    return again


def test_the_list_of_steps_keeps_its_width(open_window, path):
    window = open_window(path, *WIDE)
    before = window.view.splitter.sizes()[0]
    drag(window.view.splitter, 60)
    wide = window.view.splitter.sizes()[0]
    assert wide > before
    again = reopened(window, open_window, path)
    assert again.view.splitter.sizes()[0] == wide


@pytest.mark.parametrize(("step", "pane", "by"), [("goals", 1, -70), ("resources", 0, 50)])
def test_what_stands_beside_keeps_its_width_for_each_screen(open_window, path, step, pane, by):
    window = open_window(path, *WIDE)
    splitter = splitter_of(window, step)
    before = splitter.sizes()[pane]
    drag(splitter, by)
    wide = splitter.sizes()[pane]
    assert wide > before
    again = reopened(window, open_window, path)
    assert splitter_of(again, step).sizes()[pane] == wide


def test_each_screen_has_a_width_of_its_own(open_window, path):
    window = open_window(path, *WIDE)
    untouched = splitter_of(window, "objectives").sizes()[1]
    drag(splitter_of(window, "goals"), -70)
    again = reopened(window, open_window, path)
    assert splitter_of(again, "objectives").sizes()[1] == untouched


def test_a_narrow_window_has_widths_of_its_own(open_window, path):
    window = open_window(path, *WIDE)
    drag(splitter_of(window, "goals"), -200)
    wide = splitter_of(window, "goals").sizes()[1]
    narrow = reopened(window, open_window, path, (1024, 700))
    assert splitter_of(narrow, "goals").sizes()[1] < wide
    again = reopened(narrow, open_window, path)
    assert splitter_of(again, "goals").sizes()[1] == wide


@pytest.mark.parametrize("kept", ["ancho", "0", "-5", "999999", "3.5"])
def test_a_width_that_makes_no_sense_counts_as_none(open_window, path, kept):
    window = open_window(path, *WIDE)
    at_first = window.view.splitter.sizes()[0]
    settings().setValue("width/steps", kept)
    again = reopened(window, open_window, path)
    assert again.view.splitter.sizes()[0] == at_first


def test_kept_widths_follow_the_text_size(open_window, path, qtbot):
    window = open_window(path, *WIDE)
    drag(window.view.splitter, 30)
    wide, old = window.view.splitter.sizes()[0], window.view
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.view is not old)
    settle()
    assert window.view.splitter.sizes()[0] == pytest.approx(wide * theme().scale, abs=2)


def test_a_window_from_a_larger_screen_fits_the_one_there_is(qtbot, themed_app):
    large = QMainWindow()
    qtbot.addWidget(large)
    large.setGeometry(300, 200, 2600, 1700)
    settings().setValue("window/geometry", large.saveGeometry())
    window = QMainWindow()
    qtbot.addWidget(window)
    restore_place(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    least = window.minimumSize()
    assert window.width() <= max(room.width(), least.width())
    assert window.height() <= max(room.height(), least.height())
    assert room.contains(window.pos())


def test_a_maximized_window_comes_back_maximized(qtbot, themed_app):
    before = QMainWindow()
    qtbot.addWidget(before)
    before.showMaximized()
    settings().setValue("window/geometry", before.saveGeometry())
    window = QMainWindow()
    qtbot.addWidget(window)
    restore_place(window)
    assert window.isMaximized()
