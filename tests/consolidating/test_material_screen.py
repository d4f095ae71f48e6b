"""The office writes its material in the window and saves it for the units."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import (
    CONTROL,
    Key,
    choose,
    choose_file,
    click,
    focused,
    press,
    type_words,
    while_asked,
)

from poadesk.plan.beginning import empty_kit
from poadesk.plan.kit import catalogue_names, is_handed_out
from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def path(plan_file):
    return plan_file(empty_kit("poa", "2027-01"), "Consolidado.sqlite")


@pytest.fixture
def window(open_window, path):
    window = open_window(path, step="material")
    return window


def screen_of(window):
    return window.view.screen_of("material")


def in_file(path) -> tuple[Plan, ...]:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()


def names(path, kind: str) -> list[str]:
    return [one.name for one in catalogue_names(in_file(path)[0], kind)]


def test_the_parts_of_the_material_are_written_on_the_screens_that_units_know(window, path):
    assert focused() is screen_of(window)._ways[0]
    press(Key.Key_Space)
    assert window.view.step == "general"
    assert window.view.step_list.selected() == "material"
    type_words("Alcaldía de Valle Claro")
    QTest.keyClick(focused(), Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.view.step == "material"
    assert in_file(path)[0].entity == "Alcaldía de Valle Claro"
    assert "Valle Claro · 2027" in screen_of(window)._told["general"].text()


def test_a_click_on_the_step_leads_back_from_a_part(window):
    window.view.show_step("objectives")
    assert window.view.step == "objectives"
    steps = window.view.step_list
    place = steps.visualRect(steps.currentIndex()).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view.step == "material"


def test_a_list_is_typed_with_a_name_in_each_line(window, path):
    editor = screen_of(window).frames["unit_of_measure"].editor
    editor.setFocus()
    type_words("visita")
    press(Key.Key_Return)
    type_words("informe")
    window.open_plan.save_waiting()
    assert names(path, "unit_of_measure") == ["visita", "informe"]
    press(Key.Key_Z, CONTROL)
    assert names(path, "unit_of_measure") == []


def test_a_list_is_pasted_from_excel_with_codes(window, path):
    QApplication.clipboard().setText("0201\tRentas\n0202\tCatastro\n")
    editor = screen_of(window).frames["cost_centre"].editor
    editor.setFocus()
    press(Key.Key_V, CONTROL)
    screen_of(window).frames["category"].editor.setFocus()
    kit = in_file(path)[0]
    assert [(one.code, one.name) for one in catalogue_names(kit, "cost_centre")] == [
        ("0201", "Rentas"),
        ("0202", "Catastro"),
    ]
    assert screen_of(window).frames["cost_centre"]._note.text() == "2"


def test_the_material_is_saved_and_its_next_version_only_after_a_change(window, path, tmp_path):
    screen = screen_of(window)
    assert "ninguna versión" in screen._version.text()
    first, second = tmp_path / "uno.sqlite", tmp_path / "dos.sqlite"
    while_asked(lambda: click(screen.save_button), choose_file(first))
    assert is_handed_out(in_file(first))
    assert "no ha cambiado" in screen._version.text()
    screen.frames["due_on"].editor.setFocus()
    type_words("20 de noviembre")
    window.open_plan.save_waiting()
    assert "la próxima será la 2" in screen._version.text()
    while_asked(lambda: click(screen.save_button), choose_file(second))
    assert (in_file(second)[0].revision, in_file(second)[0].due_on) == (2, "20 de noviembre")


def test_a_place_that_is_taken_is_refused_and_nothing_is_remembered(window, path):
    before = in_file(path)
    while_asked(
        lambda: click(screen_of(window).save_button),
        choose_file(path),
        choose("Entendido", "Ya existe"),
    )
    assert in_file(path) == before
