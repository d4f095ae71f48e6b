"""The open plan: one reading, one way of writing, and what is told of it."""

from __future__ import annotations

import sqlite3

import pytest

from poadesk.plan.model import Objective, Plan, SwotItem
from poadesk.planfile.differences import differences
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.open_plan import OpenPlan
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
        for change in differences((PLAN,), (after,))
    }
    assert found == {
        ("plan", "plan"): (False, False),
        ("objective", "one"): (False, True),
        ("swot_item", "item"): (True, False),
    }
    assert differences((PLAN,), (PLAN,)) == ()


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


@pytest.fixture
def three_units(qapp, plan_file):
    """An open file with the plans of three units, of which the first is chosen."""
    path = plan_file(PLAN)
    with PlanFile.open(path) as file, file.step("Empezar") as step:
        for at, unit in enumerate(("Parques", "Mercados"), 1):
            objective = Objective(id=f"objective {at}", text="Cuidar")
            step.put_tree(Plan(id=f"plan {at}", position=at, unit=unit, objectives=(objective,)))
    plan = OpenPlan(PlanFile.open(path))
    yield plan
    plan.close()


def test_every_plan_of_the_file_can_be_chosen(three_units, qtbot):
    assert [plan.unit for plan in three_units.plans] == ["Aseo", "Parques", "Mercados"]
    assert three_units.plan.unit == "Aseo"
    with qtbot.waitSignal(three_units.chosen):
        three_units.choose("plan 2")
    assert three_units.plan.unit == "Mercados"
    assert three_units.number("objective 2") == "1"
    three_units.set("objective", "objective 2", "text", "Ordenar")
    assert three_units.plan == three_units.file.read()[2]
    with pytest.raises(KeyError):
        three_units.choose("nobody")


def test_choosing_saves_what_waits_and_the_chosen_one_again_does_nothing(three_units, qtbot):
    three_units.saving_wanted.connect(
        lambda: three_units.set("plan", three_units.plan.id, "place", "Alcaldía")
    )
    with qtbot.assertNotEmitted(three_units.chosen):
        three_units.choose("plan")
    three_units.choose("plan 1")
    assert [plan.place for plan in three_units.file.read()] == ["Alcaldía", "", ""]


def test_typing_in_one_field_of_two_units_is_two_steps(three_units):
    for plan_id in ("plan 1", "plan 2"):
        three_units.choose(plan_id)
        three_units.set("plan", plan_id, "place", "Alcaldía")
    three_units.undo()
    assert [plan.place for plan in three_units.plans] == ["", "Alcaldía", ""]


def test_no_edit_reads_a_file_of_several_plans_again(three_units, monkeypatch):
    assert len(three_units.plans) == 3
    monkeypatch.setattr(PlanFile, "read", None)
    others = three_units.plans[1:]
    three_units.set("objective", "one", "text", "Barrer de noche")
    three_units.choose("plan 2")
    three_units.act("Agregar", lambda step, plan: edits.add(step, plan, "objective", text="Regar"))
    three_units.undo()
    assert three_units.plans[0].objectives[0].text == "Barrer de noche"
    assert three_units.plans[1:] == others


def test_undo_goes_to_the_unit_in_which_the_step_was_done(three_units, qtbot):
    three_units.set("plan", "plan", "place", "Alcaldía")
    three_units.choose("plan 2")
    told = []
    three_units.changed.connect(lambda changes, _: told.append(changes[0].id))
    with qtbot.waitSignal(three_units.chosen):
        three_units.undo()
    assert (three_units.plan.unit, three_units.plan.place) == ("Aseo", "")
    three_units.choose("plan 1")
    with qtbot.waitSignal(three_units.chosen):
        three_units.redo()
    assert (three_units.plan.unit, three_units.plan.place) == ("Aseo", "Alcaldía")
    assert told == ["plan", "plan"]


def test_undoing_steps_of_several_units_stays_in_one_of_them(three_units, qtbot):
    for plan_id in ("plan", "plan 1"):
        three_units.choose(plan_id)
        three_units.set("plan", plan_id, "place", "Alcaldía")
    with qtbot.assertNotEmitted(three_units.chosen):
        three_units.undo_until(three_units.file.journal.steps()[-1].id)
    assert three_units.plan.id == "plan 1"


def test_a_unit_that_goes_leaves_the_first_in_sight(three_units, qtbot):
    three_units.choose("plan 2")
    with qtbot.waitSignal(three_units.chosen), three_units.writing("Quitar la unidad") as step:
        step.delete_tree(three_units.plan)
    assert three_units.plan.id == "plan"
    three_units.undo()
    assert [plan.unit for plan in three_units.plans] == ["Aseo", "Parques", "Mercados"]
    assert three_units.plan.id == "plan 2"


def test_a_plan_that_moves_to_another_place_stays_chosen(three_units):
    three_units.set("plan", "plan", "position", 9)
    assert three_units.plans == three_units.file.read()
    assert three_units.plan.id == "plan"


def test_another_place_keeps_the_chosen_unit_and_tells_what_differs(three_units, tmp_path):
    three_units.choose("plan 2")
    write_from_elsewhere(three_units)
    told = []
    three_units.changed.connect(lambda changes, _: told.extend(change.id for change in changes))
    three_units.move_to(tmp_path / "otro.sqlite")
    assert three_units.plan.unit == "Mercados"
    assert set(told) == {"plan", "plan 1", "plan 2"}


def test_who_is_above_a_row_is_known_as_long_as_the_row_is_there(open_plan):
    assert open_plan.parent_id("one") == "plan"
    assert open_plan.parent_id("plan") == ""
    open_plan.act("Quitar", lambda step, plan: step.delete("objective", "one"))
    assert open_plan.parent_id("one") == ""
