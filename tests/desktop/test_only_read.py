"""A plan that is only read here shows what was written, and nothing that looks as if it were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office_plans import office
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def window(open_window, tmp_path):
    """The window of the planning office, with the plan of a unit that has written little."""
    kit, *plans = office()
    empty = replace(plans[0], swot_items=(), responsible="", drafted_on="", logo=None)
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([kit, empty, *plans[1:]])
    window = open_window(path)
    window.open_plan.choose(empty.id)
    return window


@pytest.fixture
def own_window(open_window, plan_file):
    return open_window(plan_file(Plan(id="plan", unit="Aseo")))


def examples(screen) -> list[str]:
    editors = [*screen.findChildren(QLineEdit), *screen.findChildren(QPlainTextEdit)]
    return [one.placeholderText() for one in editors if one.isVisible() and one.placeholderText()]


def offers(screen) -> list[str]:
    buttons = screen.findChildren(QPushButton)
    return [one.text() for one in buttons if one.isVisible() and one.text().startswith("Agregar")]


@pytest.mark.parametrize("step", ["general", "swot", "lines", "goals", "resources"])
def test_no_example_stands_where_nobody_writes(window, step):
    window.view.show_step(step)
    assert examples(window.view.screen_of(step)) == []


def test_nothing_can_be_added_to_the_foda_of_a_unit(window):
    window.view.show_step("swot")
    screen = window.view.screen_of("swot")
    assert offers(screen) == []


@pytest.mark.parametrize("step", ["goals", "objectives", "lines"])
def test_an_outline_that_is_only_read_offers_to_observe_it_and_nothing_to_add(window, step):
    window.view.show_step(step)
    screen = window.view.screen_of(step)
    assert offers(screen) == []
    assert [what for _, what in screen.hints] == ["observación", "sus datos"]


def test_where_somebody_writes_the_examples_are_there(own_window):
    assert examples(own_window.view.screen_of("general"))
    own_window.view.show_step("swot")
    screen = own_window.view.screen_of("swot")
    assert len(examples(screen)) == 4
    assert len(offers(screen)) == 4
