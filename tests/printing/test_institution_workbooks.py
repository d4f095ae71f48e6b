"""The institution's documents as workbooks: numbers are numbers and texts stay texts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from office_plans import UNITS, kit, office, renamed
from openpyxl import load_workbook
from sample_plans import activity, full_plan, goal, objective, plan

from poadesk.plan.activities_sheet import COLUMNS
from poadesk.plan.consolidated.summary import summary_of
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import CatalogueItem
from poadesk.printing.consolidated.options import CONSOLIDATED, DOCUMENTS, SCHEDULE, UNITS_LIST
from poadesk.printing.consolidated.workbook import build_workbook

OFFICE = office(UNITS[:3])


def sheets(kind: str, plans: Any = OFFICE) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(BytesIO(build_workbook(kind, plans)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_consolidated_workbook_has_its_four_sheets() -> None:
    found = sheets(CONSOLIDATED)
    assert list(found) == ["Resumen", "Unidades", "Actividades", "Cronograma"]
    assert list(found["Actividades"][0]) == [column.heading for column in COLUMNS]
    activities = summary_of(OFFICE).activities
    assert len(found["Actividades"]) == len(found["Cronograma"]) == activities + 1


def test_the_summary_sums_units_and_tells_their_lines() -> None:
    rows, whole = sheets(CONSOLIDATED)["Resumen"], summary_of(OFFICE)
    facts = {row[0]: row[1] for row in rows if row[0]}
    assert (facts["Unidades esperadas"], facts["Unidades que entregaron"]) == (6, 3)
    assert facts["Estado: Falta"] == 3
    total = next(row for row in rows if row[0] == "Total")
    assert total[1:4] == (whole.objectives, whole.goals, whole.activities)
    assert total[4] == (whole.cost or 0) / 100
    assert facts[f"1 {OFFICE[0].strategic_lines[0].name}"] >= 1


def test_the_units_are_listed_with_those_that_are_missing() -> None:
    rows = sheets(UNITS_LIST)["Unidades"]
    told = {row[0]: row for row in rows[1:]}
    assert len(told) == 6
    assert told["Mercados"][2:5] == ("Falta", "Sí", None)
    assert told[UNITS[2]][2:5] == ("Observado", "Sí", 3)
    assert told[UNITS[2]][9] == 2


def test_the_cronograma_has_quantities_as_numbers_and_marks_as_an_x() -> None:
    rows = (
        activity("Podar", "X.X........."),
        activity("Sembrar", quantities={2: 350}, unit_of_measure="planta"),
    )
    whole = replace(plan(unit="Parques"), objectives=(objective("a", goal("b", rows)),))
    found = sheets(SCHEDULE, (whole,))
    assert list(found) == ["Cronograma", "Actividades por mes"]
    header, prune, sow = found["Cronograma"]
    assert header[4:7] == ("ENE", "FEB", "MAR")
    assert prune[:7] == ("Parques", "1.1.1", "Podar", None, "X", None, "X")
    assert sow[5] == sow[-1] == 350
    assert found["Actividades por mes"][1][:4] == ("Parques", 1, 1, 1)
    assert found["Actividades por mes"][-1][0] == "Total"


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "a\x07b"])
def test_a_persons_text_is_never_a_formula(text: str) -> None:
    own = kit(entity=text, catalogue=(CatalogueItem(id="e", kind="unit", name=text),))
    rows = (objective(text, goal(text, (activity(text, "X", unit_of_measure=text),))),)
    unit = replace(full_plan(objectives=rows), unit=f"{text} u", unit_code=text)
    for kind in DOCUMENTS:
        for sheet in load_workbook(BytesIO(build_workbook(kind, (own, unit)))):
            for row in sheet.iter_rows():
                assert [cell.coordinate for cell in row if cell.data_type in "fe"] == []


def test_equal_plans_give_equal_workbooks() -> None:
    for kind in DOCUMENTS:
        assert sheets(kind) == sheets(kind)


def test_units_of_other_months_have_a_cronograma_but_no_sheet_of_activities() -> None:
    plans = (plan(unit="A"), replace(renamed(plan(first_month="2027-07"), "b"), unit="B"))
    assert len(sheets(SCHEDULE, plans)["Actividades por mes"][0]) == 1 + 18 + 1
    with pytest.raises(UnreadableError, match="mismos meses"):
        build_workbook(CONSOLIDATED, plans)


def test_two_plans_of_one_unit_or_without_a_name_are_all_there() -> None:
    plans = (
        full_plan(unit=""),
        renamed(full_plan(unit="A"), "a"),
        renamed(full_plan(unit="A"), "b"),
    )
    assert len(sheets(CONSOLIDATED, plans)["Actividades"]) == 1 + 3 * 5


def test_the_office_itself_is_never_a_unit() -> None:
    named = (replace(OFFICE[0], unit="NO ES UNIDAD"), *OFFICE[1:])
    for kind in DOCUMENTS:
        assert "NO ES UNIDAD" not in str(sheets(kind, named))


def test_an_office_that_received_nothing_says_so() -> None:
    for kind in DOCUMENTS:
        with pytest.raises(UnreadableError, match="ninguna unidad"):
            build_workbook(kind, (kit(),))


def test_a_workbook_can_be_stopped() -> None:
    def stop(_share: float) -> None:
        raise InterruptedError

    for kind in (CONSOLIDATED, SCHEDULE):
        with pytest.raises(InterruptedError):
            build_workbook(kind, OFFICE, stop)
