"""Revisar: findings in words, each with the way to its field."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from typing_keys import SHIFT, Key, button, click, focused, press, type_words

from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.writing.example import example_plan
from poadesk.writing.screen.review_screen import SHOWN_OF_EACH


@pytest.fixture
def window_on(open_window, plan_file):
    def show(plan: Plan):
        window = open_window(plan_file(plan), step="review")
        return window

    return show


@pytest.fixture
def window(window_on):
    return window_on(empty_plan("poa", "2027-01"))


@pytest.fixture
def screen(window):
    return window.view.screen_of("review")


def sentences(screen) -> list[str]:
    return [row.finding.message for row in screen.rows]


def test_findings_are_listed_in_words_with_the_first_in_focus(window, screen):
    assert sentences(screen) == [f.message for f in window.open_plan.reading.findings]
    assert focused() is screen.rows[0]
    assert screen.rows[0].accessibleName().startswith("Hay que corregir: Falta")


def test_enter_jumps_to_the_very_field(window, screen):
    finding = focused().finding
    press(Key.Key_Return)
    assert window.view.step == finding.step
    assert focused().property("field") == finding.field


def test_a_click_jumps_to_the_very_field(window, screen):
    row = screen.rows[2]
    click(row.jump)
    assert window.view.step == row.finding.step
    assert focused().property("field") == row.finding.field


def test_arrows_walk_through_the_findings(screen):
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert focused() is screen.rows[2]
    press(Key.Key_Up)
    assert focused() is screen.rows[1]


def test_f8_goes_from_finding_to_finding_and_back(window):
    findings = window.open_plan.reading.findings
    QTest.keyClick(window, Key.Key_F8)
    assert focused().property("field") == findings[0].field
    QTest.keyClick(window, Key.Key_F8)
    assert focused().property("field") == findings[1].field
    QTest.keyClick(window, Key.Key_F8, SHIFT)
    assert focused().property("field") == findings[0].field


def test_f8_after_a_correction_does_not_pass_one_by(window):
    findings = window.open_plan.reading.findings
    QTest.keyClick(window, Key.Key_F8)
    type_words("Alcaldía de Río Claro")
    QTest.keyClick(window, Key.Key_F8)
    assert focused().property("field") == findings[1].field


def test_what_was_corrected_is_gone_when_the_person_comes_back(window, screen):
    before = sentences(screen)
    press(Key.Key_Return)
    type_words("Alcaldía de Río Claro")
    window.view.show_step("review")
    assert sentences(screen) == before[1:]
    assert focused() is screen.rows[0]


def test_undo_on_the_screen_keeps_the_focus_in_the_list(window, screen, qtbot):
    press(Key.Key_Return)
    type_words("Alcaldía de Río Claro")
    window.view.show_step("review")
    press(Key.Key_Down)
    before = len(screen.rows)
    window.open_plan.undo()
    qtbot.waitUntil(lambda: len(screen.rows) == before + 1)
    assert focused() is screen.rows[1]


def test_a_plan_with_nothing_to_correct_is_ready(window_on):
    window = window_on(example_plan())
    screen = window.view.screen_of("review")
    assert window.open_plan.reading.findings == []
    assert focused() is button(screen, "Ir a Imprimir")
    assert not screen._next.isVisible()
    press(Key.Key_Space)
    assert window.view.step == "print"


def test_f8_without_findings_shows_that_all_is_ready(window_on):
    window = window_on(example_plan())
    window.view.show_step("general")
    QTest.keyClick(window, Key.Key_F8)
    assert window.view.step == "review"


def test_no_more_rows_are_made_than_anybody_reads(window_on):
    activities = tuple(Activity(id=f"a{at}", position=at) for at in range(SHOWN_OF_EACH + 40))
    goal = Goal(id="goal", text="Barrer", activities=activities)
    window = window_on(Plan(id="plan", objectives=(Objective(id="objective", goals=(goal,)),)))
    screen = window.view.screen_of("review")
    for severity in ("error", "warning", "hint"):
        shown = [row for row in screen.rows if row.finding.severity == severity]
        assert len(shown) <= SHOWN_OF_EACH
    assert len(window.open_plan.reading.findings) > SHOWN_OF_EACH
    assert len(screen.rows) < len(window.open_plan.reading.findings)


def test_what_is_found_later_leaves_the_list_and_the_focus_where_they_were(window_on, qtbot):
    activity = Activity(id="a", text="Visitar", unit_of_measure="visita")
    goals = (Goal(id="g", text="Cobrar la mora", activities=(activity,)),)
    objectives = (Objective(id="o", text="Recaudar", goals=goals), Objective(id="p"))
    window = window_on(Plan(id="plan", objectives=objectives))
    window.resize(1024, 560)
    screen = window.view.screen_of("review")
    assert {row.finding.severity for row in screen.rows} == {"error", "warning", "hint"}
    bar = screen.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    assert focused() is screen.rows[0]
    for place, entity in ((0, "Alcaldía"), (100, "")):
        bar.setValue(place)
        before = screen.rows[0]
        window.open_plan.set("plan", window.open_plan.plan.id, "entity", entity)
        qtbot.waitUntil(lambda before=before: screen.rows[0] is not before)
        qtbot.wait(50)
        assert focused() is screen.rows[0]
        assert bar.value() == place
