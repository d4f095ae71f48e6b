"""The recent plans: what is remembered of each, how it is told, and how one goes on with it."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from typing_keys import (
    CONTROL,
    Key,
    button,
    choose,
    click,
    focused,
    press,
    replace_text,
    while_asked,
)

from poadesk.desktop.folder_words import folder_in_words
from poadesk.desktop.places import settings
from poadesk.desktop.recent import Recent, recent_plans, remember
from poadesk.desktop.recent_list import day_and_time
from poadesk.desktop.recent_rows import progress_words
from poadesk.plan.model import Plan
from poadesk.widgets.labels import Label
from poadesk.writing.example import example_plan
from poadesk.writing.screen.general_screen import GeneralScreen


@pytest.fixture
def two_plans(plan_file):
    """Two plan files; the second is the one opened last."""
    return [
        plan_file(Plan(id="plan", unit="Parques", year_label="2026"), "parques.sqlite"),
        plan_file(example_plan(), "ejemplo.sqlite"),
    ]


@pytest.fixture
def window(open_window, two_plans):
    """The window on its start page, after both plans were opened and left."""
    window = open_window(two_plans[0])
    window.open_path(two_plans[1])
    window.show_step("schedule")
    window.show_start()
    return window


def words_of(row) -> list[str]:
    return [label.text() for label in row.findChildren(Label) if label.isVisible()]


def test_what_is_known_of_a_plan_does_not_wait_for_its_end(open_window, two_plans, qtbot):
    window = open_window(two_plans[0])
    replace_text("Alcaldía")
    press(Key.Key_Tab)
    replace_text("Parques y Jardines")
    window.show_step("swot")
    qtbot.waitUntil(lambda: recent_plans()[0].unit == "Parques y Jardines")
    qtbot.waitUntil(lambda: window.open_plan.reading.has_findings)
    window.show_step("lines")
    qtbot.waitUntil(lambda: recent_plans()[0].step == "lines")
    assert len(recent_plans()[0].states) == 9


def test_the_last_plan_is_a_card_and_the_others_are_below(window, two_plans):
    card, row = window.centralWidget().recent_rows()
    assert [card.plan.path, row.plan.path] == [str(two_plans[1]), str(two_plans[0])]
    assert "POA 2027" in words_of(card)
    assert "9 de 9 pasos completos" in words_of(card)
    assert {"POA 2026", "Parques"} <= set(words_of(row))
    assert any(words.startswith("hoy, ") for words in words_of(row))
    assert focused().accessibleName().startswith("Continuar con POA 2027")


def test_continue_goes_on_at_the_step_that_was_left(window, two_plans):
    press(Key.Key_Return)
    assert window.open_plan.file.path == two_plans[1]
    assert window.view.step == "schedule"
    assert window.view.findChildren(GeneralScreen) == []  # no screen is made in between


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no such names")
def test_a_plan_whose_name_is_no_utf_8_goes_on_and_is_taken_off_the_list(open_window, two_plans):
    path = two_plans[1].rename(two_plans[1].with_name(os.fsdecode(b"a\xf1o.sqlite")))
    window = open_window(path)
    window.show_start()
    while_asked(lambda: press(Key.Key_Return))
    assert window.open_plan.file.path == path
    window.show_start()
    card, *_ = window.centralWidget().recent_rows()
    card.remove_wanted.emit()
    assert recent_plans() == []


def test_a_plan_left_in_a_step_of_the_running_year_goes_on_there(open_window, two_plans):
    window = open_window(two_plans[0])
    QTest.keyClick(window, Key.Key_0, CONTROL)
    window.show_start()
    assert recent_plans()[0].step == "tracking"
    assert len(recent_plans()[0].states) == 9
    press(Key.Key_Return)
    assert window.view.step == "tracking"


def test_closing_the_window_remembers_how_far_the_plan_is(open_window, two_plans):
    window = open_window(two_plans[0])
    QTest.keyClick(window, Key.Key_2, CONTROL)
    window.close()
    [recent] = recent_plans()
    assert recent.step == "swot"
    assert len(recent.states) == 9


def test_a_file_that_is_gone_is_greyed_out_after_the_page_is_there(window, two_plans, qtbot):
    two_plans[0].unlink()
    window.show_start()
    card, row = window.centralWidget().recent_rows()
    assert not row.is_missing
    qtbot.waitUntil(lambda: row.is_missing)
    assert row.accessibleName().endswith("no se encuentra")
    assert not card.is_missing
    while_asked(row.click, choose("Entendido", "No se encontró"))
    assert window.centralWidget().recent_rows()


def test_delete_takes_a_plan_off_the_list_and_leaves_its_file(window, two_plans):
    window.centralWidget().recent_rows()[1].setFocus()
    press(Key.Key_Delete)
    [left] = window.centralWidget().recent_rows()
    assert left.plan.path == str(two_plans[1])
    assert focused() is left.go_on
    assert [recent.path for recent in recent_plans()] == [str(two_plans[1])]
    press(Key.Key_Delete)
    assert recent_plans() == []
    assert focused().accessibleName() == "Nuevo plan"
    assert all(path.exists() for path in two_plans)


def test_the_context_menu_takes_a_plan_off_the_list(window, two_plans):
    row = window.centralWidget().recent_rows()[1]
    middle = row.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, row.mapToGlobal(middle))
    QApplication.sendEvent(row, asked)
    [choices] = [menu for menu in row.findChildren(QMenu) if menu.isVisible()]
    [entry] = [entry for entry in choices.actions() if entry.text() == "Quitar de la lista"]
    QTest.mouseClick(choices, Qt.MouseButton.LeftButton, pos=choices.actionGeometry(entry).center())
    assert [recent.path for recent in recent_plans()] == [str(two_plans[1])]


def test_the_card_is_opened_with_the_mouse_too(window, two_plans):
    click(button(window, "Continuar"))
    assert window.open_plan.file.path == two_plans[1]
    window.show_start()
    card = window.centralWidget().recent_rows()[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert window.open_plan.file.path == two_plans[1]


GOOD = {"path": "/a.sqlite", "title": "POA", "unit": "Aseo", "when": "ayer"}


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("no es una lista", []),
        ("{}", []),
        ("[1, null, []]", []),
        ("[" * 5000, []),
        ([{"path": ""}, {"title": "sin lugar"}, {"path": "a\0b"}], []),
        ([GOOD], [Recent("/a.sqlite", "POA", "Aseo", "ayer")]),
        ([{**GOOD, "title": 7}], [Recent("/a.sqlite", "", "Aseo", "ayer")]),
        ([{**GOOD, "states": ["lleno"] * 9, "step": "nada"}], [Recent(*GOOD.values())]),
        ([{**GOOD, "states": ["complete"] * 3}], [Recent(*GOOD.values())]),
        ([{**GOOD, "states": "empty", "step": ["swot"]}], [Recent(*GOOD.values())]),
    ],
)
def test_what_was_kept_is_not_believed(kept, read):
    settings().setValue("recent", kept if isinstance(kept, str) else json.dumps(kept))
    assert recent_plans() == read


def test_no_more_than_eight_plans_are_kept(tmp_path):
    for number in range(12):
        remember(tmp_path / f"{number}.sqlite", "POA", "Aseo")
    names = [recent.path.rsplit("/", 1)[-1] for recent in recent_plans()]
    assert names == [f"{number}.sqlite" for number in range(11, 3, -1)]


def test_folders_are_told_from_a_place_that_everybody_knows():
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)

    def said(path: str) -> str:
        return folder_in_words(PurePosixPath(path))

    assert said(f"{documents}/Planes 2027/a.sqlite") == "Documentos › Planes 2027"
    assert said(f"{documents}/a.sqlite") == "Documentos"
    assert said(f"{home}/x/a.sqlite") == "Carpeta personal › x"
    assert said("/run/media/ana/RESPALDO/2027/a.sqlite") == "Memoria “RESPALDO” › 2027"
    assert said("/media/ana/a.sqlite") == "Esta computadora › media › ana"
    assert said("/srv/planes/a.sqlite") == "Esta computadora › srv › planes"


def test_folders_of_windows_are_told_by_their_drive_or_their_server():
    def said(path: str) -> str:
        return folder_in_words(PureWindowsPath(path))

    assert said(r"E:\Planes\a.sqlite") == "Unidad E: › Planes"
    assert said(r"\\alcaldia\planes\2027\a.sqlite") == "alcaldia › planes › 2027"


def test_days_are_told_as_a_person_says_them():
    now = datetime(2026, 11, 20, 12, 0)
    assert day_and_time("2026-11-20 08:05", now) == "hoy, 8:05"
    assert day_and_time("2026-11-19 08:05", now) == "ayer, 8:05"
    assert day_and_time("2026-03-02 08:05", now) == "2 mar, 8:05"
    assert day_and_time("hace mucho", now) == "hace mucho"


def test_progress_is_told_with_what_has_to_be_corrected():
    states = ("complete",) * 5 + ("started", "attention", "empty", "empty")
    assert progress_words(states) == "5 de 9 pasos completos · 1 por corregir"
    assert progress_words(()) == ""
