"""The tracking report: up the tree, the summary, and what stays out of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from follow_up_plans import action, followed, followed_plan

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.tracking import Tracking, tracking
from poadesk.plan.reports.traffic_light import AMBER, GREY, NOT_BEGUN, RED, LightCount

RECORDED = (0, 0, 0, 0, 0, 0)


def report_of(*plans: Plan, until: int = 6, today: date = date(2027, 1, 5)) -> Tracking:
    return tracking(plans, period_of(plans, f"2027-{until:02d}"), today)


def test_an_action_has_the_plain_mean_of_its_activities_capped() -> None:
    report = report_of(followed_plan(followed([4], [1]), followed([4], [8]), followed([4], [2])))
    (only,) = report.actions()
    assert only.progress == Fraction(25 + 100 + 50, 3)


def test_activities_without_planning_or_not_accumulated_enter_no_mean() -> None:
    report = report_of(
        followed_plan(
            followed([4], [3]),
            followed({9: 4}, RECORDED),
            followed([4], [0], aggregation="none"),
        )
    )
    (only,) = report.actions()
    assert only.progress == Fraction(75)
    assert report.summary.mean_of_activities == Fraction(75)


def test_an_action_has_no_value_while_one_activity_is_incomplete() -> None:
    report = report_of(
        followed_plan(followed([4], [4, 0, 0, 0, 0, 0]), followed([4])), today=date(2027, 9, 1)
    )
    (only,) = report.actions()
    assert only.is_incomplete
    assert (only.progress, only.light) == (None, GREY)
    assert report.summary.mean_of_activities == Fraction(100)
    assert (report.summary.complete, report.summary.incomplete) == (1, 1)


def test_before_a_month_is_over_nothing_recorded_is_0_but_not_late() -> None:
    report = report_of(followed_plan(followed([4]), followed([4])), until=1)
    (only,), (objective,) = list(report.actions()), report.objectives
    assert only.progress == objective.progress == report.summary.mean_of_activities == 0
    assert {only.light, objective.light, *(row.light for row in only.rows)} == {NOT_BEGUN}
    assert report.activity_lights == LightCount(0, 0, 0, 2)
    assert report.has_unbegun()


def test_an_action_is_judged_early_only_when_all_its_activities_are_recorded() -> None:
    early = followed([4], [1])
    some = report_of(followed_plan(early, followed([4])), until=1)
    every = report_of(followed_plan(early, followed([4], [0])), until=1)
    assert [one.light for one in (*some.actions(), *every.actions())] == [NOT_BEGUN, RED]


def test_money_counts_activities_without_planning_too() -> None:
    report = report_of(
        followed_plan(
            followed([4], [4], budget=[100], spent=[90.5]),
            followed({9: 4}, RECORDED, spent={2: 1000.01}),
        )
    )
    (only,) = report.actions()
    assert only.spent_total == 109_051
    assert report.summary.budget_total == 10_000
    assert [month.spent for month in report.money[:3]] == [9_050, 100_001, None]


def test_both_means_and_the_median_are_told() -> None:
    report = report_of(
        followed_plan(
            action(followed([4], [4]), followed([4], [2]), code="AEI.01.01"),
            action(followed([4], [1]), code="AEI.01.02"),
        )
    )
    assert report.summary.mean_of_activities == Fraction(175, 3)
    assert report.summary.mean_of_actions == Fraction(50)
    assert report.summary.median_of_activities == Fraction(50)


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    activities = [followed([10], [done]) for done in (1, 4, 5, 9)]
    assert report_of(followed_plan(*activities)).summary.median_of_activities == Fraction(45)


def test_lights_are_counted_for_activities_and_for_actions() -> None:
    report = report_of(
        followed_plan(
            action(followed([4], [4]), followed([4], [2]), code="AEI.01.01"),
            action(followed({9: 1}, RECORDED), code="AEI.01.02"),
        )
    )
    assert report.activity_lights == LightCount(red=1, amber=0, green=1, grey=1)
    assert report.action_lights == LightCount(red=0, amber=1, green=0, grey=1)
    assert [one.light for one in report.actions()] == [AMBER, GREY]


def test_only_active_activities_planned_in_the_year_enter_and_the_others_are_named() -> None:
    entering = followed({12: 1}, text="Cerrar el año")
    report = report_of(
        followed_plan(
            entering,
            followed([5], [5], active=0, text="Suspendida"),
            followed((), [3], text="Sin meses"),
        )
    )
    assert [row.activity for row in report.rows()] == ["Cerrar el año"]
    assert [(gone.activity, gone.reason) for gone in report.left_out] == [
        ("Suspendida", "No está activa."),
        ("Sin meses", "No tiene nada programado en el año."),
    ]


def test_units_share_an_action_by_its_code() -> None:
    report = report_of(
        followed_plan(followed([4], [4]), unit="Cobros"),
        followed_plan(followed([4], [2]), unit="Catastro"),
    )
    (only,) = report.actions()
    assert [row.unit for row in only.rows] == ["Cobros", "Catastro"]
    assert only.progress == Fraction(75)


def test_actions_without_code_or_text_stay_apart() -> None:
    plans = [followed_plan(action(followed([1], [1]), code="", text="")) for _ in range(2)]
    assert len(list(report_of(*plans).actions())) == 2


def test_a_report_without_anything_to_judge_has_empty_figures() -> None:
    summary = report_of(followed_plan()).summary
    assert (summary.mean_of_activities, summary.mean_of_actions) == (None, None)
    assert (summary.median_of_activities, summary.complete) == (None, 0)


def test_the_year_may_begin_in_any_month() -> None:
    plan = followed_plan(followed([1]), first_month="2026-07")
    period = period_of([plan], "2027-01")
    assert [len(group) for group in period.groups("quarter")] == [3, 3, 3]
    assert period.groups("quarter")[2] == ("2027-01", "2027-02", "2027-03")
    assert period.words() == "julio de 2026 a enero de 2027"


def test_a_cut_off_outside_the_plan_year_is_refused_in_words() -> None:
    with pytest.raises(UnreadableError, match="2028-01 no cae en el año del plan"):
        period_of([followed_plan()], "2028-01")


def test_thousands_of_different_percentages_add_up_exactly() -> None:
    activities = [followed([1000 + at], [at]) for at in range(3000)]
    mean = report_of(followed_plan(*activities)).summary.mean_of_activities
    assert mean is not None
    assert mean * 3000 == sum((Fraction(at * 100, 1000 + at) for at in range(3000)), Fraction(0))
