"""Remarks of the planning office: written at a field, seen there by the unit, answered, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office_plans import office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, button, click, focused, press, type_words

from poadesk.desktop.remark_popup import RemarkPopup
from poadesk.plan.model import Remark
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.field_remarks import FieldRemarks
from poadesk.writing.example import example_plan

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
PLAN = example_plan()
GOAL = next(PLAN.goals())
ACTIVITY = GOAL.activities[0]


def observed(*about: tuple[str, str]):
    return tuple(
        Remark(id=f"r{at}", position=at, about_id=row, about_field=field, text=f"¿Por qué? {at}")
        for at, (row, field) in enumerate(about)
    )


@pytest.fixture
def unit_window(open_window, plan_file):
    remarks = observed(
        (PLAN.id, "introduction"),
        (ACTIVITY.id, "text"),
        (ACTIVITY.id, "responsible"),
        (ACTIVITY.id, "months"),
        (GOAL.resources[0].id, "text"),
    )
    window = open_window(plan_file(replace(PLAN, remarks=remarks)), 1440, 900)
    settle()
    return window


@pytest.fixture
def office_window(open_window, tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(office())
    window = open_window(path, 1440, 900)
    settle()
    plan = next(one for one in window.open_plan.plans if one.unit == "Contabilidad")
    window.open_plan.choose(plan.id)
    settle()
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()


def popup_of(window) -> RemarkPopup:
    [popup] = [one for one in window.findChildren(RemarkPopup) if one.isVisible()]
    return popup


def shown_below_fields(screen) -> list[str]:
    found = [one for one in screen.findChildren(FieldRemarks) if one.isVisible()]
    return [one.text.text() for one in found]


def stored(window) -> list[Remark]:
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        return [remark for plan in file.read() for remark in plan.remarks]


def test_the_office_writes_a_remark_at_the_field_in_which_it_is(office_window):
    window = office_window
    window.view.go_to_field("general", window.open_plan.plan.id, "introduction")
    settle()
    press(Key.Key_M, CONTROL)
    type_words("Dice doce barrios y son catorce.")
    press(Key.Key_Return, CONTROL)
    settle()
    remark = next(one for one in stored(window) if one.text.startswith("Dice"))
    assert (remark.about_id, remark.about_field) == (window.open_plan.plan.id, "introduction")
    assert remark.written_by == "Lic. Andrea Menjívar Solano"
    screen = window.view.screen_of("general")
    assert shown_below_fields(screen) == ["Dice doce barrios y son catorce."]
    assert focused().property("field") == "introduction"


def test_the_office_writes_a_remark_on_an_activity_of_the_cronograma(office_window):
    window = office_window
    window.view.show_step("schedule")
    settle()
    press(Key.Key_M, CONTROL)
    type_words("Nada en julio")
    press(Key.Key_Return, CONTROL)
    settle()
    remark = next(one for one in stored(window) if one.text == "Nada en julio")
    assert remark.about_field == "months"
    assert window.open_plan.row(remark.about_id).TABLE == "activity"


def test_the_words_of_a_unit_are_not_changed_by_the_office_that_observes_them(office_window):
    window = office_window
    plan = window.open_plan.plan
    window.view.go_to_field("general", plan.id, "introduction")
    settle()
    type_words("X")
    window.open_plan.save_waiting()
    assert window.open_plan.row(plan.id).introduction == plan.introduction


def test_escape_closes_the_remark_and_not_the_plan(office_window):
    window = office_window
    press(Key.Key_M, CONTROL)
    type_words("Mejor no")
    press(Key.Key_Escape)
    settle()
    assert not [one for one in window.findChildren(RemarkPopup) if one.isVisible()]
    assert window.open_plan.plan.unit == "Contabilidad"
    assert "Mejor no" not in [one.text for one in stored(window)]


def test_the_menu_of_a_field_offers_to_write_a_remark(office_window):
    from poadesk.widgets.editing_menu import editing_menu

    window = office_window
    window.view.go_to_field("general", window.open_plan.plan.id, "introduction")
    settle()
    entries = [one.text() for one in editing_menu(focused(), None).actions()]
    assert "Escribir una observación\tCtrl+M" in entries


def test_the_unit_sees_each_remark_at_its_field(unit_window, qtbot):
    window = unit_window
    general = window.view.screen_of("general")
    qtbot.waitUntil(lambda: shown_below_fields(general) == ["¿Por qué? 0"])
    window.view.go_to_field("goals", ACTIVITY.id, "text")
    settle()
    goals = window.view.screen_of("goals")
    assert [card.remark.id for card in goals.details.remarks.cards] == ["r1", "r3"]
    assert shown_below_fields(goals.details) == ["¿Por qué? 2"]
    assert goals.outline.rows.data(goals.outline.currentIndex(), SPOKEN).startswith(
        "Actividad 1.1.1, observada"
    )
    window.view.go_to_field("resources", GOAL.resources[0].id, "text")
    settle()
    assert shown_below_fields(window.view.screen_of("resources")) == ["¿Por qué? 4"]


def test_the_steps_count_the_remarks_that_wait_for_the_unit(unit_window, qtbot):
    qtbot.waitUntil(lambda: unit_window.open_plan.reading.has_findings)
    steps = {row.key: row for row in unit_window.view.step_list._steps.rows if hasattr(row, "key")}
    badges = {key: step.badge for key, step in steps.items() if step.badge}
    assert {key: badges[key] for key in ("general", "goals", "schedule", "resources")} == {
        "general": 1,
        "goals": 2,
        "schedule": 1,
        "resources": 1,
    }


def test_the_unit_answers_in_revisar_and_the_answer_is_kept_and_undone(unit_window):
    window = unit_window
    window.view.show_step("review")
    settle()
    review = window.view.screen_of("review")
    card = review.remarks.list.cards[0]
    click(button(card, "Responder"))
    type_words("Son catorce.")
    press(Key.Key_Return, CONTROL)
    settle()
    [first] = [one for one in stored(window) if one.id == "r0"]
    assert (first.answer, first.state) == ("Son catorce.", "answered")
    assert review.remarks.list.cards[-1].remark.id == "r0", "those that wait stand first"
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    settle()
    [first] = [one for one in stored(window) if one.id == "r0"]
    assert (first.answer, first.state) == ("", "open")


def test_the_unit_marks_a_remark_as_resolved_and_its_field_looks_as_always(unit_window):
    window = unit_window
    window.view.show_step("review")
    settle()
    card = window.view.screen_of("review").remarks.list.cards[0]
    click(button(card, "Marcar como resuelta"))
    settle()
    window.view.show_step("general")
    settle()
    assert shown_below_fields(window.view.screen_of("general")) == []


def test_revisar_leads_to_the_place_of_a_remark(unit_window):
    window = unit_window
    window.view.show_step("review")
    settle()
    card = window.view.screen_of("review").remarks.list.cards[2]
    click(button(card, "Ir al lugar"))
    settle()
    assert window.view.step == "goals"
    assert focused().property("field") == "responsible"


def test_the_unit_answers_where_the_field_is(unit_window, qtbot):
    window = unit_window
    general = window.view.screen_of("general")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in general.findChildren(FieldRemarks)))
    [shown] = [one for one in general.findChildren(FieldRemarks) if one.isVisible()]
    click(shown.open)
    settle()
    popup = popup_of(window)
    click(button(popup, "Responder"))
    type_words("Corregido.")
    press(Key.Key_Return, CONTROL)
    settle()
    assert next(one for one in stored(window) if one.id == "r0").answer == "Corregido."
    assert shown.more.text() == "Respondida."


@pytest.fixture
def beside_activity(unit_window):
    """The screen of goals and activities, with the activity chosen and its remarks beside it."""
    unit_window.view.go_to_field("goals", ACTIVITY.id, "text")
    settle()
    return unit_window.view.screen_of("goals")


def card_of(screen, remark_id: str):
    [card] = [one for one in screen.details.remarks.cards if one.remark.id == remark_id]
    return card


def the_remark(window, remark_id: str) -> Remark:
    return next(one for one in stored(window) if one.id == remark_id)


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_the_unit_answers_beside_the_activity(unit_window, beside_activity, by):
    answer = button(card_of(beside_activity, "r3"), "Responder")
    if by == "mouse":
        click(answer)
    else:
        answer.setFocus()
        press(Key.Key_Return)
    settle()
    type_words("De marzo a octubre.")
    press(Key.Key_Return, CONTROL)
    settle()
    assert the_remark(unit_window, "r3").answer == "De marzo a octubre."
    assert beside_activity.outline.current_row() == ACTIVITY.id
    assert card_of(beside_activity, "r3").isAncestorOf(focused()), "the work goes on where it was"


def test_the_last_remark_that_is_resolved_leaves_the_focus_beside_its_activity(
    unit_window, beside_activity
):
    for remark_id in [card.remark.id for card in beside_activity.details.remarks.cards]:
        click(button(card_of(beside_activity, remark_id), "Marcar como resuelta"))
        settle()
    assert beside_activity.details.remarks.cards == []
    assert beside_activity.outline.current_row() == ACTIVITY.id
    assert beside_activity.details.isAncestorOf(focused())


def test_an_answer_that_is_given_up_leaves_nothing_and_the_focus_in_its_card(
    unit_window, beside_activity
):
    click(button(card_of(beside_activity, "r3"), "Responder"))
    type_words("No sé")
    press(Key.Key_Escape)
    settle()
    assert the_remark(unit_window, "r3").answer == ""
    assert card_of(beside_activity, "r3").isAncestorOf(focused())


def test_a_half_written_answer_is_kept_when_another_row_is_chosen(unit_window, beside_activity):
    click(button(card_of(beside_activity, "r3"), "Responder"))
    type_words("De marzo")
    beside_activity.outline.show_row(GOAL.id)
    settle()
    assert the_remark(unit_window, "r3").answer == "De marzo"
    QTest.keyClick(unit_window, Key.Key_Z, CONTROL)
    settle()
    assert the_remark(unit_window, "r3").answer == "", "it was written once"


def texts(window) -> list[str]:
    return sorted(one.text for one in stored(window))


def half_write(window, words: str) -> RemarkPopup:
    window.view.go_to_field("goals", next(window.open_plan.plan.activities()).id, "text")
    settle()
    press(Key.Key_M, CONTROL)
    settle()
    type_words(words)
    return popup_of(window)


def test_a_half_written_remark_is_kept_when_the_person_goes_elsewhere(office_window):
    before = texts(office_window)
    half_write(office_window, "Diga cuántas reuniones")
    office_window.view.show_step("swot")
    settle()
    assert texts(office_window) == sorted([*before, "Diga cuántas reuniones"])
    assert not [one for one in office_window.findChildren(RemarkPopup) if one.isVisible()]


def test_a_half_written_remark_is_kept_when_a_press_closes_it(office_window):
    before = texts(office_window)
    popup = half_write(office_window, "Diga cuántas reuniones")
    click(office_window.menus.find_field)
    settle()
    assert not popup.isVisible()
    assert texts(office_window) == sorted([*before, "Diga cuántas reuniones"])


def test_a_remark_that_is_given_up_is_not_kept(office_window):
    before = texts(office_window)
    half_write(office_window, "Diga cuántas reuniones")
    press(Key.Key_Escape)
    settle()
    assert texts(office_window) == before


def test_new_words_for_a_remark_are_kept_when_the_office_is_shown_again(office_window):
    half_write(office_window, "Diga cuántas")
    press(Key.Key_Return, CONTROL)
    settle()
    [remark] = [one for one in stored(office_window) if one.text == "Diga cuántas"]
    screen = office_window.view.screen_of("goals")
    [card] = [one for one in screen.details.remarks.cards if one.remark.id == remark.id]
    click(button(card, "Cambiar"))
    type_words(" y dónde")
    office_window.view.back_to_office()
    settle()
    assert the_remark(office_window, remark.id).text == "Diga cuántas y dónde"
