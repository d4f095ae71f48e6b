"""The window of the planning office: its own steps, and the way into a unit's plan and back."""

from __future__ import annotations

import pytest
from office_plans import UNITS, kit, office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, click, focused, press, type_words

from poadesk.desktop.find_popup import FindPopup
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.band import Band
from poadesk.writing.example import example_plan

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office_file(tmp_path):
    path = tmp_path / "Consolidado POA 2027.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(office())
    return path


@pytest.fixture
def window(open_window, office_file):
    window = open_window(office_file, 1440, 900)
    settle()
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()


def titles(window) -> list[str]:
    return [row.title for row in window.view.step_list._steps.rows if not isinstance(row, str)]


def table(window):
    return window.view.screen_of("deliveries").table


def choose(window, name: str) -> None:
    rows = [row.name for row in table(window).rows.rows]
    table(window).choose(rows.index(name))


def test_an_office_file_opens_at_its_deliveries_and_names_itself(window):
    assert window.view.step == "deliveries"
    assert window.windowTitle() == "Consolidado POA 2027 — poadesk"
    assert window.view.head.unit.text() == "Planificación"
    assert "Consolidado POA 2027" in window.view.head.year.text()
    assert {"Entregas", "Observaciones", "Informes"} <= set(titles(window))
    assert "FODA" not in titles(window)
    assert focused() is table(window)


def test_the_foot_says_how_many_units_have_delivered(window):
    assert window.view._foot._sentence.text() == "12 de 15 unidades entregaron"


def test_enter_opens_the_plan_of_a_unit_and_alt_left_leads_back_to_the_same_row(window):
    choose(window, "Contabilidad")
    press(Key.Key_Return)
    settle()
    assert window.open_plan.plan.unit == "Contabilidad"
    assert "FODA" in titles(window)
    assert window.view.step == "general"
    press(Key.Key_Left, ALT)
    settle()
    assert window.view.step == "deliveries"
    assert window.open_plan.plan.role == "kit"


@pytest.mark.parametrize("place", ["head", "band"])
def test_the_way_back_stands_at_the_head_of_the_steps_and_above_the_screen(window, place):
    press(Key.Key_Return)
    settle()
    click(window.view.head.back if place == "head" else window.view.band.action)
    settle()
    assert window.view.step == "deliveries"
    assert window.view.band is None
    assert not window.view.head.back.isVisible()


def test_a_plan_that_has_arrived_is_not_handed_over_again(window):
    entry = window.menus.actions_by_words["Entregar"]
    assert not entry.isVisible()
    press(Key.Key_Return)
    settle()
    assert "Imprimir" in titles(window)
    assert "Entregar" not in titles(window)
    assert not entry.isVisible()
    press(Key.Key_E, CONTROL)
    settle()
    assert window.view.step == "general"


def test_escape_leads_back_where_nothing_else_takes_it(window):
    press(Key.Key_Return)
    settle()
    window.view.step_list.setFocus()
    press(Key.Key_Escape)
    settle()
    assert window.view.step == "deliveries"


def test_numbers_lead_to_the_steps_in_sight(window):
    QTest.keyClick(window, Key.Key_2, CONTROL)
    settle()
    assert window.view.step == window.view.keys()[1]
    press(Key.Key_I, CONTROL)
    settle()
    assert window.view.step == "reports"


def test_ctrl_u_goes_to_a_unit_also_from_the_office(window):
    QTest.keyClick(window, Key.Key_U, CONTROL)
    settle()
    type_words("medio")
    press(Key.Key_Return)
    settle()
    assert window.open_plan.plan.unit == "Medio Ambiente"


def test_an_office_file_is_left_and_opened_again_where_it_was(window, office_file):
    window.view.show_step("remarks")
    window.show_start()
    window._go_on_with(str(office_file))
    settle()
    assert window.view.step == "remarks"


def test_what_happens_to_a_unit_is_undone_without_going_inside(window):
    choose(window, UNITS[0])
    press(Key.Key_M, CONTROL)
    type_words("Falta la portada")
    press(Key.Key_Return, CONTROL)
    settle()
    plan_id = table(window).current().plan_id
    assert [one.text for one in window.open_plan.row(plan_id).remarks] == ["Falta la portada"]
    press(Key.Key_Z, CONTROL)
    settle()
    assert window.open_plan.row(plan_id).remarks == ()
    assert window.view.step == "deliveries"


def test_a_remark_of_the_list_leads_to_its_plan(window):
    window.view.show_step("remarks")
    settle()
    screen = window.view.screen_of("remarks")
    assert len(screen.cards) == 6
    screen.cards[0].resolved.emit(screen.cards[0].remark)
    settle()
    assert len(screen.cards) == 5
    click(screen.filter.buttons[2])
    settle()
    assert len(screen.cards) == 9


def test_ctrl_k_finds_words_in_the_plans_of_all_units_and_leads_there(window):
    QTest.keyClick(window, Key.Key_K, CONTROL)
    settle()
    [popup] = [one for one in window.findChildren(FindPopup) if one.isVisible()]
    type_words("solvencias municipales")
    settle()
    kinds = {place.kind.split(" · ")[0] for place in popup._places}
    assert kinds == set(UNITS)
    assert not popup.one.isEnabled(), "what units wrote is not replaced by the office"
    press(Key.Key_Return)
    settle()
    assert window.open_plan.plan.unit in UNITS
    assert window.view.step == "goals"


def test_informes_of_the_office_offers_no_way_to_a_step_that_it_has_not(
    open_window, tmp_path, qtbot
):
    path = tmp_path / "Consolidado sin hacer.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([kit(), example_plan()])
    window = open_window(path, step="reports")
    screen = window.view.screen_of("reports")
    qtbot.waitUntil(lambda: screen.made is not None, timeout=10_000)
    [band] = screen.findChildren(Band)
    assert "todavía no se ha registrado nada" in band.sentence.text()
    assert not band.action.isVisible()
