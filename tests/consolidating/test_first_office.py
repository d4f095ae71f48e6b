"""The first screen of a new Consolidado says what comes first, and leads there."""

from __future__ import annotations

import pytest
from office_plans import unit_plan
from PySide6.QtWidgets import QApplication, QLabel
from typing_keys import Key, button, click, focused, press

from poadesk.plan.beginning import empty_kit
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([empty_kit("poa", "2027-01")])
    return open_window(path, 1264, 741)


def settle():
    for _ in range(3):
        QApplication.processEvents()


def words(screen) -> str:
    return " ".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def test_before_any_unit_is_known_the_screen_says_what_comes_first(window):
    screen = window.view.screen_of("deliveries")
    assert "Primero escriba qué unidades entregan" in words(screen)
    assert not screen.table.isVisible()
    assert not screen.details.isVisible()
    assert screen.take_in.isVisible(), "what came already can be received"
    assert focused().text() == "Escribir las unidades"
    press(Key.Key_Return)
    assert window.view.step == "units"


def test_the_second_button_leads_to_the_material(window):
    click(button(window.view.screen_of("deliveries"), "Preparar el material"))
    assert window.view.step == "material"


def test_the_table_is_there_as_soon_as_a_unit_is_known(window):
    plan = unit_plan("Mercados")
    window.open_plan.act("Recibir", lambda step, _: step.put_tree(plan), by_office=True)
    settle()
    screen = window.view.screen_of("deliveries")
    screen.arrive()
    assert screen.table.isVisible()
    assert "Primero escriba" not in words(screen)
    assert focused() is screen.table


def test_the_menu_of_an_office_offers_nothing_that_only_a_unit_does(window):
    for words in ("Poner al día el material…", "Traer lo que devolvió Planificación…"):
        assert not window.menus.actions_by_words[words].isVisible()
    assert window.menus.actions_by_words["Guardar una copia…"].isVisible()
