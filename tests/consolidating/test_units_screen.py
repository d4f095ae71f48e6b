"""The office writes down whose plans it waits for: typed, pasted, put in order, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, click, focused, press, type_words

from poadesk.plan.beginning import empty_kit
from poadesk.plan.kit import catalogue_names, count_of_names
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.notice import Notice


@pytest.fixture
def path(plan_file):
    return plan_file(empty_kit("poa", "2027-01"), "Consolidado.sqlite")


@pytest.fixture
def window(open_window, path):
    window = open_window(path, step="units")
    return window


def units(window, path) -> list[tuple[str, str]]:
    window.open_plan.save_waiting()
    with PlanFile.open(path, read_only=True) as file:
        kit = file.read()[0]
    return [(one.code, one.name) for one in catalogue_names(kit, "unit")]


def screen_of(window):
    return window.view.screen_of("units")


def copy(text: str) -> None:
    QApplication.clipboard().setText(text)


def test_units_are_typed_one_after_the_other_with_enter(window, path):
    type_words("Aseo")
    press(Key.Key_Return)
    type_words("Catastro")
    press(Key.Key_Tab)
    type_words("08")
    assert units(window, path) == [("", "Aseo"), ("08", "Catastro")]
    assert screen_of(window)._subtitle.text() == "2 unidades entregan su plan."


def test_a_row_that_was_only_begun_is_no_unit_yet(window, path):
    for name in ("Aseo", "Catastro"):
        type_words(name)
        press(Key.Key_Return)
    window.open_plan.save_waiting()
    assert screen_of(window)._subtitle.text() == "2 unidades entregan su plan."
    assert count_of_names(window.open_plan.plan, "unit") == 2


def test_a_list_copied_from_excel_becomes_a_row_for_each_line(window, path):
    copy("07\tCuentas Corrientes\r\n08\tCatastro\r\n\r\nAseo\r\n")
    press(Key.Key_V, CONTROL)
    assert units(window, path) == [("07", "Cuentas Corrientes"), ("08", "Catastro"), ("", "Aseo")]
    (notice,) = window.view.findChildren(Notice)
    assert notice.sentence.text() == "Se agregaron 3 unidades"
    assert focused().toPlainText() == "Aseo"
    window.open_plan.undo()
    assert units(window, path) == []


def test_pasting_again_adds_only_what_is_new(window, path):
    copy("Aseo\nCatastro")
    click(screen_of(window).paste_button)
    copy("Catastro\nMercados")
    click(screen_of(window).paste_button)
    assert [name for _, name in units(window, path)] == ["Aseo", "Catastro", "Mercados"]


def test_one_word_that_is_pasted_goes_into_the_name(window, path):
    type_words("Aseo ")
    copy("Urbano")
    press(Key.Key_V, CONTROL)
    assert units(window, path) == [("", "Aseo Urbano")]


def test_units_are_moved_and_deleted_and_that_is_taken_back(window, path):
    copy("A\nB\nC")
    press(Key.Key_V, CONTROL)
    press(Key.Key_Up, CONTROL)
    assert [name for _, name in units(window, path)] == ["A", "C", "B"]
    press(Key.Key_Delete, CONTROL)
    assert [name for _, name in units(window, path)] == ["A", "B"]
    window.open_plan.undo()
    assert [name for _, name in units(window, path)] == ["A", "C", "B"]


def test_other_lists_are_not_touched(window, path):
    window.view.show_step("material")
    window.view.screen_of("material").frames["category"].editor.setFocus()
    type_words("Operativa")
    window.view.show_step("units")
    copy("A\nB")
    press(Key.Key_V, CONTROL)
    press(Key.Key_Up, CONTROL)
    press(Key.Key_Delete, CONTROL)
    assert units(window, path) == [("", "A")]
    kit = window.open_plan.plan
    assert [one.name for one in catalogue_names(kit, "category")] == ["Operativa"]
