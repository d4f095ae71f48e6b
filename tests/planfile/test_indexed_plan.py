"""The plan after changes is what the file says, and shares what did not change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_edits import EDITS, actions, do, hostile_text, new_file

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
from poadesk.planfile.indexed_plan import indexed
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


def add_plan(step, plan, number, text):
    goal = Goal(id=f"g{number}", activities=(Activity(id=f"a{number}"),))
    added = Plan(
        id=f"p{number}",
        position=number % 3,
        unit=text,
        objectives=(Objective(id=f"o{number}", goals=(goal,)),),
    )
    step.put_tree(added)


def delete_plan(step, plan, number, text):
    step.delete_tree(plan)


def move_plan(step, plan, number, text):
    step.put("plan", plan.id, position=number % 5)


def do_in(file: PlanFile, action) -> None:
    """Do one edit in one of the plans of the file; the last plan is never deleted."""
    edit, which, number, text = action
    with file.step("Cambiar") as step:
        plans = file.read()
        if edit is add_plan and f"p{number}" in {plan.id for plan in plans}:
            return
        if edit is not delete_plan or len(plans) > 1:
            edit(step, plans[which % len(plans)], number, text)


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
            [fresh] = file.read()
            assert now().plans == (fresh,)
            assert dict(now()) == places(fresh)


edits_in_plans = st.tuples(
    st.sampled_from([*EDITS, add_plan, delete_plan, move_plan]),
    st.integers(0, 4),
    st.integers(10, 10**6),
    hostile_text,
)


@given(
    st.lists(st.integers(10, 10**6), min_size=1, max_size=3, unique=True),
    st.lists(st.one_of(edits_in_plans, st.sampled_from(["undo", "redo"])), max_size=8),
)
def test_all_plans_that_follow_are_always_those_of_the_file(added, doings):
    with new_file() as file:
        with file.step(BEGINNING) as step:
            for number in added:
                add_plan(step, None, number, "Parques")
        now = follow(file)
        for doing in doings:
            if doing == "undo":
                if file.journal.next_undo().label != BEGINNING:
                    file.journal.undo()
            elif doing == "redo":
                file.journal.redo()
            else:
                do_in(file, doing)
            fresh = file.read()
            assert now().plans == fresh
            expected = {row_id: place for plan in fresh for row_id, place in places(plan).items()}
            assert dict(now()) == expected
            for plan in fresh:
                assert {now().plan_id(row_id) for row_id in places(plan)} == {plan.id}


@pytest.mark.parametrize("cls", [cls for cls in ROW_CLASSES if cls.PARENT])
def test_a_row_made_with_nothing_but_its_place_reads_like_the_file(cls):
    needed = {
        "month_record": {"month": "2027-03"},
        "week_mark": {"month": "2027-03", "week": 2},
        "deviation": {"month": "2027-03"},
        "goal_comment": {"month": "2027-03"},
        "objective_comment": {"month": "2027-03"},
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
        assert now().plans == file.read()


def test_branches_that_did_not_change_are_the_same_objects():
    before = indexed((PLAN,))
    after = before.after([Change("activity", "a1", {"text": ""}, {"text": "Barrer"})])
    assert after.plans[0].objectives[0].goals[0].activities[0].text == "Barrer"
    assert after.plans[0].objectives[1] is PLAN.objectives[1]
    assert before.plans == (PLAN,)
    assert before.row("a1").text == ""


def test_a_row_that_goes_and_comes_back_in_one_step_keeps_what_is_below_it():
    whole = {"id": "g1", "objective_id": "o1", "position": 0}
    after = indexed((PLAN,)).after(
        [Change("goal", "g1", whole, None), Change("goal", "g1", None, whole)]
    )
    assert after.plans == (PLAN,)


def test_the_plans_of_other_units_are_the_same_objects():
    other = Plan(id="q", position=1)
    before = indexed((PLAN, other))
    after = before.after([Change("activity", "a1", {"text": ""}, {"text": "Barrer"})])
    assert after.plans[1] is other
    assert after.plans[0] is not PLAN
    assert (after.plan_id("a1"), after.plan_id("q"), after.plan_id("nobody")) == ("p", "q", "")


def test_months_stand_in_the_order_of_the_year_whenever_they_are_recorded():
    made = [
        Change("month_record", month, None, {"activity_id": "a1", "month": month})
        for month in ("2027-05", "2027-02", "2027-11")
    ]
    after = indexed((PLAN,)).after(made)
    months = [record.month for record in after.plans[0].objectives[0].goals[0].activities[0].months]
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


def test_files_with_several_plans_are_followed_and_ids_used_twice_are_not():
    twice = Plan(id="p", objectives=(Objective(id="x"),), swot_items=(SwotItem(id="x"),))
    other = Plan(id="q", position=1)
    month = MonthRecord(id="m", month="2027-01")
    good = Plan(id="p", objectives=(Objective(id="o", goals=(Goal(id="g"),)),))
    assert month.id not in indexed((good,))
    assert indexed((good,)).follows
    assert indexed((good, other)).follows
    assert not indexed((good, good)).follows
    assert not indexed((twice,)).follows
    assert indexed((twice,)).after([]) is None
