"""A planning office at work: a workbook of 288 activities in 43 units, from Excel to the paper."""

from __future__ import annotations

import json

import pytest
from making_workbooks import workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import CONTROL, Key, choose_file, click, press, type_words, while_asked

from poadesk.desktop.unit_popup import UnitPopup
from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING
from poadesk.planfile.plan_file import PlanFile

MOST = 60_000  # milliseconds that all of it may take on a slow machine


@pytest.fixture
def window(open_window, tmp_path):
    window = open_window(None, 1024, 700)
    bring = window.menus.actions_by_words["Traer un libro de Excel…"].trigger
    source = workbook(tmp_path / "libro.xlsx", units=43, activities=288)
    while_asked(bring, choose_file(source), choose_file(tmp_path / "planes.sqlite"))
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()


def choose_unit(window, name):
    QTest.keyClick(window, Key.Key_U, CONTROL)
    [popup] = [one for one in window.findChildren(UnitPopup) if one.isVisible()]
    type_words(name)
    press(Key.Key_Return)
    settle()
    assert not popup.isVisible()


def test_288_activities_of_43_units_are_brought_followed_and_reported(window, qtbot, tmp_path):
    assert len(window.open_plan.plans) == 43
    choose_unit(window, "Oficina 17")
    assert window.open_plan.plan.unit == "Oficina 17"

    QTest.keyClick(window, Key.Key_0, CONTROL)
    settle()
    follow = window.view.screen_of("tracking")
    place = follow.view.place()
    type_words("7")
    press(Key.Key_Return)
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        activity = next(
            one for plan in file.read() for one in plan.activities() if one.id == place.activity_id
        )
    assert 7000 in {month.done_thousandths for month in activity.months}

    QTest.keyClick(window, Key.Key_I, CONTROL)
    screen = window.view.screen_of("reports")
    rows = {}
    for kind in (EXECUTION, TRACKING, EVALUATION):
        segments = screen.head.kind
        click(segments._group.button(segments._values.index(kind)))
        qtbot.waitUntil(lambda: not screen.maker.is_busy, timeout=MOST)
        settle()
        rows[kind] = screen.body.model.found
        for words, ending in (("PDF…", "pdf"), ("Libro de Excel…", "xlsx"), ("JSON…", "json")):
            entry = next(one for one in screen.head._menu.actions() if one.text() == words)
            target = tmp_path / f"{kind}.{ending}"
            while_asked(entry.trigger, choose_file(target))
            qtbot.waitUntil(target.exists, timeout=MOST)
    assert rows[EXECUTION] == rows[TRACKING] == 288
    told = json.loads((tmp_path / f"{TRACKING}.json").read_text(encoding="utf-8"))
    assert len(told["rows"]) == 288
