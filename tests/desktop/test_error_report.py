"""When the program itself fails: what was typed stays, and the person learns where the log is."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from typing_keys import (
    Key,
    choose,
    choose_file,
    focused,
    press,
    replace_text,
    type_words,
    while_asked,
)

from poadesk.desktop.places import log_path
from poadesk.desktop.start import watch_failures
from poadesk.plan.model import Plan
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def path(plan_file):
    return plan_file(Plan(id="plan", entity="Alcaldía", unit="Aseo", year_label="2027"))


@pytest.fixture
def window(open_window, path, monkeypatch):
    window = open_window(path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch_failures(window)
    yield window
    for added in logging.getLogger("poadesk").handlers:
        logging.getLogger("poadesk").removeHandler(added)
        added.close()


def fail() -> None:
    raise RuntimeError("algo inesperado")


def fail_in_a_slot(qtbot) -> None:
    """Let a slot raise as it does in the program, and stay until the dialog is answered."""
    QTimer.singleShot(0, fail)
    qtbot.wait(400)


def stored(path) -> Plan:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def test_what_is_being_typed_survives_a_failure(window, path, qtbot):
    replace_text("Alcaldía de Río")
    field = focused()
    while_asked(lambda: fail_in_a_slot(qtbot), choose("Seguir trabajando", "a salvo"))
    assert focused() is field
    assert field.text() == "Alcaldía de Río"
    type_words(" Hondo")
    press(Key.Key_Tab)
    assert stored(path).entity == "Alcaldía de Río Hondo"


def test_what_cannot_be_read_survives_a_failure_too(window, path, qtbot):
    window.view.go_to_field("general", "plan", "year_label")
    replace_text("dos mil")
    field = focused()
    while_asked(lambda: fail_in_a_slot(qtbot), choose("Seguir trabajando"))
    assert field.text() == "dos mil"
    assert stored(path).year_label == "2027"
    while_asked(window.close, choose("Cerrar sin guardarlo", "dos mil"))


def test_the_person_learns_where_the_log_is(window, qtbot):
    said = []

    def read(dialog: QDialog) -> None:
        said.append(dialog.accessibleDescription())
        choose("Seguir trabajando")(dialog)

    while_asked(lambda: fail_in_a_slot(qtbot), read)
    assert str(log_path()) in said[0]
    assert "RuntimeError: algo inesperado" in log_path().read_text(encoding="utf-8")


def test_a_copy_with_what_was_just_typed_can_be_saved_before_going_on(
    window, path, tmp_path, qtbot
):
    replace_text("Alcaldía de Río")
    field, copy = focused(), tmp_path / "copia.sqlite"
    while_asked(
        lambda: fail_in_a_slot(qtbot),
        choose("Guardar una copia…", "a salvo"),
        choose_file(copy),
    )
    assert stored(copy).entity == "Alcaldía de Río"
    assert window.open_plan.file.path == path
    assert focused() is field


def test_esc_goes_on_without_a_copy(window, qtbot):
    field = focused()

    def escape(dialog: QDialog) -> None:
        assert focused().text() == "Seguir trabajando"
        press(Key.Key_Escape)

    while_asked(lambda: fail_in_a_slot(qtbot), escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)


def test_a_copy_over_the_open_plan_is_refused_in_one_sentence(window, path, qtbot):
    while_asked(
        lambda: fail_in_a_slot(qtbot),
        choose("Guardar una copia…"),
        choose_file(path),
        choose("Entendido", "Ya existe"),
    )
    assert stored(path).unit == "Aseo"


@pytest.mark.parametrize("name", ["x" * 300, "no existe/copia"])
def test_a_copy_that_cannot_be_written_is_told_in_one_sentence(window, path, name, qtbot, tmp_path):
    def write_there(dialog: QDialog) -> None:
        # A folder that goes away, or a name too long: the list of files would not take them.
        dialog.selectedFiles = lambda: [str(tmp_path / f"{name}.sqlite")]
        dialog.done(QDialog.DialogCode.Accepted)

    while_asked(
        lambda: fail_in_a_slot(qtbot),
        choose("Guardar una copia…"),
        write_there,
        choose("Seguir trabajando", "No se guardó la copia"),
    )
    assert stored(path).unit == "Aseo"


def test_without_a_plan_there_is_nothing_to_copy(window, qtbot):
    window.show_start()

    def look(dialog: QDialog) -> None:
        assert list(dialog.buttons) == ["go_on"]
        choose("Seguir trabajando")(dialog)

    while_asked(lambda: fail_in_a_slot(qtbot), look)


def test_what_other_parts_log_is_written_down_soon_after_the_start(window, qtbot):
    qtbot.waitUntil(lambda: bool(logging.getLogger("poadesk").handlers))
    logging.getLogger("poadesk").warning("spelling is not checked")
    window.error_report.keep_log()  # a second time changes nothing
    logging.getLogger("poadesk").warning("a word was not kept")
    written = log_path().read_text(encoding="utf-8")
    assert written.count("spelling is not checked") == 1
    assert written.count("a word was not kept") == 1
