"""Opening and making plan files: every outcome has its sentence, and no file is replaced."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from typing_keys import CONTROL, Key, choose, choose_file, press, replace_text, while_asked

from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.opening import make_file
from poadesk.desktop.recent import recent_plans
from poadesk.desktop.start_page import StartPage
from poadesk.plan.model import Plan
from poadesk.planfile import room
from poadesk.planfile.plan_file import PlanFile

PLAN = Plan(id="plan", entity="Alcaldía", unit="Aseo", year_label="2027", first_month="2027-01")


@pytest.fixture
def path(plan_file):
    return plan_file(PLAN)


@pytest.fixture
def window(open_window, path):
    return open_window(path)


@pytest.fixture
def other(plan_file):
    return plan_file(Plan(id="other", unit="Parques"), "otro.sqlite")


def stored(path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def missing(folder):
    return folder / "no está.sqlite"


def empty(folder):
    path = folder / "vacío.sqlite"
    path.touch()
    return path


def no_plan(folder):
    path = folder / "ajeno.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE contact (name TEXT)")
    other.commit()
    other.close()
    return path


def damaged(folder):
    path = folder / "roto.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([PLAN])
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 6000 + whole[10096:])
    return path


def newer(folder):
    path = folder / "nuevo.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([PLAN])
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 999")
    other.commit()
    other.close()
    return path


def a_folder(folder):
    path = folder / "carpeta.sqlite"
    path.mkdir()
    return path


def without_plan(folder):
    path = folder / "sin plan.sqlite"
    PlanFile.create(path).close()
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "No se encontró el plan"),
        (empty, ""),
        (no_plan, "Este archivo no es un plan"),
        (damaged, ""),
        (newer, "El plan es de una versión más nueva"),
        (a_folder, ""),
        (without_plan, "todavía no tiene ningún plan"),
    ],
)
def test_what_cannot_be_opened_is_told_and_the_plan_stays(window, path, tmp_path, make, said):
    before = window.open_plan
    bad = make(tmp_path)
    while_asked(lambda: window.open_path(bad), choose("Entendido", said))
    assert window.open_plan is before
    replace_text("Se sigue escribiendo")
    press(Key.Key_Tab)
    assert stored(path).entity == "Se sigue escribiendo"


def test_what_cannot_be_opened_at_the_start_is_told_on_the_start_page(
    qtbot, themed_app, own_folders, tmp_path
):
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    seen = []
    look_and_go = choose("Entendido")
    while_asked(
        lambda: window.open_path(missing(tmp_path)),
        lambda dialog: (seen.append(window.centralWidget()), look_and_go(dialog)),
    )
    assert isinstance(seen[0], StartPage)
    assert window.centralWidget() is seen[0]
    assert window.open_plan is None


def test_a_file_too_large_for_the_window_is_told_and_left_to_others(
    window, path, other, monkeypatch
):
    monkeypatch.setattr(room, "MOST_ROWS", -1)
    while_asked(lambda: window.open_path(other), choose("Entendido", "demasiado grande"))
    assert window.open_plan.file.path == path
    PlanFile.open(other).close()


def test_a_plan_in_use_can_be_opened_to_read(window, other):
    with PlanFile.open(other):
        while_asked(
            lambda: window.open_path(other), choose("Abrir solo para leer", "ya está abierto")
        )
        assert window.open_plan.read_only
        assert window.open_plan.plan.unit == "Parques"
        assert "solo para leer" in window.view.band.accessibleName()
        assert not window.menus.actions_by_words["Deshacer"].isEnabled()


def test_a_plan_in_use_can_be_left_alone(window, path, other):
    with PlanFile.open(other):
        while_asked(lambda: window.open_path(other), choose("Ahora no"))
    assert window.open_plan.file.path == path


def test_a_plan_in_use_can_be_tried_again(window, other):
    holder = PlanFile.open(other)

    def close_and_try(dialog: QDialog) -> None:
        holder.close()
        choose("Intentar de nuevo")(dialog)

    while_asked(lambda: window.open_path(other), close_and_try)
    assert window.open_plan.file.path == other
    assert not window.open_plan.read_only


def test_a_protected_plan_can_be_opened_to_read(window, other):
    other.chmod(0o444)
    while_asked(
        lambda: window.open_path(other), choose("Abrir solo para leer", "es de solo lectura")
    )
    assert window.open_plan.read_only


def test_a_plan_in_a_protected_folder_can_be_opened_to_read(window, tmp_path):
    folder = tmp_path / "red"
    folder.mkdir()
    path = folder / "plan.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([PLAN])
    folder.chmod(0o555)
    try:
        while_asked(lambda: window.open_path(path), choose("Abrir solo para leer", "No se puede"))
        assert window.open_plan.read_only
    finally:
        folder.chmod(0o755)


def test_a_plan_is_opened_through_the_dialog(window, other):
    while_asked(lambda: QTest.keyClick(window, Key.Key_O, CONTROL), choose_file(other))
    assert window.open_plan.file.path == other
    assert recent_plans()[0].path == str(other)


def test_a_name_that_is_free_is_offered_for_a_new_plan(window, tmp_path):
    mine = tmp_path / "config" / "user-dirs.dirs"  # where Linux tells the folder of documents
    mine.write_text(f'XDG_DOCUMENTS_DIR="{tmp_path}"\n', encoding="utf-8")
    name = f"POA {date.today().year + 1}"
    for taken in (name, f"{name} (2)"):
        (tmp_path / f"{taken}.sqlite").write_bytes(b"")

    def accept(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        QTest.keyClick(line, Key.Key_Return)

    while_asked(lambda: QTest.keyClick(window, Key.Key_N, CONTROL), accept)
    assert window.open_plan.file.path == tmp_path / f"{name} (3).sqlite"


def test_a_new_plan_is_made_where_the_person_says(window, tmp_path):
    target = tmp_path / "nuevo plan"
    while_asked(lambda: QTest.keyClick(window, Key.Key_N, CONTROL), choose_file(target))
    assert window.open_plan.file.path == target.with_suffix(".sqlite")
    assert window.open_plan.next_undo() is None
    assert window.open_plan.plan.objectives == ()


def test_the_example_is_written_and_opened(window, tmp_path):
    target = tmp_path / "ejemplo.sqlite"
    example = window.menus.actions_by_words["Ver el ejemplo…"].trigger
    while_asked(example, choose_file(target))
    assert window.open_plan.file.path == target
    assert len(list(window.open_plan.plan.activities())) > 20


def test_last_years_plan_begins_the_next(window, other, tmp_path):
    target = tmp_path / "siguiente.sqlite"
    from_last_year = window.menus.actions_by_words["Desde el año pasado…"].trigger
    while_asked(from_last_year, choose_file(other), choose_file(target))
    assert window.open_plan.file.path == target
    assert window.open_plan.plan.unit == "Parques"
    assert window.open_plan.plan.first_month == "2028-01"


def test_last_years_file_begins_the_next_with_the_plan_of_every_unit(window, other, tmp_path):
    with PlanFile.open(other) as file:
        file.begin_with([Plan(id="second", position=1, unit="Mercados")])
    from_last_year = window.menus.actions_by_words["Desde el año pasado…"].trigger
    while_asked(from_last_year, choose_file(other), choose_file(tmp_path / "siguiente.sqlite"))
    assert [plan.unit for plan in window.open_plan.plans] == ["Parques", "Mercados"]
    assert {plan.first_month for plan in window.open_plan.plans} == {"2028-01"}


@pytest.mark.parametrize("words", ["Nuevo plan…", "Ver el ejemplo…"])
def test_an_existing_file_is_never_replaced(window, other, path, words):
    before = other.read_bytes()
    make = window.menus.actions_by_words[words].trigger
    while_asked(make, choose_file(other), choose("Entendido", "Ya existe"))
    assert other.read_bytes() == before
    assert window.open_plan.file.path == path


def test_a_plan_that_could_not_be_begun_leaves_no_file(window, tmp_path):
    target = tmp_path / "nuevo.sqlite"
    unreadable = replace(PLAN, first_month="10000-01")
    while_asked(
        lambda: make_file(window, "POA.sqlite", lambda: [unreadable]),
        choose_file(target),
        choose("Entendido"),
    )
    assert list(tmp_path.glob("*nuevo*")) == []


def test_a_copy_is_saved_and_work_goes_on_in_the_plan(window, path, tmp_path):
    replace_text("En la copia también")
    target = tmp_path / "copia.sqlite"
    copy = window.menus.actions_by_words["Guardar una copia…"].trigger
    while_asked(copy, choose_file(target))
    assert stored(target).entity == "En la copia también"
    assert window.open_plan.file.path == path


def test_a_copy_never_replaces_a_file(window, other, path):
    before = other.read_bytes()
    copy = window.menus.actions_by_words["Guardar una copia…"].trigger
    while_asked(copy, choose_file(other), choose("Entendido", "Elija otro nombre"))
    while_asked(copy, choose_file(path), choose("Entendido", "Elija otro nombre"))
    assert other.read_bytes() == before


def test_file_dialogs_speak_spanish_and_can_be_left(window, path):
    seen = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        seen.append(dialog.windowTitle())
        seen.append(dialog.labelText(QFileDialog.DialogLabel.Reject))
        dialog.reject()

    while_asked(lambda: QTest.keyClick(window, Key.Key_O, CONTROL), look)
    assert seen == ["Abrir un plan", "Cancelar"]
    assert window.open_plan.file.path == path


def test_opening_the_same_plan_again_keeps_everything(window, path):
    before = window.view
    window.open_path(path)
    assert window.view is before


@pytest.fixture
def backup(window, tmp_path, qtbot):
    """The copy that is made of a plan soon after it was opened."""
    data = tmp_path / "data"
    qtbot.waitUntil(lambda: len(list(data.rglob("*.sqlite"))) == 1)
    return next(data.rglob("*.sqlite"))


def test_a_copy_of_an_earlier_opening_is_brought_back_as_a_plan(window, path, backup, tmp_path):
    as_it_was = stored(backup)
    replace_text("Esto se escribió después")
    target = tmp_path / "recuperado.sqlite"
    bring_back = window.menus.actions_by_words["Recuperar una copia…"].trigger
    while_asked(bring_back, choose_file(backup), choose_file(target))
    assert window.open_plan.file.path == target
    assert stored(target) == as_it_was
    assert stored(path).entity == "Esto se escribió después"
