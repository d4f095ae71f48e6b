"""A file with the plans of several units: every one is reached, and everything follows it."""

from __future__ import annotations

import pytest
from many_units import units
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, click, focused, press, replace_text, type_words

from poadesk.desktop.recent import recent_plans
from poadesk.desktop.unit_list import count_words, units_of, with_words
from poadesk.desktop.unit_popup import MOST_WITHOUT_SEARCH, UnitPopup
from poadesk.plan.model import Plan
from poadesk.plan.step_names import ALL_STEPS
from poadesk.plan.unit_names import NAMELESS
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.labels import Label
from poadesk.widgets.theme import theme
from poadesk.writing import edits
from poadesk.writing.example import example_plan

NAMES = ("Recaudación & Control", "Mercados", "Parques y Jardines")


@pytest.fixture
def file_with(tmp_path):
    def write(plans, name="POA 2027.sqlite"):
        path = tmp_path / name
        with PlanFile.create(path) as file:
            file.begin_with(plans)
        return path

    return write


@pytest.fixture
def window(open_window, file_with):
    return open_window(file_with(units(*NAMES)))


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def popup_of(window) -> UnitPopup:
    [found] = [one for one in window.findChildren(UnitPopup) if one.isVisible()]
    return found


def open_units(window) -> UnitPopup:
    QTest.keyClick(window, Key.Key_U, CONTROL)
    return popup_of(window)


def names(popup: UnitPopup) -> list[str]:
    return [unit.name for unit in popup.list.rows.entries]


def labels(window) -> set[str]:
    return {one.text() for one in window.findChildren(Label) if one.isVisible()}


def test_the_unit_is_a_button_that_names_it_and_lists_all(window):
    button = window.view.head.button
    assert button.isVisible()
    assert not window.view.head.unit.isVisible()
    assert button.accessibleName().startswith("Unidad: Recaudación & Control.")
    click(button)
    popup = popup_of(window)
    assert names(popup) == list(NAMES)
    assert focused() is popup.list
    spoken = popup.list.rows.spoken(popup.list.rows.entries[0])
    assert spoken == "Recaudación & Control, 34 actividades, a la vista"
    QAbstractItemModelTester(popup.list.rows)


def test_with_one_plan_there_is_nothing_to_choose(open_window, plan_file):
    window = open_window(plan_file(example_plan()))
    assert not window.view.head.button.isVisible()
    assert window.view.head.unit.text() == example_plan().unit
    assert not window.menus.actions_by_words["Elegir la unidad…"].isEnabled()
    window.view.head.choose_unit()
    assert window.findChildren(UnitPopup) == []


def test_arrows_and_enter_go_to_a_unit_and_the_step_stays(window, qtbot):
    QTest.keyClick(window, Key.Key_5, CONTROL)
    open_units(window)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert window.open_plan.plan.unit == "Mercados"
    assert window.view.step == window.view.step_list.selected() == "goals"
    assert window.windowTitle() == "POA 2027 Mercados — poadesk"
    assert window.isAncestorOf(focused())
    qtbot.waitUntil(lambda: window.findChildren(UnitPopup) == [])


def test_escape_goes_back_to_where_one_was(window):
    window.view.show_step("general")
    before = focused()
    open_units(window)
    press(Key.Key_Escape)
    assert focused() is before
    assert window.open_plan.plan.unit == NAMES[0]


def test_going_to_a_step_closes_the_list(window, qtbot):
    popup = open_units(window)
    QTest.keyClick(window, Key.Key_2, CONTROL)
    assert not popup.isVisible()
    assert not window.view.head.button.isDown()
    assert window.view.screen_of("swot").isAncestorOf(focused())


def test_what_is_typed_is_saved_in_the_unit_it_belongs_to(window):
    window.view.show_step("general")
    replace_text("Alcaldía de Puerto Lindo")
    window.open_plan.choose(window.open_plan.plans[1].id)
    settle()
    assert [plan.entity for plan in window.open_plan.plans] == [
        "Alcaldía de Puerto Lindo",
        example_plan().entity,
        example_plan().entity,
    ]
    assert focused().text() == example_plan().entity
    replace_text("Otra")
    press(Key.Key_Tab)
    assert [plan.entity for plan in window.open_plan.plans][:2] == [
        "Alcaldía de Puerto Lindo",
        "Otra",
    ]


def test_an_unreadable_text_waits_for_its_unit(window):
    window.view.go_to_field("general", window.open_plan.plan.id, "year_label")
    replace_text("el que viene")
    window.open_plan.choose(window.open_plan.plans[1].id)
    [(spot, typed)] = window.open_plan.unsaved.items()
    assert spot == ("plan", window.open_plan.plans[0].id, "year_label")
    assert typed.text == "el que viene"
    settle()
    window.view.go_to_field("general", window.open_plan.plans[0].id, "year_label")
    assert window.open_plan.plan.unit == NAMES[0]
    assert focused().text() == "el que viene"


def test_undo_shows_the_unit_in_which_something_is_undone(window):
    window.view.show_step("general")
    replace_text("Otra alcaldía")
    press(Key.Key_Tab)
    window.open_plan.choose(window.open_plan.plans[2].id)
    window.view.show_step("goals")
    press(Key.Key_Z, CONTROL)
    assert window.open_plan.plan.unit == NAMES[0]
    assert window.view.head.button.accessibleName().startswith(f"Unidad: {NAMES[0]}.")
    assert window.open_plan.plan.entity == example_plan().entity


def test_the_states_of_the_steps_are_those_of_the_unit(open_window, file_with, qtbot):
    plans = [*units("Mercados"), Plan(id="nueva", position=1, unit="Rastro")]
    window = open_window(file_with(plans))
    qtbot.waitUntil(lambda: "9 de 9 pasos completos" in labels(window))
    window.open_plan.choose("nueva")
    qtbot.waitUntil(lambda: "0 de 9 pasos completos" in labels(window))


def test_the_steps_have_no_state_until_the_plan_is_checked(open_window, file_with, qtbot):
    window = open_window(file_with(units("Mercados")))
    assert "Revisando el plan…" in labels(window)
    qtbot.waitUntil(lambda: "9 de 9 pasos completos" in labels(window))
    assert "Revisando el plan…" not in labels(window)


def test_every_screen_bears_changes_in_another_unit_and_a_change_of_unit(window):
    first, second, _ = window.open_plan.plans
    for step in ALL_STEPS:
        window.view.show_step(step.key)
        settle()
    for number, plan in enumerate((first, second)):
        with window.open_plan.writing(f"Escribir {number}") as step:
            step.put("plan", plan.id, place="Otro lugar")
            objective = plan.objectives[0]
            edits.add(step, plan, "objective", text="Regar")
            edits.add(step, objective, "goal", text="Regar")
            edits.add(step, objective.goals[0], "activity", text="Regar")
            step.delete_tree(objective.goals[0].activities[-1])
        settle()
    window.open_plan.undo()  # on the screens of the first unit, which then go
    window.open_plan.set("plan", second.id, "place", "Aquí")  # they have not gone yet
    assert window.open_plan.plan.id == second.id
    settle()
    for step in ALL_STEPS:
        window.view.show_step(step.key)
        settle()
        assert window.isAncestorOf(focused()), step.key
    window.open_plan.choose(first.id)
    window.open_plan.undo()
    assert window.open_plan.plan.id == second.id
    window.open_plan.undo()
    assert window.open_plan.plan == first
    assert window.open_plan.plans == window.open_plan.file.read()


def test_the_search_finds_in_the_unit_in_sight(window):
    window.open_plan.choose(window.open_plan.plans[1].id)
    QTest.keyClick(window, Key.Key_K, CONTROL)
    type_words("Mercados")
    press(Key.Key_Return)
    assert window.open_plan.plan.unit == "Mercados"
    assert focused().text() == "Mercados"


def test_many_units_are_found_by_typing(open_window, file_with):
    many = [f"Unidad {number}" for number in range(MOST_WITHOUT_SEARCH)]
    window = open_window(file_with(units("Logística y Compras", *many)))
    popup = open_units(window)
    assert focused() is popup.words
    type_words("compras LOGIST")
    assert names(popup) == ["Logística y Compras"]
    replace_text("zzz")
    assert not popup.list.isVisible()
    assert popup.nothing.text() == "Ninguna unidad de este archivo dice “zzz”."
    press(Key.Key_Return)
    assert popup.isVisible()
    replace_text("actividades")  # each row counts them, and none is found by that
    assert not popup.list.isVisible()
    replace_text("unidad 11")
    press(Key.Key_Return)
    assert window.open_plan.plan.unit == "Unidad 11"


def test_three_hundred_long_names_fit_the_least_window(open_window, file_with):
    plans = [
        Plan(id=str(at), position=at, unit="Unidad de nombre muy largo " * 7 + str(at))
        for at in range(300)
    ]
    window = open_window(file_with(plans), 1024, 700)
    window.open_plan.choose("299")
    settle()
    popup = open_units(window)
    settle()
    assert window.rect().contains(popup.geometry().adjusted(12, 12, -12, -12))
    assert popup.list.visualRect(popup.list.currentIndex()).intersects(popup.list.rect())
    assert popup.list.chosen() == 299
    assert "300" in window.view.head.button.accessibleName()
    for scale in (1.5, 1.0):
        theme().set_scale(scale)
        settle()


def test_units_without_a_name_or_with_the_same_one_are_told_apart():
    plans = [
        Plan(id="a", unit=" "),
        Plan(id="b", unit="Aseo\nurbano", unit_code="02.1"),
        Plan(id="c", unit="Aseo urbano", unit_code="02.2"),
    ]
    found = units_of(plans, "c")
    assert [unit.name for unit in found] == [NAMELESS, "Aseo urbano", "Aseo urbano"]
    assert [unit.in_sight for unit in found] == [False, False, True]
    assert [unit.plan_id for unit in with_words(found, "aseo 02.2")] == ["c"]
    assert with_words(found, "") == found
    assert [count_words(count) for count in (1, 1200)] == ["1 unidad", "1,200 unidades"]


def test_the_file_is_opened_again_at_the_unit_that_was_left(window, open_window):
    window.open_plan.choose(window.open_plan.plans[1].id)
    window.show_step("tracking")
    window.show_start()
    assert recent_plans()[0].unit == "Mercados y 2 unidades más"
    press(Key.Key_Return)
    assert window.open_plan.plan.unit == "Mercados"
    assert window.view.step == "tracking"


def test_one_unit_or_all_of_them_are_printed(window, qtbot):
    screen = window.view.screen_of("print")
    with qtbot.waitSignal(screen.builder.built, timeout=20_000):
        window.view.show_step("print")
    alone = screen.preview.document.pageCount()
    assert screen.options.all_units.text() == "Todas las unidades (3)"
    with qtbot.waitSignal(screen.builder.built, timeout=60_000):
        screen.options.all_units.click()
    assert screen.preview.document.pageCount() > 2 * alone


def test_the_paper_follows_the_unit(window, qtbot):
    window.view.show_step("general")
    panel = window.view.paper.panel
    qtbot.waitUntil(lambda: panel.pictures.count > 0, timeout=20_000)
    pages = panel.pictures.count
    with qtbot.waitSignal(panel.builder.built, timeout=20_000):
        window.open_plan.choose(window.open_plan.plans[2].id)
    assert panel.pictures.count < pages


def test_a_press_of_enter_on_the_button_opens_the_list(window):
    window.view.head.button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Return)
    assert popup_of(window).isVisible()
