"""The units of an office file: expected, received, refused; and what the list of steps says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from office_plans import MISSING as NOT_RECEIVED
from office_plans import UNITS, office, unit_plan
from office_plans import kit as material

from poadesk.plan.consolidated.summary import summary_of
from poadesk.plan.model import CatalogueItem
from poadesk.plan.moments import day_said
from poadesk.plan.office_steps import delivered_sentence, office_states
from poadesk.plan.office_units import (
    MISSING,
    REFUSED,
    UnitTotals,
    names_still_missing,
    unit_rows,
    unit_totals,
    units_with_two_plans,
)


def test_every_expected_unit_has_a_row_and_so_has_every_plan_that_came():
    rows = unit_rows(office())
    assert {row.name for row in rows} == {*UNITS, *NOT_RECEIVED}
    assert {row.name for row in rows if row.state == MISSING} == set(NOT_RECEIVED)
    assert names_still_missing(rows) == sorted(NOT_RECEIVED)
    totals = unit_totals(rows)
    assert (totals.units, totals.delivered, totals.missing) == (15, 12, 3)
    assert (totals.approved, totals.observed, totals.received) == (3, 3, 6)
    assert delivered_sentence(totals) == "12 de 15 unidades entregaron"
    alone = UnitTotals(units=1, approved=0, observed=0, received=1)
    assert delivered_sentence(alone) == "1 de 1 unidad entregó"


def test_a_unit_is_known_by_its_name_whatever_its_case_and_accents():
    kit, *plans = office()
    plans[0] = replace(plans[0], unit="  alumbrado  PUBLICO")
    rows = unit_rows([kit, *plans])
    assert unit_totals(rows).units == 15
    assert sum("lumbrado" in row.name for row in rows) == 1


def expecting(*units: tuple[str, str]):
    items = [
        CatalogueItem(id=f"item {at}", kind="unit", name=name, code=code)
        for at, (name, code) in enumerate(units)
    ]
    return material(catalogue=tuple(items))


def counted_in(plans):
    """How many units delivered, of how many, in Entregas and in the documents."""
    totals, summary = unit_totals(unit_rows(plans)), summary_of(plans)
    return (totals.delivered, totals.units), (summary.received, summary.expected)


def test_a_unit_is_known_by_its_code_in_entregas_as_in_the_documents():
    own = expecting(("Tesorería Municipal", "t-01"), ("Catastro", "c-01"))
    plans = [own, unit_plan("Tesorería", unit_code=" T-01 ")]
    assert counted_in(plans) == ((1, 2), (1, 2))
    row, missing = sorted(unit_rows(plans), key=lambda row: row.state == MISSING)
    assert (row.name, row.is_listed, missing.name) == ("Tesorería", True, "Catastro")


def test_a_plan_is_of_one_unit_alone_though_it_bears_the_code_of_another():
    own = expecting(("Tesorería", "01"), ("Catastro", "02"))
    assert counted_in([own, unit_plan("Tesorería", unit_code="02")]) == ((1, 2), (1, 2))


def test_a_unit_that_stands_twice_on_the_list_is_expected_once():
    own = expecting(("Catastro", ""), ("CATASTRO ", ""))
    assert counted_in([own, unit_plan("Catastro")]) == ((1, 1), (1, 1))


def test_a_unit_that_nobody_expected_is_counted_too():
    kit, *plans = office()
    rows = unit_rows([kit, *plans, unit_plan("Museo", 40)])
    assert unit_totals(rows).units == 16


def test_a_file_that_was_refused_stands_with_its_unit_or_by_its_own_name():
    reasons = {"Mercados": "Es de otro año.", "foto.sqlite": "No es un plan."}
    rows = unit_rows(office(), reasons)
    found = {row.name: row for row in rows if row.state == REFUSED}
    assert found["Mercados"].reason == "Es de otro año."
    assert not found["foto.sqlite"].is_expected
    assert unit_totals(rows).units == 15
    assert unit_totals(rows).missing == 3


def test_two_plans_of_one_unit_are_pointed_out_also_under_nearly_the_same_name():
    kit, *plans = office()
    same = unit_plan("Proyectos e Infraestructuras", 41)
    [pair] = units_with_two_plans(unit_rows([kit, *plans, same]))
    assert [row.name for row in pair] == [
        "Proyectos e Infraestructura",
        "Proyectos e Infraestructuras",
    ]
    assert units_with_two_plans(unit_rows([kit, *plans])) == []


def test_the_steps_of_the_office_say_how_far_each_is():
    states = office_states(office())
    assert (states["deliveries"].state, states["deliveries"].count) == ("started", "12")
    assert (states["remarks"].state, states["remarks"].count) == ("started", "6")
    assert (states["units"].state, states["units"].count) == ("complete", "15")
    kit, *_ = office()
    begun = office_states([replace(kit, catalogue=())])
    assert {begun[key].state for key in ("units", "deliveries", "remarks")} == {"empty"}


def test_days_are_said_as_people_say_them():
    now = datetime(2026, 11, 20, 10, 42)
    said = {
        "2026-11-20 08:20": "hoy, 8:20",
        "2026-11-19 17:00": "ayer",
        "2026-11-03 08:00": "3 nov",
        "2025-11-03 08:00": "3 nov 2025",
        "hace poco": "hace poco",
    }
    assert {at: day_said(at, now) for at in said} == said


def test_a_plan_that_is_not_on_the_list_and_one_of_another_entity_are_marked():
    kit, *plans = office()
    other = replace(unit_plan("Museo", 40), entity="Alcaldía Municipal de Río Seco")
    rows = {row.name: row for row in unit_rows([kit, *plans, other])}
    assert (rows["Museo"].is_listed, rows["Museo"].other_entity) == (
        False,
        "Alcaldía Municipal de Río Seco",
    )
    assert all(rows[name].is_listed and not rows[name].other_entity for name in UNITS)


def test_without_a_list_and_without_a_name_of_the_office_nothing_is_strange():
    kit, *plans = office()
    kit = replace(kit, entity="", catalogue=())
    rows = unit_rows([kit, *plans])
    assert all(row.is_listed and not row.other_entity for row in rows)
