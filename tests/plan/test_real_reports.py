"""The published reports of `shared/seeds`: every figure that they print is reproduced.

Where the scan of a document lost the cells behind a figure, the figure is reproduced from the
figures that it is made of, or left out here.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from seed_plans import cajamarca_plans, la_victoria_plan, sat_lima_plans, seed

from poadesk.plan.reports.efficacy import shown_efficacy
from poadesk.plan.reports.evaluation import evaluation
from poadesk.plan.reports.execution import ExecutionRow, execution
from poadesk.plan.reports.percent import mean, shown
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.progress import INCOMPLETE, VALUE
from poadesk.plan.reports.tracking import Action, Tracking, TrackingRow, tracking

# The document's own slip: its months add up to 320,000.00 and it prints 260,000.00.
WRONG_SUMS = {"AOI30126400200": (320_000, 260_000)}


def thousandths(number: float | None) -> int:
    return round((number or 0) * 1000)


def cents(number: float) -> int:
    return round(number * 100)


def test_every_figure_of_the_execution_of_the_sat_of_lima_is_reproduced() -> None:
    plans = sat_lima_plans()
    report = execution(plans, period_of(plans, "2022-06"))
    rows: dict[tuple[str, str], ExecutionRow] = {
        (row.unit, row.activity): row for row in report.rows
    }
    told = seed("poi_sat_lima_2022")["activities"]
    assert len(rows) == len(told) == 35
    for one in told:
        row = rows[one["unidad_organica"], one["actividad_poi"]]
        assert row.target == thousandths(one["meta"])
        assert row.planned == tuple(thousandths(amount) for amount in one["programado"])
        assert [amount or 0 for amount in row.done] == [
            thousandths(amount) for amount in one["ejecutado"]
        ]
        for quarter, group in zip(("I", "II"), row.groups, strict=True):
            printed = one["trimestres"][quarter]
            assert group.planned == thousandths(printed["prog"])
            assert group.done == thousandths(printed["ejec"])


@pytest.fixture(scope="module")
def la_victoria() -> Tracking:
    plan = la_victoria_plan()
    return tracking([plan], period_of([plan], "2023-06"), date(2023, 8, 1))


def test_every_progress_of_la_victoria_is_reproduced(la_victoria: Tracking) -> None:
    rows: dict[str, TrackingRow] = {row.code: row for row in la_victoria.rows()}
    for one in seed("seguimiento_la_victoria_2023")["ao"]:
        physical, progress = one["fisico"], rows[one["code"]].progress
        if physical["ejec"] is None and physical["ejec_acum"] is None:
            continue  # the scan lost what was done
        if isinstance(physical["avance_pct"], str):
            assert progress.state == physical["avance_pct"]
        else:
            assert progress.value is not None
            assert shown(progress.value, 2) == f"{physical['avance_pct']:g}"
            assert progress.planned == thousandths(physical["prog_acum"])
        assert progress.done == thousandths(physical["ejec_acum"])


def test_the_uncapped_values_of_la_victoria_are_kept(la_victoria: Tracking) -> None:
    rows = {row.code: row for row in la_victoria.rows()}
    told = [
        one
        for one in seed("seguimiento_la_victoria_2023")["ao"]
        if one["fisico"]["avance_pct_sin_tope"] is not None
    ]
    assert len(told) > 30
    for one in told:
        raw = rows[one["code"]].progress.raw
        assert raw is not None
        assert shown(raw, 2) == f"{one['fisico']['avance_pct_sin_tope']:g}"


def test_the_money_of_every_activity_of_la_victoria_is_reproduced(la_victoria: Tracking) -> None:
    rows = {row.code: row for row in la_victoria.rows()}
    for one in seed("seguimiento_la_victoria_2023")["ao"]:
        money, row = one["financiero"], rows[one["code"]]
        if money["prog_acum"] is not None and one["code"] not in WRONG_SUMS:
            assert row.budget_total == cents(money["prog_acum"])
        if money["ejec_acum"] is not None:
            assert row.spent_total == cents(money["ejec_acum"])


def test_a_sum_that_the_document_prints_wrong_is_the_sum_of_its_months(
    la_victoria: Tracking,
) -> None:
    rows = {row.code: row for row in la_victoria.rows()}
    told = {one["code"]: one for one in seed("seguimiento_la_victoria_2023")["ao"]}
    for code, (right, printed) in WRONG_SUMS.items():
        assert told[code]["financiero"]["prog_acum"] == printed
        assert rows[code].budget_total == cents(right)


def test_the_execution_of_every_action_of_la_victoria_is_reproduced(la_victoria: Tracking) -> None:
    actions: dict[str, Action] = {one.code: one for one in la_victoria.actions()}
    seeds = seed("seguimiento_la_victoria_2023")
    for told in seeds["aei"]:
        action = actions[told["code"]]
        assert len(action.rows) == told["n_ao"]
        if told["printed_financiera"] is not None:
            assert action.spent_total == cents(told["printed_financiera"])
        if told["printed_fisica"] is None:
            continue
        value = action.progress
        if any(_is_lost(one) for one in seeds["ao"] if one["aei"] == told["code"]):
            value = _mean_of_printed(seeds["ao"], told["code"])
        assert value is not None
        assert shown(value, 1) == f"{told['printed_fisica']:g}"


def _is_lost(one: dict[str, Any]) -> bool:
    return one["fisico"]["ejec"] is None and one["fisico"]["ejec_acum"] is None


def _mean_of_printed(activities: list[dict[str, Any]], action: str) -> Fraction | None:
    """Return the mean of what the document prints for the activities of an action."""
    printed = [one["fisico"]["avance_pct"] for one in activities if one["aei"] == action]
    return mean(Fraction(str(value)) for value in printed if not isinstance(value, str))


def test_lost_records_make_an_activity_and_its_action_incomplete(la_victoria: Tracking) -> None:
    rows = {row.code: row for row in la_victoria.rows()}
    lost = [one for one in seed("seguimiento_la_victoria_2023")["ao"] if _is_lost(one)]
    assert lost
    assert {rows[one["code"]].progress.state for one in lost} == {INCOMPLETE}
    actions = {one.code: one for one in la_victoria.actions()}
    assert all(actions[one["aei"]].progress is None for one in lost)
    assert any(row.progress.state == VALUE for row in rows.values())


def test_every_area_action_and_objective_of_cajamarca_is_reproduced() -> None:
    plans = cajamarca_plans()
    report = evaluation(plans, period_of(plans, "2022-12"))
    seeds = seed("evaluacion_cajamarca")
    actions = {one.code: one for one in report.actions()}
    for told in seeds["part1_aei"]:
        action = actions[told["code"]]
        areas = {area.unit: area for area in action.areas}
        for area in told["areas"]:
            found = areas[area["area"]]
            assert (found.planned, found.done) == (
                thousandths(area["prog"]),
                thousandths(area["ejec"]),
            )
            assert found.percent is not None
            assert shown(found.percent, 0) == str(area["pct_printed"])
        assert action.percent is not None
        assert shown_efficacy(action.percent, report.limits) == str(told["total"]["pct_printed"])
        assert action.label == told["label"]
        below = [area for area in action.areas if area.percent is not None and area.percent < 100]
        assert len(below) == told["n_areas_bajo_100"]
    objectives = {one.code: one for one in report.objectives}
    for told in seeds["part2_oei"]:
        objective = objectives[told["code"]]
        assert (objective.planned, objective.done) == (
            thousandths(told["prog"]),
            thousandths(told["ejec"]),
        )
        assert objective.percent is not None
        assert shown(objective.percent, 0) == str(told["pct_printed"])
