"""Plans to begin from."""

from dataclasses import replace

from poadesk.plan.beginning import empty_plan
from poadesk.plan.checks import findings
from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    GoalComment,
    MonthRecord,
    Objective,
    ObjectiveComment,
    Plan,
    WeekMark,
    rows_under,
)
from poadesk.plan.plan_json import to_json
from poadesk.writing.example import example_plan
from poadesk.writing.templates import next_year


def ids(plan):
    return [plan.id, *(row.id for _, row in rows_under(plan))]


def plan_with(**values):
    record = {"planned_thousandths": 2000, "done_thousandths": 1000, "budget_cents": 5}
    months = (
        MonthRecord(id="m1", month="2027-11", **record, spent_cents=4),
        MonthRecord(id="m2", position=1, month="2027-12", done_thousandths=3000),
    )
    one = Activity(id="a", months=months, weeks=(WeekMark(id="w", month="2027-12", week=3),))
    goal = Goal(id="g", period_text=values.pop("period_text", ""), activities=(one,))
    return Plan(id="p", objectives=(Objective(id="o", goals=(goal,)),), **values)


def test_an_empty_plan_has_the_words_of_its_kind():
    poa, poi = empty_plan("poa", "2027-01"), empty_plan("poi", "2026-07")
    assert (poa.title, poa.currency, poa.year_label) == ("Plan Operativo Anual", "$", "2027")
    assert (poi.title, poi.currency) == ("Plan Operativo Institucional", "S/")
    assert (poi.year_label, poi.first_month, poi.month_count) == ("2026-2027", "2026-07", 12)
    assert ids(poa) != ids(empty_plan("poa", "2027-01"))


def test_next_year_has_new_ids_everywhere_and_ties_that_hold():
    plan = example_plan()
    copy = next_year(plan)
    assert len(set(ids(copy)) | set(ids(plan))) == 2 * len(ids(plan))
    lines = {line.id for line in copy.strategic_lines}
    objectives = {objective.id for objective in copy.objectives}
    assert all(tie.strategic_line_id in lines for o in copy.objectives for tie in o.lines)
    assert all(tie.objective_id in objectives for i in copy.swot_items for tie in i.objectives)
    assert len(copy.swot_items[8].objectives) == len(plan.swot_items[8].objectives) > 0


def test_next_year_keeps_every_text_and_moves_every_month():
    plan = example_plan()
    copy = next_year(plan)
    assert copy.first_month == "2028-01"
    assert copy.year_label == "2028"
    assert [a.text for a in copy.activities()] == [a.text for a in plan.activities()]
    assert {m.month[:4] for a in copy.activities() for m in a.months} == {"2028"}
    assert [one.step for one in findings(copy)] == ["general"]  # only the date is missing


def test_next_year_forgets_what_was_done_and_spent():
    (activity,) = next_year(plan_with()).activities()
    (record,) = activity.months
    assert (record.month, record.planned_thousandths, record.position) == ("2028-11", 2000, 0)
    assert (record.done_thousandths, record.budget_cents, record.spent_cents) == (None,) * 3
    assert [(mark.month, mark.week) for mark in activity.weeks] == [("2028-12", 3)]


def test_next_year_forgets_what_was_said_of_the_execution_but_keeps_its_limits():
    plan = plan_with(red_below_hundredths=6000, recorded_months="planned", recording_months=2)
    with_words = replace(
        plan,
        objectives=tuple(
            replace(
                objective,
                comments=(ObjectiveComment(id="oc", month="2027-06", text="Bien"),),
                goals=tuple(
                    replace(
                        goal,
                        comments=(GoalComment(id="gc", month="2027-06", text="Bien"),),
                        activities=tuple(
                            replace(one, deviations=(Deviation(id="d", month="2027-06"),))
                            for one in goal.activities
                        ),
                    )
                    for goal in objective.goals
                ),
            )
            for objective in plan.objectives
        ),
    )
    copy = next_year(with_words)
    said = ("deviation", "goal_comment", "objective_comment")
    assert [row for _, row in rows_under(with_words) if row.TABLE in said] != []
    assert [row for _, row in rows_under(copy) if row.TABLE in said] == []
    assert (copy.red_below_hundredths, copy.recorded_months) == (6000, "planned")
    assert copy.recording_months == 2


def test_next_year_is_a_new_draft():
    last = plan_with(drafted_on="Octubre de 2026", state="approved", revision=4)
    copy = next_year(last)
    assert (copy.drafted_on, copy.state, copy.revision) == ("", "draft", 1)


def test_years_move_only_where_they_are_the_year_of_the_plan():
    plan = plan_with(
        title="POA 2027 según el PEI 2025-2029",
        year_label="2027",
        introduction="En 2027 se espera llegar a 2027 cuentas.",
        period_text="2027",
    )
    copy = next_year(plan)
    assert copy.title == "POA 2028 según el PEI 2025-2029"
    assert copy.introduction == plan.introduction
    assert next(copy.goals()).period_text == "2028"
    spelled = next_year(replace(plan_with(period_text="Enero a junio")))
    assert next(spelled.goals()).period_text == "Enero a junio"


def test_a_plan_over_two_years_moves_both():
    plan = plan_with(first_month="2026-07", year_label="2026-2027", period_text="2026 - 2027")
    copy = next_year(plan)
    assert (copy.first_month, copy.year_label) == ("2027-07", "2027-2028")
    assert next(copy.goals()).period_text == "2027 - 2028"


def test_last_year_is_left_as_it_was():
    plan = example_plan()
    before = to_json([plan])
    next_year(plan)
    assert to_json([plan]) == before
