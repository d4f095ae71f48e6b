"""Entregas as a person uses it: the table, what sorts it, and the panel of the chosen unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office_plans import office, unit_plan
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import Key, button, click, focused, press, type_words

from poadesk.plan.verification import verification_code
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def screen(open_window, tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(office())
    window = open_window(path, 1440, 900)
    settle()
    return window.view.screen_of("deliveries")


def settle():
    for _ in range(3):
        QApplication.processEvents()


def names(screen) -> list[str]:
    return [row.name for row in screen.table.rows.rows]


def choose(screen, name: str) -> None:
    screen.table.choose(names(screen).index(name))
    settle()


def test_the_table_says_of_each_unit_what_is_known(screen):
    rows = screen.table.rows
    spoken = {row.name: rows.spoken(row) for row in rows.rows}
    assert spoken["Mercados"] == "Mercados, Falta"
    assert spoken["Contabilidad"].startswith("Contabilidad, Recibido, Revisión: 1.ª, Llegó: ")
    assert "Observaciones: 1 abierta" in spoken["Desechos Sólidos"]
    assert "Avisos: bien" in spoken["Alumbrado Público"]


def test_a_heading_sorts_and_the_chosen_unit_stays_chosen(screen):
    choose(screen, "Mercados")
    heading = screen.table.horizontalHeader()
    at = QPoint(heading.sectionViewportPosition(1) + 20, heading.height() // 2)
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(screen)[:3] == ["Comunicaciones", "Deportes y Juventud", "Mercados"]
    assert screen.table.current().name == "Mercados"
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.table.rows.rows[0].state == "approved"


def test_the_space_bar_sorts_by_the_next_column(screen):
    screen.table.setFocus()
    for _ in range(4):
        press(Key.Key_Space)
    counts = [row.errors for row in screen.table.rows.rows if row.plan_id]
    assert counts == sorted(counts, reverse=True)
    assert not screen.table.rows.rows[-1].plan_id, "who sent nothing comes last"


def test_the_code_of_the_signed_paper_is_compared_while_it_is_typed(screen):
    choose(screen, "Contabilidad")
    plan = screen._open_plan.row(screen.table.current().plan_id)
    code = verification_code(plan)
    screen.details.code.field.setFocus()
    type_words(code.replace("-", " ").lower())
    assert "coincide: el papel y el archivo dicen lo mismo" in screen.details.code.answer.text()
    press(Key.Key_Backspace)
    type_words("0" if code[-1] != "0" else "1")
    assert screen.details.code.answer.text().startswith("No coincide")
    choose(screen, "Informática")
    assert screen.details.code.field.text() == ""


def test_a_reminder_for_those_that_are_missing_is_put_on_the_clipboard(screen):
    click(screen.remind)
    text = QGuiApplication.clipboard().text()
    for name in ("Comunicaciones", "Deportes y Juventud", "Mercados"):
        assert f"- {name}" in text
    assert "Contabilidad" not in text
    assert "20 de noviembre de 2026" in text
    assert "3 que faltan" in screen._band.sentence.text()


def test_a_remark_is_written_beside_the_table_and_stands_there(screen):
    choose(screen, "Contabilidad")
    click(screen.details.write_button)
    type_words("Falta el logo.")
    click(button(screen.details, "Guardar"))
    settle()
    [card] = screen.details.cards
    assert card.text.text() == "Falta el logo."
    assert screen.table.rows.text(screen.table.current(), 5) == "1 abierta"


def test_nothing_is_written_when_the_remark_is_given_up(screen):
    choose(screen, "Contabilidad")
    click(screen.details.write_button)
    type_words("Falta")
    press(Key.Key_Escape)
    settle()
    assert screen.details.cards == []
    assert focused() is screen.details.write_button


def test_a_unit_of_which_nothing_came_says_so(screen):
    choose(screen, "Mercados")
    assert screen.details.facts.text() == "Todavía no ha llegado nada de esta unidad."
    assert not screen.details.approve.isVisible()


def test_in_a_narrow_window_the_details_wait_until_they_are_asked_for(screen):
    screen.window().resize(1024, 700)
    settle()
    assert not screen.details.isVisible()
    click(screen.show_details)
    settle()
    assert screen.details.isVisible()


@pytest.mark.parametrize(
    ("changes", "note", "fact"),
    [
        ({}, "“Museo” no está en su lista de unidades esperadas.", "No está en su lista"),
        (
            {"entity": "Alcaldía de Río Seco"},
            "El plan de “Museo” es de otra entidad: “Alcaldía de Río Seco”.",
            "Es de otra entidad: “Alcaldía de Río Seco”.",
        ),
    ],
)
def test_a_plan_that_nobody_expected_is_pointed_out(open_window, tmp_path, changes, note, fact):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([*office(), replace(unit_plan("Museo", 40), **changes)])
    screen = open_window(path, 1440, 900).view.screen_of("deliveries")
    settle()
    assert screen._note.isVisible()
    assert screen._note.sentence.text() == note
    choose(screen, "Museo")
    assert fact in screen.details.facts.text()


def test_a_half_written_remark_on_a_plan_is_kept_when_another_unit_is_chosen(screen):
    choose(screen, "Contabilidad")
    click(screen.details.write_button)
    type_words("Falta el logo")
    choose(screen, "Informática")
    assert screen.details.editor is None
    assert screen.details.cards == []
    choose(screen, "Contabilidad")
    [card] = screen.details.cards
    assert card.text.text() == "Falta el logo"
    assert screen._open_plan.undo() is not None
    settle()
    assert screen.details.cards == [], "it was written once"


def test_new_words_for_a_remark_keep_the_focus_in_its_card(screen):
    choose(screen, "Desechos Sólidos")
    card = screen.details.cards[0]
    click(button(card, "Cambiar"))
    type_words(" y cuándo")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    [card] = [one for one in screen.details.cards if one.remark.id == card.remark.id]
    assert card.text.text().endswith(" y cuándo")
    assert card.isAncestorOf(focused())


def test_who_comes_back_from_the_plan_of_a_unit_finds_it_chosen(open_window, tmp_path):
    path = tmp_path / "Consolidado.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with(office())
    window = open_window(path, 1440, 900)
    screen = window.view.screen_of("deliveries")
    choose(screen, "Informática")
    screen.table.setFocus()
    press(Key.Key_Return)
    settle()
    assert window.open_plan.plan.unit == "Informática"
    window.view.back_to_office()
    settle()
    screen = window.view.screen_of("deliveries")
    assert screen.table.current().name == "Informática"
    assert focused() is screen.table
