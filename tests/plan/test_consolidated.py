"""The institution's plan as pure data: units and their state, figures, months, lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office_plans import MISSING, UNITS, kit, office, unit_plan
from small_plans import plan

from poadesk.plan.consolidated.by_line import NO_LINE, NO_OBJECTIVE, by_line, by_objective
from poadesk.plan.consolidated.months import activities_by_month, months_of
from poadesk.plan.consolidated.summary import summary_of
from poadesk.plan.consolidated.units import counted, units_of
from poadesk.plan.kit import plan_from_kit
from poadesk.plan.model import CatalogueItem, Objective, ObjectiveLine, Plan, StrategicLine
from poadesk.plan.totals import cost_of_plan
from poadesk.plan.verification import verification_code

OFFICE = office()


def tied_to(unit: str, *lines: StrategicLine, objective: str = "Servir mejor") -> Plan:
    ties = tuple(
        ObjectiveLine(id=f"{unit}-tie-{line.id}", strategic_line_id=line.id) for line in lines
    )
    row = Objective(id=f"{unit}-objective", text=objective, lines=ties)
    return Plan(id=unit, unit=unit, strategic_lines=lines, objectives=(row,))


def line(row_id: str, name: str, code: str = "") -> StrategicLine:
    return StrategicLine(id=row_id, name=name, code=code)


def test_the_units_stand_in_the_order_of_the_list_with_those_that_are_missing() -> None:
    units = units_of(OFFICE)
    assert [unit.unit for unit in units] == sorted((*UNITS, *MISSING))
    assert [unit.unit for unit in units if unit.plan is None] == list(MISSING)
    assert counted(units) == {
        "approved": 3,
        "observed": 3,
        "delivered": 6,
        "draft": 0,
        "missing": 3,
    }


def test_a_unit_has_the_counts_of_its_delivery_and_its_open_remarks() -> None:
    audit = next(unit for unit in units_of(OFFICE) if unit.unit == UNITS[2])
    assert (audit.state, audit.revision, audit.received_at) == ("observed", 3, "2026-11-03 08:22")
    assert (audit.errors, audit.warnings) == (2, 2)
    assert (audit.remarks, audit.open_remarks) == (3, 2)
    assert audit.code == verification_code(OFFICE[3])


def test_a_plan_that_never_came_is_checked_anew() -> None:
    bare = replace(unit_plan("Archivo"), deliveries=(), responsible="")
    (unit,) = units_of((bare,))
    assert unit.received_at == ""
    assert unit.errors + unit.warnings > 0
    assert unit.is_expected


def test_what_the_office_has_was_received_though_the_unit_never_said_that_it_sent_it() -> None:
    draft = replace(unit_plan("Archivo"), state="draft")
    assert units_of((draft,))[0].state == "draft"
    assert units_of((kit(("Archivo",)), draft))[0].state == "delivered"


def test_a_unit_is_found_by_its_code_or_by_its_name_however_it_is_written() -> None:
    items = (
        CatalogueItem(id="a", kind="unit", code="07", name="Parques"),
        CatalogueItem(id="b", kind="unit", name="Informática"),
        CatalogueItem(id="c", kind="cost_centre", name="Bodega"),
    )
    own = kit(catalogue=items)
    gardens, computers = plan(unit="Zonas verdes", unit_code="07"), plan(unit=" INFORMATICA ")
    stranger = replace(plan(unit="Bodega"), id="stranger")
    found = units_of((own, stranger, replace(computers, id="c"), replace(gardens, id="g")))
    assert [(unit.unit.strip(), unit.is_expected) for unit in found] == [
        ("Zonas verdes", True),
        ("INFORMATICA", True),
        ("Bodega", False),
    ]


def test_the_figures_of_the_institution_are_the_sums_of_those_of_its_units() -> None:
    whole = summary_of(OFFICE)
    own = OFFICE[1:]
    assert (whole.expected, whole.received, whole.count("approved")) == (15, 12, 3)
    assert whole.activities == sum(len(list(one.activities())) for one in own)
    assert whole.goals == sum(len(list(one.goals())) for one in own)
    assert whole.cost == sum(cost_of_plan(one) or 0 for one in own)
    assert sum(whole.by_month) == whole.planned_months
    assert whole.front is OFFICE[0]
    assert len(whole.months) == 12


def test_amounts_of_two_currencies_have_no_sum() -> None:
    mixed = (*OFFICE[:2], replace(OFFICE[2], currency="₡"))
    assert summary_of(mixed).currency is None
    assert summary_of(mixed).cost is None
    assert summary_of(mixed).figures[0].cost is not None


def test_an_office_that_received_nothing_has_no_figures() -> None:
    with pytest.raises(ValueError):
        summary_of((kit(),))


def test_the_year_of_the_institution_reaches_over_those_of_its_units() -> None:
    calendar_year, from_july = plan(first_month="2027-01"), plan(first_month="2027-07")
    months = months_of((calendar_year, from_july))
    assert (months[0], months[-1], len(months)) == ("2027-01", "2028-06", 18)
    assert months_of(()) == ()


def test_an_activity_counts_in_each_month_in_which_it_plans_something() -> None:
    whole = unit_plan("Archivo", 3)
    counts = activities_by_month(whole, months_of((whole,)))
    activities = list(whole.activities())
    assert len(counts) == 12
    assert max(counts) <= len(activities)
    assert sum(counts) >= len(activities)


def test_units_stand_under_the_lines_of_the_office_in_its_order() -> None:
    groups = by_line(OFFICE)
    lines = [one.name for one in OFFICE[0].strategic_lines]
    assert [group.name for group in groups] == [*lines, NO_LINE]
    assert groups[-1].is_none
    told = sum(len(part.objectives) for part in groups[-1].parts)
    assert told >= 2
    named = [part.plan.unit for part in groups[0].parts]
    assert named == [unit for unit in UNITS if unit in named]


def test_lines_are_the_same_by_their_words_whatever_case_and_accents() -> None:
    one = tied_to("Rentas", line("r1", "Finanzas  sanas y Gestión"))
    other = tied_to("Catastro", line("c1", "finanzas sanas y gestion."))
    (group,) = by_line((one, other))
    assert [part.plan.unit for part in group.parts] == ["Rentas", "Catastro"]


def test_lines_are_the_same_by_a_code_but_not_by_a_bare_number() -> None:
    coded = (
        tied_to("A", line("a", "Ciudad limpia", "LE.2")),
        tied_to("B", line("b", "Aseo", "le.2")),
    )
    assert len(by_line(coded)) == 1
    numbered = (tied_to("A", line("a", "Ciudad limpia", "2")), tied_to("B", line("b", "Aseo", "2")))
    assert [group.name for group in by_line(numbered)] == ["Ciudad limpia", "Aseo"]


def test_without_the_office_the_lines_stand_in_the_order_of_the_unit_that_has_them() -> None:
    first, second, idle = line("a", "Hacienda"), line("b", "Cercanía"), line("c", "Nadie")
    ties = [ObjectiveLine(id=f"t{one.id}", strategic_line_id=one.id) for one in (second, first)]
    rows = tuple(Objective(id=tie.id + "o", text="Servir", lines=(tie,)) for tie in ties)
    unit = Plan(id="u", unit="u", strategic_lines=(first, second, idle), objectives=rows)
    assert [group.name for group in by_line([unit])] == ["Hacienda", "Cercanía"]


def test_an_objective_of_two_lines_stands_under_both() -> None:
    groups = by_line((tied_to("A", line("a", "Uno"), line("b", "Dos")),))
    assert [[len(part.objectives) for part in group.parts] for group in groups] == [[1], [1]]


def test_what_the_office_gave_is_the_same_also_after_it_has_changed_its_words() -> None:
    begun = kit(
        strategic_lines=(line("k", "Finanzas"),), objectives=(Objective(id="ko", text="A"),)
    )
    plan_of_unit = plan_from_kit(begun, "Rentas")
    tie = ObjectiveLine(id="t", strategic_line_id=plan_of_unit.strategic_lines[0].id)
    rows = (replace(plan_of_unit.objectives[0], lines=(tie,)),)
    unit = replace(plan_of_unit, objectives=rows)
    later = kit(
        strategic_lines=(line("k", "Hacienda sana"),), objectives=(Objective(id="ko", text="Z"),)
    )
    assert [(one.name, len(one.parts)) for one in by_line((later, unit))] == [("Hacienda sana", 1)]
    assert [(one.name, len(one.parts)) for one in by_objective((later, unit))] == [("Z", 1)]


def test_a_line_to_which_no_unit_answers_is_told_as_empty() -> None:
    own = kit(strategic_lines=(line("k", "Turismo"),))
    groups = by_line((own, tied_to("A", line("a", "Otra"))))
    assert [(group.name, len(group.parts)) for group in groups] == [("Turismo", 0), ("Otra", 1)]


def test_units_that_share_an_objective_stand_together() -> None:
    plans = (
        Plan(id="a", unit="A", objectives=(Objective(id="a1", code="OEI.01", text="Cobrar"),)),
        Plan(id="b", unit="B", objectives=(Objective(id="b1", code="oei.01", text="Cobrar más"),)),
        Plan(id="c", unit="C", objectives=(Objective(id="c1", code="1", text="Barrer"),)),
        Plan(id="d", unit="D", objectives=(Objective(id="d1", code="1", text="Sembrar"),)),
    )
    found = [[part.plan.unit for part in group.parts] for group in by_objective(plans)]
    assert found == [["A", "B"], ["C"], ["D"]]


def test_objectives_without_words_stand_together_at_the_end() -> None:
    empty = tuple(Plan(id=one, unit=one, objectives=(Objective(id=f"o{one}"),)) for one in "ab")
    named = Plan(id="c", unit="c", objectives=(Objective(id="oc", text="Barrer"),))
    first, last = by_objective((*empty, named))
    assert (first.name, last.name, last.is_none) == ("Barrer", NO_OBJECTIVE, True)
    assert [part.plan.unit for part in last.parts] == ["a", "b"]


def test_of_all_units_those_count_too_that_came_without_being_expected() -> None:
    summary = summary_of((*OFFICE, unit_plan("Museo", 40)))
    assert (summary.received, summary.all_units) == (13, 16)
    assert summary.expected == 15
    again = unit_plan("Museo", 41)
    assert summary_of((*OFFICE, unit_plan("Museo", 40), again)).received == 13
