"""Small ways that spare a key or a click, each of which the walk-through of the example uses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from typing_keys import Key, press, type_words

from poadesk.plan.model import Activity, Goal, Objective, Plan, Resource

PLAN = Plan(
    id="plan",
    objectives=(
        Objective(
            id="o",
            text="Calles limpias",
            goals=(
                Goal(
                    id="sweep",
                    text="Barrer a diario",
                    activities=(Activity(id="a", text="Barrer el centro"),),
                    resources=tuple(
                        Resource(id=f"r{at}", position=at, text="Escobas") for at in range(30)
                    ),
                ),
                Goal(
                    id="river",
                    position=1,
                    text="Cuidar el río",
                    activities=(Activity(id="b", text="Quitar la basura"),),
                ),
            ),
        ),
    ),
)


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(PLAN))


def activities(window, goal: int) -> list[tuple[str, str]]:
    found = window.open_plan.plan.objectives[0].goals[goal].activities
    return [(activity.text, activity.responsible) for activity in found]


def test_enter_in_the_details_saves_the_field_and_begins_the_next_row(window):
    window.view.show_step("goals")
    window.view.screen_of("goals").jump_to("a", "responsible")
    type_words("Cuadrilla")
    press(Key.Key_Return)
    type_words("Lavar el parque")
    window.open_plan.save_waiting()
    assert activities(window, 0) == [("Barrer el centro", "Cuadrilla"), ("Lavar el parque", "")]


def test_enter_in_the_details_of_a_row_without_text_keeps_what_was_just_typed(window):
    window.view.show_step("goals")
    window.view.screen_of("goals").jump_to("a", "responsible")
    press(Key.Key_Return)
    window.view.screen_of("goals").details.focus_field("responsible")
    type_words("Jefatura")
    press(Key.Key_Return)
    assert activities(window, 0) == [("Barrer el centro", ""), ("", "Jefatura"), ("", "")]


def test_a_click_on_a_month_chooses_it_in_every_row(window):
    window.view.show_step("schedule")
    view = window.view.screen_of("schedule").view
    header = view.horizontalHeader()
    march = QPoint(header.sectionViewportPosition(2) + 5, header.height() - 5)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=march)
    block = view.block()
    assert [row.id for row in block.rows] == ["a", "b"]
    assert block.span == range(2, 3)
    press(Key.Key_Space)
    assert [a.months[0].month for a in window.open_plan.plan.activities()] == ["2027-03"] * 2


def test_another_goal_is_shown_from_its_beginning(window, qtbot):
    window.view.show_step("resources")
    screen = window.view.screen_of("resources")
    bar = screen.detail.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    screen.goals.choose("river")
    screen.goals.choose("sweep")
    assert bar.value() == 0
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
