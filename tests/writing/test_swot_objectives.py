"""FODA: items are tied to the objectives that answer them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from swot_board import PLAN, stored
from typing_keys import CONTROL, Key, button, click, focused, press

from poadesk.plan.model import Objective, Plan, SwotItem, SwotObjective
from poadesk.widgets.labels import Label
from poadesk.writing.screen.swot_objectives import ObjectivesPopup


@pytest.fixture
def window_on(open_window, plan_file):
    def show(plan: Plan):
        window = open_window(plan_file(plan), step="swot")
        return window

    return show


@pytest.fixture
def window(window_on):
    return window_on(PLAN)


@pytest.fixture
def screen(window):
    return window.view.screen_of("swot")


def written_in() -> str:
    return focused().toPlainText()


def popup() -> ObjectivesPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, ObjectivesPopup)
    return found


def test_ctrl_l_ties_objectives_with_space_and_esc_closes(window, screen):
    screen.jump_to("rain", "text")
    press(Key.Key_L, CONTROL)
    QTest.keyClick(popup().boxes[0], Key.Key_Space)
    QTest.keyClick(popup(), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    ties = stored(window).quadrant("threat")[1].objectives
    assert [tie.objective_id for tie in ties] == ["first"]
    assert written_in() == "Lluvias"


def test_a_digit_ticks_the_objective_of_that_number_and_takes_it_back(window, screen):
    screen.jump_to("rain", "text")
    press(Key.Key_L, CONTROL)
    assert "número" in popup().findChildren(Label)[-1].text()
    press(Key.Key_2)
    assert focused() is popup().boxes[1]
    press(Key.Key_1)
    ties = stored(window).quadrant("threat")[1].objectives
    assert [tie.objective_id for tie in ties] == ["second", "first"]
    press(Key.Key_2)
    press(Key.Key_9)  # there is no such objective
    press(Key.Key_Escape)
    ties = stored(window).quadrant("threat")[1].objectives
    assert [tie.objective_id for tie in ties] == ["first"]
    assert written_in() == "Lluvias"


def test_a_digit_goes_by_the_number_that_is_shown(window_on):
    turned = (replace(PLAN.objectives[0], code="2"), replace(PLAN.objectives[1], code="OE-B"))
    window = window_on(replace(PLAN, objectives=turned))
    window.view.screen_of("swot").jump_to("rain", "text")
    press(Key.Key_L, CONTROL)
    press(Key.Key_2)
    ties = stored(window).quadrant("threat")[1].objectives
    assert [tie.objective_id for tie in ties] == ["first"]


def test_every_quadrant_shows_the_objectives_it_is_tied_to(window_on):
    kinds = ("strength", "opportunity", "weakness", "threat")
    items = tuple(
        SwotItem(
            id=kind,
            quadrant=kind,
            text=kind,
            objectives=(SwotObjective(id=f"tie {kind}", objective_id="second"),),
        )
        for kind in kinds
    )
    window = window_on(Plan(id="plan", objectives=PLAN.objectives, swot_items=items))
    for kind in kinds:
        answers = window.view.screen_of("swot").quadrants[kind].list.rows[0].answers
        assert answers.isVisible()
        assert answers.accessibleName() == "Objetivos que lo atienden: 2"


def test_a_strength_is_tied_with_ctrl_l_or_from_its_menu(window, screen):
    press(Key.Key_L, CONTROL)
    QTest.keyClick(popup().boxes[0], Key.Key_Space)
    popup().close()
    assert screen.quadrants["strength"].list.rows[0].answers.isVisible()
    menu = screen.quadrants["strength"].list.menu_for("crew")
    next(a for a in menu.actions() if "Ctrl+L" in a.text()).trigger()
    QTest.keyClick(popup().boxes[1], Key.Key_Space)
    popup().close()
    tied = [[t.objective_id for t in i.objectives] for i in stored(window).quadrant("strength")]
    assert tied == [["first"], ["second"]]


def test_without_objectives_ctrl_l_leads_to_where_they_are_written(window_on):
    window = window_on(Plan(id="plan", swot_items=(SwotItem(id="item", text="Camión"),)))
    press(Key.Key_L, CONTROL)
    said = [words.text() for words in popup().findChildren(Label)]
    assert "Escriba primero los objetivos; luego diga aquí cuál atiende este punto." in said
    assert focused() is button(popup(), "Ir a Objetivos")
    press(Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert window.view.step == "objectives"


def test_without_objectives_esc_leads_back_to_the_item(window_on):
    window_on(Plan(id="plan", swot_items=(SwotItem(id="item", text="Camión"),)))
    press(Key.Key_L, CONTROL)
    QTest.keyClick(popup(), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert written_in() == "Camión"


def test_the_popup_has_room_for_long_objectives(window_on):
    long = Objective(id="long", text="Mantener al día las fichas de cada inmueble. " * 4)
    item = SwotItem(id="item", quadrant="threat", text="Lluvias")
    window_on(Plan(id="plan", objectives=(long,), swot_items=(item,)))
    press(Key.Key_L, CONTROL)
    for words in popup().findChildren(Label):
        assert words.height() >= words.heightForWidth(words.width()), words.text()
    popup().close()


def test_an_objective_that_is_tied_can_be_untied(window, screen):
    click(screen.quadrants["threat"].list.rows[0].answers)
    assert [box.isChecked() for box in popup().boxes] == [False, True]
    QTest.keyClick(popup().boxes[1], Key.Key_Space)
    popup().close()
    assert stored(window).quadrant("threat")[0].objectives == ()


def test_the_tokens_say_which_objectives_answer(screen):
    rows = screen.quadrants["threat"].list.rows
    said = [row.answers.accessibleName() for row in rows]
    assert said == ["Objetivos que lo atienden: 2", "Objetivos que lo atienden: ninguno"]
    assert not screen.quadrants["strength"].list.rows[0].answers.isVisible()


def test_the_band_counts_what_no_objective_answers_and_leads_there(window, screen):
    assert "A una de las debilidades y amenazas" in screen._band.accessibleName()
    click(button(screen, "Ver la siguiente"))
    assert written_in() == "Lluvias"
    press(Key.Key_L, CONTROL)
    QTest.keyClick(popup().boxes[0], Key.Key_Space)
    popup().close()
    assert screen._band is None


def test_the_popup_is_named_for_screen_readers(screen):
    screen.jump_to("rain", "text")
    press(Key.Key_L, CONTROL)
    assert [box.accessibleName() for box in popup().boxes] == [
        "1 Barrer a tiempo",
        "2 Cuidar el río",
    ]
    popup().close()
    assert focused().focusPolicy() != Qt.FocusPolicy.NoFocus


def test_where_there_is_little_room_the_answers_stand_below_the_text(window, screen, qtbot):
    row = screen.quadrants["threat"].list.item("rain")
    window.resize(1280, 800)
    if not window.view.paper.is_open:
        window.view.paper.toggle()
    qtbot.waitUntil(lambda: row.answers.y() >= row.editor.height())
    assert row.editor.width() > 170
    window.view.paper.toggle()
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: row.answers.x() > row.editor.width())
    assert row.answers.y() < row.editor.height()
