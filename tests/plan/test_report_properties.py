"""What holds of the three reports whatever a plan contains."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generated_plans import plans
from hypothesis import given, settings
from hypothesis import strategies as st

from poadesk.plan.model import Plan
from poadesk.plan.reports.efficacy import NOT_PLANNED, label_of, shown_efficacy
from poadesk.plan.reports.evaluation import evaluation
from poadesk.plan.reports.execution import execution
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.period import GROUPS, Period, period_of
from poadesk.plan.reports.report_json import report_json
from poadesk.plan.reports.tracking import tracking
from poadesk.plan.reports.traffic_light import light
from poadesk.plan.schedule import plan_months

LISTS = st.lists(plans(most=2), min_size=1, max_size=3)
EXAMPLES = 40  # lists of whole plans take long to draw
TODAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
PERCENTAGES = st.fractions(0, 400, max_denominator=10**6)


def periods(found: list[Plan], chance: st.DataObject) -> Period:
    return period_of(found, chance.draw(st.sampled_from(plan_months(found[0]))))


@settings(max_examples=EXAMPLES)
@given(LISTS, TODAYS, st.data())
def test_no_report_ever_fails_and_each_is_json(
    found: list[Plan], today: date, chance: st.DataObject
) -> None:
    period = periods(found, chance)
    for group in GROUPS:
        json.loads(report_json(execution(found, period, group)))
    json.loads(report_json(tracking(found, period, today)))
    json.loads(report_json(evaluation(found, period)))


@settings(max_examples=EXAMPLES)
@given(LISTS, st.data())
def test_the_total_of_the_execution_is_the_sum_of_its_rows(
    found: list[Plan], chance: st.DataObject
) -> None:
    report = execution(found, periods(found, chance))
    assert report.total.target == sum(row.target for row in report.rows)
    for at, group in enumerate(report.total.groups):
        assert group.planned == sum(row.groups[at].planned for row in report.rows)
        assert (group.done or 0) == sum(row.groups[at].done or 0 for row in report.rows)
    for row in (*report.rows, report.total):
        assert sum(one.done or 0 for one in row.groups) == sum(one or 0 for one in row.done)
    for at in range(len(report.period.year)):
        assert report.total.planned[at] == sum(row.planned[at] for row in report.rows)
    for at in range(len(report.period.months)):
        assert (report.total.done[at] or 0) == sum(row.done[at] or 0 for row in report.rows)


@settings(max_examples=EXAMPLES)
@given(LISTS, st.sampled_from(tuple(GROUPS)), st.data())
def test_a_quarter_or_another_group_is_the_sum_of_its_months(
    found: list[Plan], name: str, chance: st.DataObject
) -> None:
    report = execution(found, periods(found, chance), name)
    size = GROUPS[name]
    for row in (*report.rows, report.total):
        for at, group in enumerate(row.groups):
            months = slice(at * size, (at + 1) * size)
            assert group.planned == sum(row.planned[months])
            assert (group.done or 0) == sum(one or 0 for one in row.done[months])


@settings(max_examples=EXAMPLES)
@given(LISTS, TODAYS, st.data())
def test_the_tracking_report_adds_up_and_its_lights_agree(
    found: list[Plan], today: date, chance: st.DataObject
) -> None:
    report = tracking(found, periods(found, chance), today)
    rows = list(report.rows())
    assert report.summary.spent_total == sum(one.spent_total for one in report.actions())
    assert report.summary.spent_total == sum(month.spent or 0 for month in report.money)
    assert report.summary.budget_total == sum(one.budget_total for one in report.actions())
    assert report.summary.budget_total == sum(month.budget for month in report.money)
    for one in report.actions():
        assert one.budget_total == sum(row.budget_total for row in one.rows)
        assert one.spent_total == sum(row.spent_total for row in one.rows)
    assert report.summary.complete + report.summary.incomplete == len(rows)
    everything = sum(1 for plan in found for _ in plan.activities())
    assert len(rows) + len(report.left_out) == everything
    for row in rows:
        assert row.budget_total == sum(row.budget)
        assert row.spent_total == sum(spent or 0 for spent in row.spent)
        assert row.light == light(row.progress.value, report.limits)
        assert row.progress.value is None or 0 <= row.progress.value <= 100


@settings(max_examples=EXAMPLES)
@given(LISTS, st.data())
def test_no_label_contradicts_its_percentage_and_no_paragraph_its_table(
    found: list[Plan], chance: st.DataObject
) -> None:
    report = evaluation(found, periods(found, chance))
    for one in report.actions():
        if one.percent is None:
            assert (one.label, one.text) == (None, NOT_PLANNED)
            continue
        as_shown = Fraction(Decimal(shown_efficacy(one.percent, report.limits).replace(",", "")))
        assert label_of(as_shown, report.limits) == one.label
        assert one.text.endswith(f"Resultado: {one.label}.")
        assert f"el {shown_efficacy(one.percent, report.limits)}\u00a0%" in one.text
    for objective in report.objectives:
        assert objective.planned == sum(one.planned for one in objective.actions)
        assert objective.done == sum(one.done for one in objective.actions)


@settings(max_examples=EXAMPLES)
@given(LISTS, st.data())
def test_an_action_of_the_evaluation_is_the_sum_of_its_areas(
    found: list[Plan], chance: st.DataObject
) -> None:
    report = evaluation(found, periods(found, chance))
    for one in report.actions():
        # An area without planning enters no sum, whatever it did.
        areas = [area for area in one.areas if area.planned]
        assert one.planned == sum(area.planned for area in areas)
        assert one.done == sum(area.done for area in areas)
        assert one.percent == (Fraction(one.done * 100, one.planned) if one.planned else None)
    for objective in report.objectives:
        whole, part = objective.planned, objective.done
        assert objective.percent == (Fraction(part * 100, whole) if whole else None)


@given(PERCENTAGES, st.integers(0, 2))
def test_a_shown_percentage_has_the_light_of_the_exact_one(value: Fraction, decimals: int) -> None:
    limits = Limits()
    text = shown(value, decimals, limits.light_limits)
    as_shown = Fraction(Decimal(text.replace(",", "")))
    assert light(as_shown, limits) == light(value, limits)
    assert abs(as_shown - value) <= Fraction(1, 2 * 10**decimals)


@settings(max_examples=EXAMPLES)
@given(LISTS, TODAYS, st.data())
def test_equal_plans_give_equal_reports(
    found: list[Plan], today: date, chance: st.DataObject
) -> None:
    period = periods(found, chance)
    assert report_json(tracking(found, period, today)) == report_json(
        tracking(list(found), period, today)
    )
