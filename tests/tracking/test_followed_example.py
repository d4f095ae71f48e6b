"""The half year of the example plan: what a newcomer sees of follow-up first."""

from __future__ import annotations

from datetime import date

import pytest

from poadesk.plan.checks import findings
from poadesk.plan.numbering import numbers
from poadesk.plan.plan_json import from_json, to_json
from poadesk.plan.reports.kinds import report_of
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.tracking import Tracking, tracking
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan


@pytest.fixture(scope="module")
def report() -> Tracking:
    plan = with_follow_up(example_plan())
    return tracking([plan], period_of([plan], "2027-06"), date(2027, 7, 15))


def test_what_was_planned_stays_as_it_was() -> None:
    plan = example_plan()
    followed = with_follow_up(plan)
    before = {a.id: {r.month: r.planned_thousandths for r in a.months} for a in plan.activities()}
    for activity in followed.activities():
        after = {r.month: r.planned_thousandths for r in activity.months}
        assert {m: p for m, p in after.items() if p is not None} == before[activity.id]


def test_it_shows_every_colour_of_the_traffic_light(report: Tracking) -> None:
    lights = report.activity_lights
    assert min(lights.red, lights.amber, lights.green, lights.grey) > 0
    assert report.summary.spent_total > 0


def test_whatever_fell_short_most_tells_its_cause() -> None:
    plan = with_follow_up(example_plan())
    number = numbers(plan)
    told = {number[a.id]: a.deviations for a in plan.activities() if a.deviations}
    assert set(told) == {"1.2.1", "2.2.2"}
    assert all(one.cause and one.corrective_action for some in told.values() for one in some)


def test_it_goes_through_json_whole_and_makes_all_reports() -> None:
    plan = with_follow_up(example_plan())
    assert from_json(to_json([plan])) == (plan,)
    for kind in ("ejecucion", "seguimiento", "evaluacion"):
        report_of(kind, [plan], "2027-06", date(2027, 7, 15))


def test_it_brings_no_finding_that_has_to_be_corrected() -> None:
    plan = with_follow_up(example_plan())
    assert [one for one in findings(plan) if one.severity == "error"] == []
