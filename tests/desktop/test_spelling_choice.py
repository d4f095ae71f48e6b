"""Spelling in the whole window: the choice is remembered, and F7 and Revisar lead to each word."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from typing_keys import Key, focused, press, type_words

from poadesk.desktop.places import own_words_path
from poadesk.desktop.spelling_choice import is_spelling_chosen
from poadesk.plan.beginning import empty_plan
from poadesk.widgets.spelling import spelling
from poadesk.widgets.spelling_marks import SpellingMarks
from poadesk.writing.example import example_plan

CHECK = "Revisar la ortografía"


@pytest.fixture
def path(plan_file):
    """A plan with two wrong words in its introduction and one in an activity."""
    plan = dataclasses.replace(example_plan(), introduction="La constansia de un analisis.")
    objective = plan.objectives[0]
    goal = objective.goals[0]
    activity = dataclasses.replace(goal.activities[0], text="Medir la recaudasion cada mes")
    goal = dataclasses.replace(goal, activities=(activity, *goal.activities[1:]))
    objective = dataclasses.replace(objective, goals=(goal, *objective.goals[1:]))
    return plan_file(dataclasses.replace(plan, objectives=(objective, *plan.objectives[1:])))


@pytest.fixture
def window(open_window, path, qtbot):
    opened = open_window(path)
    qtbot.waitUntil(lambda: spelling().is_on, timeout=20_000)
    yield opened
    spelling().want(True)


def waves() -> list[str]:
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    return editor.document().findChild(SpellingMarks).marked()


def spelling_hint(window):
    rows = window.view.screen_of("review").rows
    return next((row for row in rows if "diccionario" in row.finding.message), None)


def close_menu() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    menu.close()
    return words


def test_f7_goes_from_one_unknown_word_to_the_next(window, qtbot):
    window.view.go_to_field("general", window.open_plan.plan.id, "introduction")
    qtbot.waitUntil(lambda: waves() == ["constansia", "analisis"])
    press(Key.Key_F7)
    assert focused().textCursor().selectedText() == "constansia"
    assert close_menu()[0] == "constancia"
    press(Key.Key_F7)
    assert focused().textCursor().selectedText() == "analisis"
    assert close_menu()[0] == "análisis"


def test_f7_shows_what_is_left_where_the_text_has_no_unknown_word(window, qtbot):
    window.view.go_to_field("general", window.open_plan.plan.id, "entity")
    press(Key.Key_F7)
    assert window.view.step == "review"


def test_an_activity_is_checked_in_the_outline(window, qtbot):
    activity = next(window.open_plan.plan.activities())
    window.view.go_to_field("goals", activity.id, "text")
    qtbot.waitUntil(lambda: waves() == ["recaudasion"])
    press(Key.Key_F7)
    press_in_menu(Key.Key_Down)
    press_in_menu(Key.Key_Return)
    corrected = next(window.open_plan.plan.activities()).text
    assert corrected == "Medir la recaudación cada mes"
    window.menus.actions_by_words["Deshacer"].trigger()
    assert next(window.open_plan.plan.activities()).text == activity.text


def press_in_menu(key: Key) -> None:
    QTest.keyClick(QApplication.activePopupWidget(), key)


def test_revisar_tells_of_unknown_words_and_leads_to_the_first(window, qtbot):
    window.view.show_step("review")
    qtbot.waitUntil(lambda: spelling_hint(window) is not None)
    row = spelling_hint(window)
    assert row.finding.message == "Hay 3 palabras que el diccionario no conoce."
    assert "“recaudasion”" in row.finding.reason
    row.setFocus()
    press(Key.Key_Return)
    assert window.view.step == "general"
    assert focused().property("field") == "introduction"
    focused().setPlainText("Todo bien.")
    window.view.show_step("review")
    qtbot.waitUntil(lambda: "una palabra" in spelling_hint(window).finding.message)


def test_a_list_of_findings_stays_where_it_was_when_unknown_words_are_found_later(
    open_window, plan_file, qtbot
):
    plan = dataclasses.replace(empty_plan("poa", "2027-01"), introduction="Un anio muy largho.")
    window = open_window(plan_file(plan), 1024, 560)
    qtbot.waitUntil(lambda: spelling().is_on, timeout=20_000)
    qtbot.wait(500)  # the fields in sight have been checked
    window.view.show_step("review")
    assert spelling_hint(window) is None
    qtbot.waitUntil(lambda: spelling_hint(window) is not None)
    qtbot.wait(50)
    screen = window.view.screen_of("review")
    assert focused() is screen.rows[0]
    assert screen.scroll_area.verticalScrollBar().maximum() > 0
    assert screen.scroll_area.verticalScrollBar().value() == 0


def test_the_hint_goes_when_its_words_are_added_to_the_dictionary(window, qtbot):
    window.view.show_step("review")
    qtbot.waitUntil(lambda: spelling_hint(window) is not None)
    for word in ("constansia", "analisis", "recaudasion"):
        spelling().add(word)
    qtbot.waitUntil(lambda: spelling_hint(window) is None)
    assert len(own_words_path().read_text(encoding="utf-8").split()) == 3


def test_the_check_can_be_turned_off_for_good(window, open_window, path, qtbot):
    window.view.go_to_field("general", window.open_plan.plan.id, "introduction")
    qtbot.waitUntil(lambda: waves() == ["constansia", "analisis"])
    action = window.menus.actions_by_words[CHECK]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    qtbot.waitUntil(lambda: waves() == [])
    type_words("Aser ")
    qtbot.wait(600)
    assert waves() == []
    window.close()
    again = open_window(path)
    assert not again.menus.actions_by_words[CHECK].isChecked()
    assert not is_spelling_chosen()
    again.menus.actions_by_words[CHECK].trigger()
    assert is_spelling_chosen()
    again.view.go_to_field("general", again.open_plan.plan.id, "introduction")
    qtbot.waitUntil(lambda: "constansia" in waves())
