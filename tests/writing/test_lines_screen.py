"""Líneas estratégicas: with Tab from the field above the lines into them, and back."""

from __future__ import annotations

import pytest
from typing_keys import SHIFT, Key, focused, press, type_words

from poadesk.plan.model import Plan, StrategicLine
from poadesk.planfile.plan_file import PlanFile

LINES = (
    StrategicLine(id="green", name="Ciudad verde"),
    StrategicLine(id="near", position=1, name="Servicios cerca"),
)


def screen_of(window):
    window.view.show_step("lines")
    return window.view.screen_of("lines")


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(Plan(id="plan", strategic_lines=LINES)))


def test_shift_tab_from_the_first_line_goes_to_where_the_lines_come_from(window):
    screen = screen_of(window)
    source = screen._source.editor
    screen.outline.go_to("green", write=True)
    assert focused().toPlainText() == "Ciudad verde"
    press(Key.Key_Backtab, SHIFT)
    assert focused() is source
    type_words("Plan de desarrollo")
    press(Key.Key_Tab)
    assert screen.outline.isAncestorOf(focused()) or focused() is screen.outline
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        assert file.read()[0].strategy_source == "Plan de desarrollo"
    press(Key.Key_Backtab, SHIFT)
    assert focused() is source


def test_shift_tab_from_another_line_still_goes_to_the_line_before(window):
    screen = screen_of(window)
    screen.outline.go_to("near", write=True)
    for _ in range(20):
        press(Key.Key_Backtab, SHIFT)
        if screen.outline.isAncestorOf(focused()):
            break
    assert focused().toPlainText() == "Ciudad verde"


def test_without_lines_tab_and_shift_tab_go_to_and_fro(open_window, plan_file):
    screen = screen_of(open_window(plan_file(Plan(id="plan"))))
    source = screen._source.editor
    source.setFocus()
    press(Key.Key_Tab)
    assert focused() is not source
    assert screen.isAncestorOf(focused())
    press(Key.Key_Backtab, SHIFT)
    assert focused() is source
