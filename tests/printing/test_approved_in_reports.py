"""Informes holds a plan that was approved against what it is now."""

from __future__ import annotations

from datetime import datetime

import pytest
from follow_up_plans import followed, followed_plan
from PySide6.QtWidgets import QApplication
from typing_keys import click

from poadesk.consolidating.approving import approve
from poadesk.plan.reports.kinds import EXECUTION
from poadesk.planfile.plan_file import PlanFile
from poadesk.printing.screen.reports.sections import APPROVED, ROWS

MOST = 20_000  # milliseconds that a report may take on a slow machine
NOW = datetime(2026, 11, 24, 8, 5)


@pytest.fixture
def path(plan_file):
    return plan_file(
        followed_plan(followed([10, 20], [4]), followed([1], text="Pintar", position=1))
    )


def approve_plan(path):
    with PlanFile.open(path) as file:
        (plan,) = file.read()
        with file.step("Aprobar") as step:
            approve(step, plan, NOW)


def wait(qtbot, screen):
    qtbot.waitUntil(lambda: not screen.maker.is_busy and not screen._later.isActive(), timeout=MOST)
    QApplication.processEvents()


def reports_of(qtbot, window):
    window.show_step("reports")
    screen = window.view.screen_of("reports")
    kind = screen.head.kind
    click(kind._group.button(kind._values.index(EXECUTION)))
    wait(qtbot, screen)
    return screen


def segment(screen, section):
    segments = screen.filters.sections[EXECUTION]
    return segments._group.button(segments._values.index(section))


def test_a_plan_that_nobody_approved_has_no_such_part(qtbot, open_window, path):
    screen = reports_of(qtbot, open_window(path))
    assert segment(screen, ROWS).isVisible()
    assert not segment(screen, APPROVED).isVisible()


def test_an_approved_plan_shows_what_changed_since(qtbot, open_window, path):
    approve_plan(path)
    window = open_window(path)
    screen = reports_of(qtbot, window)
    click(segment(screen, APPROVED))
    wait(qtbot, screen)
    assert [line.values[4] for line in screen.made.tables[1].table.lines] == ["Igual", "Igual"]
    record = next(window.open_plan.plan.activities()).months[1]
    window.open_plan.set("month_record", record.id, "planned_thousandths", 25_000)
    wait(qtbot, screen)
    first = screen.made.tables[1].table.lines[0].values
    assert (first[4], *first[-3:]) == ("Cambió", 30_000, 35_000, 4_000)
    assert screen.body.model.rowCount() == 3  # with its closing row


def test_when_the_approval_is_taken_back_its_part_goes(qtbot, open_window, path):
    approve_plan(path)
    window = open_window(path)
    screen = reports_of(qtbot, window)
    click(segment(screen, APPROVED))
    wait(qtbot, screen)
    window.open_plan.undo()
    wait(qtbot, screen)
    assert screen.section == ROWS
    assert not segment(screen, APPROVED).isVisible()
