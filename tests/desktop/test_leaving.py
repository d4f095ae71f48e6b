"""Whatever was typed and is not in the file is asked about before the window is left."""

from __future__ import annotations

import sqlite3

import pytest
from typing_keys import Key, choose, choose_file, focused, press, type_words, while_asked

from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan


@pytest.fixture
def path(plan_file):
    return plan_file(with_follow_up(example_plan()))


@pytest.fixture
def window(open_window, path):
    return open_window(path)


def stored(path):
    with PlanFile.open(path, read_only=True) as file:
        return file.read()[0]


def write_from_elsewhere(path) -> None:
    """Change the file as another program would; the window then refuses to save over it."""
    with sqlite3.connect(path) as other:
        other.execute("UPDATE plan SET place = 'Otra parte'")
    other.close()


def with_unit(plan):
    return next(one for one in plan.activities() if one.unit_of_measure)


def planned(plan, activity_id, month):
    found = next(one for one in plan.activities() if one.id == activity_id)
    return {one.month: one.planned_thousandths for one in found.months}.get(month)


@pytest.fixture
def in_march(window):
    activity = with_unit(window.open_plan.plan)
    window.view.go_to_field("schedule", activity.id, "2027-03")
    return activity.id


def test_a_month_that_cannot_be_read_is_not_left_without_asking(window, path, in_march):
    before = planned(stored(path), in_march, "2027-03")
    type_words("12 y 3")
    while_asked(window.close, choose("Volver al plan", "12 y 3"))
    assert window.isVisible()
    window.view.show_step("general")
    while_asked(window.close, choose("Ir al campo"))
    assert window.view.step == "schedule"
    assert focused().text() == "12 y 3"
    while_asked(window.close, choose("Cerrar sin guardarlo"))
    assert not window.isVisible()
    assert planned(stored(path), in_march, "2027-03") == before


def test_a_month_corrected_or_given_up_is_not_asked_about(window, path, in_march):
    type_words("7..")
    press(Key.Key_Return)
    assert window.open_plan.unsaved
    press(Key.Key_Escape)
    assert not window.open_plan.unsaved
    type_words("8..")
    press(Key.Key_Return)
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    press(Key.Key_Return)
    window.close()
    assert not window.isVisible()
    assert planned(stored(path), in_march, "2027-03") == 8_000


def test_a_month_that_the_disk_refuses_can_be_saved_elsewhere(window, path, in_march, tmp_path):
    write_from_elsewhere(path)
    type_words("77")
    target = tmp_path / "rescate.sqlite"
    while_asked(window.close, choose("Guardar en otro lugar…", "77"), choose_file(target))
    assert not window.isVisible()
    assert planned(stored(target), in_march, "2027-03") == 77_000


def test_an_amount_done_that_cannot_be_read_is_not_left_without_asking(window):
    activity = with_unit(window.open_plan.plan)
    window.view.go_to_field("tracking", activity.id, "2027-05")
    type_words("1..")
    while_asked(window.close, choose("Volver al plan", "mayo"))
    window.view.show_step("general")
    while_asked(window.close, choose("Ir al campo"))
    assert window.view.step == "tracking"
    assert focused().text() == "1.."
    press(Key.Key_Escape)


def test_a_comment_that_the_disk_refuses_is_not_left_without_asking(window, path, qtbot, tmp_path):
    goal = next(window.open_plan.plan.goals())
    window.view.go_to_field("reports", goal.id, "comments")
    comment = window.view.screen_of("reports").body.evaluation_panel.comment.editor
    qtbot.waitUntil(comment.hasFocus)
    write_from_elsewhere(path)
    type_words("Costó una hora")
    target = tmp_path / "rescate.sqlite"
    while_asked(
        window.close, choose("Guardar en otro lugar…", "Costó una hora"), choose_file(target)
    )
    assert not window.isVisible()
    [kept] = [one for one in stored(target).goals() if one.id == goal.id]
    assert "Costó una hora" in [one.text for one in kept.comments]
