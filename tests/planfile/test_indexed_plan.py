"""The plan after changes is what the file says, and shares what did not change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_edits import actions, do, new_file

from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Activity,
    Goal,
    MonthRecord,
    Objective,
    Plan,
    SwotItem,
    parent_column,
)
from poadesk.plan.places import places
from poadesk.planfile.changes import Change
from poadesk.planfile.indexed_plan import can_follow, indexed
from poadesk.planfile.plan_file import PlanFile

PLAN = Plan(
    id="p",
    objectives=(
        Objective(id="o1", goals=(Goal(id="g1", activities=(Activity(id="a1"),)),)),
        Objective(id="o2", position=1, goals=(Goal(id="g2"),)),
    ),
)

BEGINNING = "Empezar"


def follow(file: PlanFile):
    """Return a function that tells the plan as it follows from all changes since now."""
    state = [indexed(file.read())]

    def on_change(changes):
        after = state[0].after(changes)
        assert after is not None, changes
        state[0] = after

    file.journal.on_change = on_change
    return lambda: state[0]


@given(st.lists(st.one_of(actions, st.sampled_from(["undo", "redo"])), max_size=8))
def test_the_plan_that_follows_is_always_the_plan_of_the_file(doings):
    with new_file() as file:
        now = follow(file)
        for doing in doings:
            if doing == "undo":
                if file.journal.next_undo().label != BEGINNING:
                    file.journal.undo()
            elif doing == "redo":
                file.journal.redo()
            else:
                do(file, doing)
            fresh = file.read()[0]
            assert now().plan == fresh
            assert dict(now()) == places(fresh)


@pytest.mark.parametrize("cls", [cls for cls in ROW_CLASSES if cls.PARENT])
def test_a_row_made_with_nothing_but_its_place_reads_like_the_file(cls):
    needed = {
        "month_record": {"month": "2027-03"},
        "week_mark": {"month": "2027-03", "week": 2},
        "objective_line": {"strategic_line_id": "line"},
        "swot_objective": {"objective_id": "objective"},
        "swot_item": {"quadrant": "threat"},
    }
    with new_file() as file:
        now = follow(file)
        parents = {"plan": "p"}
        with file.step("Hacer") as step:
            for table in ("strategic_line", "objective", "swot_item", "goal", "activity"):
                parent_id = parents[BY_TABLE[table].PARENT]
                row_id = {"strategic_line": "line"}.get(table, table)
                own = needed.get(table, {})
                step.put(table, row_id, **{parent_column(table): parent_id}, **own)
                parents[table] = row_id
            if cls.TABLE not in parents:
                column = parent_column(cls.TABLE)
                own = needed.get(cls.TABLE, {})
                step.put(cls.TABLE, "new", **{column: parents[cls.PARENT]}, **own)
        assert now().plan == file.read()[0]


def test_branches_that_did_not_change_are_the_same_objects():
    before = indexed((PLAN,))
    after = before.after([Change("activity", "a1", {"text": ""}, {"text": "Barrer"})])
    assert after.plan.objectives[0].goals[0].activities[0].text == "Barrer"
    assert after.plan.objectives[1] is PLAN.objectives[1]
    assert before.plan is PLAN
    assert before.row("a1").text == ""


def test_a_row_that_goes_and_comes_back_in_one_step_keeps_what_is_below_it():
    whole = {"id": "g1", "objective_id": "o1", "position": 0}
    after = indexed((PLAN,)).after(
        [Change("goal", "g1", whole, None), Change("goal", "g1", None, whole)]
    )
    assert after.plan == PLAN


def test_months_stand_in_the_order_of_the_year_whenever_they_are_recorded():
    made = [
        Change("month_record", month, None, {"activity_id": "a1", "month": month})
        for month in ("2027-05", "2027-02", "2027-11")
    ]
    after = indexed((PLAN,)).after(made)
    months = [record.month for record in after.plan.objectives[0].goals[0].activities[0].months]
    assert months == ["2027-02", "2027-05", "2027-11"]


@pytest.mark.parametrize(
    "change",
    [
        Change("activity", "nobody", {"text": ""}, {"text": "Barrer"}),
        Change("activity", "a1", None, {"goal_id": "g2"}),
        Change("goal", "a1", {"text": ""}, {"text": "Barrer"}),
        Change("plan", "p", {}, None),
    ],
)
def test_changes_that_do_not_fit_ask_for_the_file(change):
    assert indexed((PLAN,)).after([change]) is None


def test_files_with_several_plans_or_ids_used_twice_are_not_followed():
    twice = Plan(id="p", objectives=(Objective(id="x"),), swot_items=(SwotItem(id="x"),))
    other = Plan(id="q", position=1)
    month = MonthRecord(id="m", month="2027-01")
    good = Plan(id="p", objectives=(Objective(id="o", goals=(Goal(id="g"),)),))
    assert month.id not in indexed((good,))
    assert can_follow((good,), indexed((good,)))
    assert not can_follow((good, other), indexed((good, other)))
    assert not can_follow((twice,), indexed((twice,)))
