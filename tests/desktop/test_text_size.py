"""The view is made anew at another text size; the one before must not go on listening."""

from PySide6.QtTest import QTest
from typing_keys import CONTROL, Key

from poadesk.plan.step_names import ALL_STEPS
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan


def test_writing_goes_on_after_another_text_size(open_window, plan_file, qtbot):
    window = open_window(plan_file(example_plan()))
    for step in ALL_STEPS:
        window.view.show_step(step.key)
    before = window.view
    QTest.keyClick(window, Key.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: window.view is not before)
    qtbot.wait(300)
    window.open_plan.set("plan", window.open_plan.plan.id, "unit", "Otra unidad")
    window.open_plan.undo()
    qtbot.wait(600)
    assert window.open_plan.plan.unit != "Otra unidad"


def test_large_letters_close_the_paper_in_a_window_that_has_no_room_for_both(
    qtbot, open_window, plan_file
):
    window = open_window(plan_file(example_plan()), 1264, 780)
    assert window.view.paper.is_open
    theme().set_scale(1.5)
    qtbot.waitUntil(lambda: not window.view.paper.is_open)
    theme().set_scale(1.0)
    qtbot.waitUntil(lambda: window.view.paper.is_open)
