"""Changes to the cronograma on a real file."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schedule_plans import activity, file_with, months_of, plan_of, read, weeks_of, whole_year

from poadesk.plan import calendar
from poadesk.plan.model import (
    WEEKS_IN_A_MONTH,
    Deviation,
    GoalComment,
    MonthRecord,
    ObjectiveComment,
    find,
)
from poadesk.plan.schedule import planned
from poadesk.writing.schedule_edits import (
    ALL_WEEKS,
    begin_in,
    keep_by,
    mark_weeks,
    plan_month,
    weeks_marked,
)

MONTHS = calendar.months("2027-01", 12)


@pytest.fixture
def edited(tmp_path):
    """Do edits on the activity `a` of a file, each in a step of its own, and read it back."""
    files = []

    def edit(before, *edits, **plan_fields):
        file = file_with(tmp_path, plan_of(before, **plan_fields))
        files.append(file)
        for edit in edits:
            with file.step("Cambiar") as step:
                edit(step, file.read()[0])
        return read(file, "a")

    yield edit
    for file in files:
        file.close()


def planning(month, value):
    return lambda step, plan: plan_month(step, find(plan, "a"), month, value)


def marking(month, weeks, marked=True):
    return lambda step, plan: mark_weeks(step, find(plan, "a"), month, weeks, marked)


def keeping(by):
    return lambda step, plan: keep_by(step, plan, by)


def beginning(month):
    return lambda step, plan: begin_in(step, plan, month)


def test_a_quantity_is_written_and_changed(edited):
    after = edited(activity("a"), planning("2027-03", 5000), planning("2027-03", 7500))
    assert months_of(after) == {"2027-03": 7500}


@pytest.mark.parametrize("nothing", [None, 0])
def test_clearing_a_month_takes_its_weeks_too(edited, nothing):
    before = activity("a", {"2027-03": 1000}, weeks=[("2027-03", 2), ("2027-04", 1)])
    after = edited(before, planning("2027-03", nothing))
    assert (months_of(after), weeks_of(after)) == ({}, [("2027-04", 1)])


def test_what_was_done_stays_when_the_plan_of_its_month_is_cleared(edited):
    record = MonthRecord(id="r", month="2027-03", planned_thousandths=1000, done_thousandths=800)
    after = edited(replace(activity("a"), months=(record,)), planning("2027-03", None))
    assert [(r.planned_thousandths, r.done_thousandths) for r in after.months] == [(None, 800)]


def test_a_marked_week_counts_as_a_planned_month(edited):
    after = edited(activity("a"), marking("2027-03", [2, 4]))
    assert planned(after) == {"2027-03": 1000}
    assert weeks_of(after) == [("2027-03", 2), ("2027-03", 4)]


def test_marking_a_week_twice_leaves_one_mark(edited):
    after = edited(activity("a"), marking("2027-03", [2]), marking("2027-03", [2]))
    assert weeks_of(after) == [("2027-03", 2)]


def test_clearing_one_week_keeps_the_quantity_of_its_month(edited):
    before = activity("a", {"2027-03": 9000}, weeks=[("2027-03", 1), ("2027-03", 2)])
    after = edited(before, marking("2027-03", [1], marked=False))
    assert (months_of(after), weeks_of(after)) == ({"2027-03": 9000}, [("2027-03", 2)])


def test_clearing_all_weeks_at_once_clears_the_month(edited):
    before = activity("a", {"2027-03": 9000}, weeks=[("2027-03", 1), ("2027-03", 2)])
    after = edited(before, marking("2027-03", ALL_WEEKS, marked=False))
    assert (months_of(after), weeks_of(after)) == ({}, [])


def test_a_month_planned_without_weeks_counts_as_all_four(edited):
    before = activity("a", {"2027-03": 9000})
    assert weeks_marked(before, "2027-03") == ALL_WEEKS
    assert weeks_marked(before, "2027-04") == ()
    after = edited(before, marking("2027-03", [3], marked=False))
    assert weeks_of(after) == [("2027-03", 1), ("2027-03", 2), ("2027-03", 4)]
    assert months_of(after) == {"2027-03": 9000}


def test_months_become_four_weeks_each_and_come_back_whole(edited):
    before = activity("a", {"2027-03": 240_000, "2027-04": 1000})
    by_weeks = edited(before, keeping("week"))
    assert len(by_weeks.weeks) == 2 * WEEKS_IN_A_MONTH
    assert months_of(by_weeks) == {"2027-03": 240_000, "2027-04": 1000}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    quantities=st.dictionaries(st.sampled_from(MONTHS), st.integers(1, 10**15)),
    weeks=st.sets(st.tuples(st.sampled_from(MONTHS), st.integers(1, 4))),
    first=st.sampled_from(["month", "week"]),
)
def test_nothing_planned_is_lost_between_months_and_weeks(
    tmp_path_factory, quantities, weeks, first
):
    before = activity("a", quantities, weeks=sorted(weeks))
    other = "month" if first == "week" else "week"
    with file_with(tmp_path_factory.mktemp("p"), plan_of(before, schedule_step=first)) as file:
        for by in (other, first):
            with file.step("Cambiar") as step:
                keep_by(step, file.read()[0], by)
        after = read(file, "a")
    assert planned(after) == planned(before)
    for month in planned(before):
        assert weeks_marked(after, month) == weeks_marked(before, month)


def test_the_year_may_begin_in_july_and_march_stays_march(edited):
    before = activity("a", {"2027-03": 3000, "2027-09": 9000}, weeks=[("2027-03", 2)])
    after = edited(before, beginning("2027-07"))
    assert planned(after) == {"2027-09": 9000, "2028-03": 3000}
    assert weeks_of(after) == [("2028-03", 2)]


def test_a_full_year_moves_to_another_without_two_rows_colliding(edited):
    before = activity("a", {month: int(month[5:]) * 1000 for month in MONTHS})
    after = edited(before, beginning("2027-02"), beginning("2026-12"), beginning("2027-01"))
    assert months_of(after) == months_of(before)


def test_what_was_said_of_march_is_said_of_march_of_the_new_year(tmp_path):
    said = (Deviation(id="d1", month="2027-03"), Deviation(id="d2", position=1, month="2027-09"))
    plan = plan_of(replace(activity("a", {}), deviations=said))
    with file_with(tmp_path, plan) as file:
        with file.step("Comentar") as step:
            goal, objective = next(plan.goals()), plan.objectives[0]
            step.put_row(GoalComment(id="gc", month="2027-03"), goal.id)
            step.put_row(ObjectiveComment(id="oc", month="2027-03"), objective.id)
        with file.step("Cambiar") as step:
            begin_in(step, file.read()[0], "2027-07")
        (after,) = file.read()
        months = [deviation.month for deviation in find(after, "a").deviations]
        assert months == ["2027-09", "2028-03"]
        assert (find(after, "gc").month, find(after, "oc").month) == ("2028-03", "2028-03")


def test_every_change_is_one_undo_step(tmp_path):
    with file_with(tmp_path, plan_of(activity("a", whole_year("2027-01", 1000)))) as file:
        before = file.read()
        for change in (keeping("week"), beginning("2027-07"), marking("2027-07", [2], False)):
            with file.step("Cambiar") as step:
                change(step, file.read()[0])
        for _ in range(3):
            file.journal.undo()
        assert file.read() == before
