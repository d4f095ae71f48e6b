"""When the program itself fails: what was typed stays, and the person learns where the log is."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from typing_keys import Key, choose, focused, press, replace_text, type_words, while_asked

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
    [added] = logging.getLogger("poadesk").handlers
    yield window
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
