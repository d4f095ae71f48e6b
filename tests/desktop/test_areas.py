"""F6 goes round the window without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from poadesk.writing.example import example_plan


@pytest.fixture
def view(open_window, plan_file):
    window = open_window(plan_file(example_plan()), width=1400, step="goals")
    return window.view


def holder(view) -> str:
    """Say which area has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    screen = view.screen_of("goals")
    named = {"steps": view.step_list, "paper": view.paper.panel, "details": screen.details}
    found = [
        name
        for name, area in named.items()
        if area is not None and (area is focused or area.isAncestorOf(focused))
    ]
    return found[0] if found else "editor"


def press_f6(view, *modifiers) -> str:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, *modifiers)
    return holder(view)


def test_f6_goes_round_steps_editor_details_and_paper(view):
    assert holder(view) == "editor"
    assert [press_f6(view) for _ in range(4)] == ["details", "paper", "steps", "editor"]


def test_shift_f6_goes_the_other_way(view):
    shift = Qt.KeyboardModifier.ShiftModifier
    assert [press_f6(view, shift) for _ in range(4)] == ["steps", "paper", "details", "editor"]


def test_a_closed_paper_is_passed_over(view):
    view.paper.toggle()
    assert [press_f6(view) for _ in range(3)] == ["details", "steps", "editor"]
