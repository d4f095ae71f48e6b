"""The lines of the cronograma are worked out once, and again only where something changed."""

from dataclasses import replace

import pytest

from poadesk.plan.model import MonthRecord, Plan
from poadesk.plan.numbering import numbers
from poadesk.plan.schedule import plan_months
from poadesk.writing.example import example_plan
from poadesk.writing.screen.schedule.columns import Columns
from poadesk.writing.screen.schedule.rows import ScheduleRow, ScheduleRows


def lines(rows: ScheduleRows, plan: Plan, by_week: bool = False) -> list[ScheduleRow]:
    return rows.of(plan, numbers(plan), Columns(plan_months(plan), by_week))


def said(found: list[ScheduleRow]) -> list[tuple]:
    return [
        (one.id, one.number, one.text, one.values, one.sum if one.activity else None)
        for one in found
    ]


def with_first_objective(plan: Plan, **changed) -> Plan:
    first, *others = plan.objectives
    return replace(plan, objectives=(replace(first, **changed), *others))


def with_one_more_month(plan: Plan) -> Plan:
    goal = plan.objectives[0].goals[0]
    more = MonthRecord(id="more", month="2027-12", planned_thousandths=7_000)
    activity = replace(goal.activities[0], months=(more,))
    goal = replace(goal, activities=(activity, *goal.activities[1:]))
    return with_first_objective(plan, goals=(goal, *plan.objectives[0].goals[1:]))


def without_the_first_objective(plan: Plan) -> Plan:
    return replace(plan, objectives=plan.objectives[1:])


def with_another_text(plan: Plan) -> Plan:
    return with_first_objective(plan, text="Otro texto")


CHANGES = [with_one_more_month, without_the_first_objective, with_another_text]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("by_week", [False, True])
def test_kept_lines_say_what_new_ones_would(change, by_week):
    rows, plan = ScheduleRows(), example_plan()
    for row in lines(rows, plan):
        if row.activity:
            row.work_out()
    after = change(plan)
    found = said(lines(rows, after, by_week))
    assert found == said(lines(ScheduleRows(), after, by_week))
    assert found != said(lines(rows, plan, by_week))


def test_only_the_changed_line_and_its_headings_are_made_again():
    rows, plan = ScheduleRows(), example_plan()
    before = {row.id: row for row in lines(rows, plan)}
    made = [row.id for row in lines(rows, with_one_more_month(plan)) if row is not before[row.id]]
    objective = plan.objectives[0]
    goal = objective.goals[0]
    assert made == [objective.id, goal.id, goal.activities[0].id]
