"""The workbook of activities in the window: brought with a report by cell, and taken out."""

from __future__ import annotations

import pytest
from making_workbooks import activity, written
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from typing_keys import Key, choose, choose_file, click, while_asked

from poadesk.plan.beginning import empty_plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.workbook.reading import read_workbook
from poadesk.widgets.waiting_dialog import WaitingDialog

BRING = "Traer un libro de Excel…"


@pytest.fixture
def book(tmp_path):
    return written(tmp_path / "libro.xlsx", [activity(n, n % 3) for n in range(6)])


@pytest.fixture
def bad_book(tmp_path):
    rows = [activity(n, n % 3) for n in range(6)]
    rows[2]["Prog MAR"] = "doce"
    return written(tmp_path / "malo.xlsx", rows)


@pytest.fixture
def window(open_window, plan_file):
    return open_window(plan_file(empty_plan("poi", "2022-01")))


def wish(window, words):
    return lambda: window.menus.actions_by_words[words].trigger()


def units(path) -> list[str]:
    with PlanFile.open(path, read_only=True) as file:
        return [plan.unit for plan in file.read()]


def lines(dialog: QDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_a_good_workbook_fills_the_open_file_and_one_undo_takes_it_back(window, book):
    path = window.open_plan.file.path
    while_asked(wish(window, BRING), choose_file(book))
    assert units(path) == ["Oficina 1", "Oficina 2", "Oficina 3"]
    assert "6 actividades de 3 unidades" in window.view.band.sentence.text()
    assert window.menus.actions_by_words["Elegir la unidad…"].isEnabled()
    click(window.view.band.action)
    assert units(path) == [""]
    assert not window.menus.actions_by_words["Elegir la unidad…"].isEnabled()


def test_problems_are_listed_by_cell_and_enter_changes_nothing(window, bad_book):
    path = window.open_plan.file.path
    before = path.read_bytes()

    def read_and_leave(dialog):
        assert "1 celda con problemas" in dialog.accessibleName()
        assert "Actividades!P4" in lines(dialog)
        assert '"doce" no es' in lines(dialog)
        QTest.keyClick(dialog, Key.Key_Return)

    while_asked(wish(window, BRING), choose_file(bad_book), read_and_leave)
    assert path.read_bytes() == before
    assert window.open_plan.plan.unit == ""


def escape(dialog):
    QTest.keyClick(dialog, Key.Key_Escape)


def test_escape_changes_nothing_either(window, bad_book):
    while_asked(wish(window, BRING), choose_file(bad_book), escape)
    assert units(window.open_plan.file.path) == [""]


def test_a_person_may_bring_what_is_good_of_it(window, bad_book):
    while_asked(wish(window, BRING), choose_file(bad_book), choose("Traer lo demás"))
    assert len(units(window.open_plan.file.path)) == 3
    row = next(
        a for plan in window.open_plan.plans for a in plan.activities() if a.code == "AO00003"
    )
    assert "2022-03" not in {m.month for m in row.months if m.planned_thousandths is not None}


def test_a_long_workbook_is_given_up_with_escape_and_nothing_is_changed(window, tmp_path):
    rows = [activity(n, n % 40) for n in range(4000)]
    long_book = written(tmp_path / "largo.xlsx", rows)
    path = window.open_plan.file.path
    before = path.read_bytes()
    shares = []

    def give_up():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WaitingDialog) and dialog.bar.value() > 0:
            assert "Leyendo el libro" in dialog.accessibleName()
            shares.append(dialog.bar.value())
            QTest.keyClick(dialog, Key.Key_Escape)
            looking.stop()

    looking = QTimer(interval=5)
    looking.timeout.connect(give_up)
    looking.start()
    while_asked(wish(window, BRING), choose_file(long_book))
    assert 0 < shares[0] < 100
    assert "nada cambió" in window.view.band.sentence.text()
    assert path.read_bytes() == before
    assert units(path) == [""]


def test_what_is_no_workbook_is_told_in_a_sentence(window, tmp_path):
    other = tmp_path / "carta.xlsx"
    other.write_bytes(b"hola")
    while_asked(
        wish(window, BRING), choose_file(other), choose("Entendido", "No se puede traer este libro")
    )
    assert units(window.open_plan.file.path) == [""]


def test_a_workbook_without_its_headings_is_told_cell_by_cell(window, tmp_path):
    other = written(tmp_path / "sin.xlsx", [{"Unidad": "Aseo"}], headings=("Unidad",))
    while_asked(wish(window, BRING), choose_file(other), choose("Entendido", "no se puede traer"))
    assert units(window.open_plan.file.path) == [""]


def test_without_a_plan_the_units_become_a_file_of_their_own(open_window, book, tmp_path):
    window = open_window(None)
    target = tmp_path / "planes.sqlite"
    while_asked(wish(window, BRING), choose_file(book), choose_file(target))
    assert units(target) == ["Oficina 1", "Oficina 2", "Oficina 3"]
    assert window.open_plan.plan.unit == "Oficina 1"
    assert "6 actividades de 3 unidades" in window.view.band.sentence.text()


def test_a_second_time_it_says_that_nothing_is_new(window, book):
    while_asked(wish(window, BRING), choose_file(book))
    while_asked(wish(window, BRING), choose_file(book))
    assert "Sin cambios: 6" in window.view.band.sentence.text()
    assert window.view.band.action.isHidden()


def test_the_plans_are_saved_as_a_workbook_that_changes_nothing(window, book, tmp_path):
    while_asked(wish(window, BRING), choose_file(book))
    target = tmp_path / "fuera.xlsx"
    while_asked(wish(window, "Guardar como libro de Excel…"), choose_file(target))
    again = read_workbook(target, window.open_plan.plans)
    assert len(again.lines) == 6
    assert not again.has_errors
    assert window.view.band.sentence.text() == "Se guardó “fuera.xlsx”."


def test_an_empty_workbook_to_fill_in_is_saved(window, tmp_path):
    target = tmp_path / "llenar.xlsx"
    while_asked(wish(window, "Guardar un libro para llenar…"), choose_file(target))
    assert load_workbook(target).sheetnames == ["Plan", "Actividades", "Cómo llenarlo"]
    QApplication.processEvents()
