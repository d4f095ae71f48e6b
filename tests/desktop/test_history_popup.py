"""The history: goes back several steps as one, and forward again, with keys or the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from typing_keys import CONTROL, Key, focused, press, replace_text

from poadesk.desktop.history_popup import HistoryPopup
from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile

ALT = Qt.KeyboardModifier.AltModifier
PLAN = Plan(id="plan", entity="Alcaldía", unit="Aseo & Ornato", year_label="2027")


@pytest.fixture
def path(plan_file):
    return plan_file(PLAN)


@pytest.fixture
def window(open_window, path):
    """A window in which the first three fields were written, each as a step."""
    window = open_window(path, 1024, 700)
    for words in ("Municipio", "Parques", "Plan verde"):
        replace_text(words)
        press(Key.Key_Tab)
    return window


def stored(path) -> tuple[str, str, str]:
    with PlanFile.open(path, read_only=True) as file:
        plan = file.read()[0]
    return plan.entity, plan.unit, plan.title


def open_history() -> HistoryPopup:
    press(Key.Key_Z, CONTROL | ALT)
    popup = focused().parentWidget()
    assert isinstance(popup, HistoryPopup)
    return popup


def states(popup: HistoryPopup) -> list[str]:
    return [moment.state for moment in popup.list.rows.entries]


def test_the_steps_are_listed_with_their_time_and_the_present_one_is_chosen(window):
    popup = open_history()
    assert states(popup) == ["now", "before", "before", "before"]
    spoken = [popup.list.rows.spoken(moment) for moment in popup.list.rows.entries]
    assert spoken[0].startswith("Escribir en el plan, ")
    assert spoken[0].endswith("así está el plan ahora")
    assert spoken[-1] == "Como estaba al principio"
    assert popup.list.chosen() == 0


def test_choosing_a_step_goes_back_to_it_and_each_is_redone_by_itself(window, path):
    open_history()
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert stored(path) == ("Municipio", "Aseo & Ornato", "Plan Operativo Anual")
    press(Key.Key_Y, CONTROL)
    assert stored(path) == ("Municipio", "Parques", "Plan Operativo Anual")
    press(Key.Key_Y, CONTROL)
    assert stored(path) == ("Municipio", "Parques", "Plan verde")


def test_the_beginning_is_the_last_of_the_list_and_one_can_come_back_from_it(window, path):
    open_history()
    press(Key.Key_End)
    press(Key.Key_Return)
    assert stored(path) == ("Alcaldía", "Aseo & Ornato", "Plan Operativo Anual")
    popup = open_history()
    assert states(popup) == ["undone", "undone", "undone", "now"]
    press(Key.Key_Home)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert stored(path) == ("Municipio", "Parques", "Plan Operativo Anual")


def test_a_click_goes_back_too_and_the_window_shows_it(window, path):
    popup = open_history()
    place = popup.list.visualRect(popup.list.model().index(2, 0)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert popup.isHidden()
    assert stored(path) == ("Municipio", "Aseo & Ornato", "Plan Operativo Anual")
    window.view.go_to_field("general", "plan", "unit")
    assert focused().text() == "Aseo & Ornato"
    assert window.menus.actions_by_words["Rehacer"].isEnabled()


def test_esc_and_choosing_the_present_change_nothing(window, path):
    before = stored(path)
    editor = focused()
    for key in (Key.Key_Escape, Key.Key_Return):
        popup = open_history()
        press(key)
        assert popup.isHidden()
        assert focused() is editor
        assert stored(path) == before


def test_what_is_being_typed_is_a_step_too(window):
    replace_text("2028")
    assert len(states(open_history())) == 5


def test_without_changes_there_is_only_the_beginning(open_window, path):
    open_window(path)
    popup = open_history()
    assert states(popup) == ["now"]
    assert popup._how.text() == "Todavía no hay cambios a los que volver."
    press(Key.Key_Return)
    assert popup.isHidden()


def test_the_list_is_a_sound_model(window):
    popup = open_history()
    QAbstractItemModelTester(popup.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
