"""The open plan: one reading, one way of writing, and what is told of it."""

from __future__ import annotations

import sqlite3

import pytest

from poadesk.plan.model import Objective, Plan, SwotItem
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.open_plan import OpenPlan, differences
from poadesk.writing import edits

PLAN = Plan(id="plan", unit="Aseo", objectives=(Objective(id="one", text="Barrer"),))


@pytest.fixture
def open_plan(qapp, plan_file):
    plan = OpenPlan(PlanFile.open(plan_file(PLAN)))
    yield plan
    plan.close()


def write_from_elsewhere(open_plan: OpenPlan) -> None:
    other = sqlite3.connect(open_plan.file.path)
    other.execute("UPDATE plan SET place = 'Otro'")
    other.commit()
    other.close()


def test_a_change_is_told_with_who_made_it(open_plan):
    told = []
    open_plan.changed.connect(lambda changes, origin: told.append((changes, origin)))
    me = object()
    open_plan.set("plan", "plan", "unit", "Parques", origin=me)
    open_plan.undo()
    assert [change.after for change in told[0][0]] == [{"unit": "Parques"}]
    assert [origin for _, origin in told] == [me, None]


def test_what_is_read_follows_every_change(open_plan):
    open_plan.act("Agregar", lambda step, plan: edits.add(step, plan, "objective", text="Regar"))
    assert [open_plan.number(row.id) for row in open_plan.plan.objectives] == ["1", "2"]
    open_plan.undo()
    assert open_plan.plan == PLAN


def test_an_action_names_its_step(open_plan):
    open_plan.act("Quitar el objetivo", lambda step, plan: step.delete("objective", "one"))
    assert open_plan.file.journal.next_undo().label == "Quitar el objetivo"


def test_an_action_that_is_not_saved_is_told_and_changes_nothing(open_plan, qtbot):
    write_from_elsewhere(open_plan)
    with qtbot.waitSignal(open_plan.save_failed):
        done = open_plan.act("Quitar", lambda step, plan: step.delete("objective", "one") or True)
    assert done is None
    assert [row.id for row in open_plan.plan.objectives] == ["one"]


def test_an_undo_that_is_not_saved_is_told(open_plan, qtbot):
    open_plan.set("plan", "plan", "unit", "Parques")
    write_from_elsewhere(open_plan)
    with qtbot.waitSignal(open_plan.save_failed):
        assert open_plan.undo() is None


def test_a_plan_opened_to_read_takes_no_action(qapp, plan_file, qtbot):
    plan = OpenPlan(PlanFile.open(plan_file(PLAN), read_only=True))
    with qtbot.waitSignal(plan.save_failed):
        plan.act("Quitar", lambda step, now: step.delete("objective", "one"))
    assert plan.plan == PLAN
    plan.close()


def test_a_place_that_refuses_leaves_the_plan_where_it_was(open_plan, tmp_path):
    path = open_plan.file.path
    with pytest.raises(CannotSaveError):
        open_plan.move_to(tmp_path / "no existe" / "plan.sqlite")
    assert open_plan.file.path == path
    open_plan.set("plan", "plan", "unit", "Parques")
    assert open_plan.plan.unit == "Parques"


def test_closing_is_told_before_the_file_is_closed(qapp, plan_file):
    plan = OpenPlan(PlanFile.open(plan_file(PLAN)))
    read = []
    plan.closing.connect(lambda: read.append(plan.file.read()[0].unit))
    plan.close()
    assert read == ["Aseo"]


def test_differences_are_rows_that_came_went_or_changed():
    after = Plan(id="plan", unit="Parques", swot_items=(SwotItem(id="item"),))
    found = {
        (change.table, change.id): (change.before is None, change.after is None)
        for change in differences(PLAN, after)
    }
    assert found == {
        ("plan", "plan"): (False, False),
        ("objective", "one"): (False, True),
        ("swot_item", "item"): (True, False),
    }
    assert differences(PLAN, PLAN) == ()


def test_rows_that_did_not_change_are_not_read_again(qapp, plan_file):
    plan = Plan(
        id="plan", objectives=(Objective(id="one"), Objective(id="two", position=1, text="Regar"))
    )
    open_plan = OpenPlan(PlanFile.open(plan_file(plan)))
    before = open_plan.row("two")
    open_plan.set("objective", "one", "text", "Barrer")
    assert open_plan.row("two") is before
    assert open_plan.row("one").text == "Barrer"
    assert open_plan.plan == open_plan.file.read()[0]
    open_plan.close()


def test_the_plan_is_read_again_where_the_file_has_several(qapp, plan_file):
    open_plan = OpenPlan(PlanFile.open(plan_file(PLAN)))
    assert open_plan.plan == PLAN
    with open_plan.writing("Agregar") as step:
        step.put_row(Plan(id="last", position=9))
    open_plan.set("plan", "plan", "unit", "Parques")
    assert open_plan.plan == open_plan.file.read()[0]
    open_plan.set("plan", "plan", "position", 10)
    assert open_plan.plan.id == "last"
    open_plan.close()


def test_who_is_above_a_row_is_known_as_long_as_the_row_is_there(open_plan):
    assert open_plan.parent_id("one") == "plan"
    assert open_plan.parent_id("plan") == ""
    open_plan.act("Quitar", lambda step, plan: step.delete("objective", "one"))
    assert open_plan.parent_id("one") == ""
