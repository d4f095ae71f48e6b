"""Reports as workbooks: every figure a number, every text a text, whatever it begins with."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from follow_up_plans import action, followed, followed_plan
from openpyxl import load_workbook

from poadesk.plan.activities_sheet import LONGEST_CELL
from poadesk.plan.model import Plan
from poadesk.plan.reports.kinds import report_of
from poadesk.printing.report_workbook import build_report_workbook


def sheets(kind: str, *plans: Plan, until: str = "2027-02") -> dict[str, list[tuple[Any, ...]]]:
    report = report_of(kind, plans, until, date(2027, 2, 10))
    book = load_workbook(BytesIO(build_report_workbook(report, plans)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_execution_has_bands_headings_rows_and_the_total() -> None:
    rows = sheets("ejecucion", followed_plan(followed([2, 3.5], [1])))["Ejecución"]
    assert rows[0][6] == "Programado"
    assert rows[1][:6] == (
        "Unidad orgánica",
        "Actividad MEF",
        "Código",
        "Actividad operativa",
        "Unidad de medida",
        "Meta",
    )
    assert rows[2][5:8] == (5.5, 2, 3.5)
    assert rows[2][18:22] == (1, "—", 5.5, 1)
    assert rows[3][0] == "TOTAL"
    assert "distintas unidades de medida" in rows[4][0]


def test_tracking_writes_progress_as_a_number_or_its_letters() -> None:
    rows = sheets(
        "seguimiento", followed_plan(followed([3], [1]), followed({9: 1}), followed([1], [3]))
    )["Seguimiento"]
    at = rows[1].index("Avance %")
    assert [row[at] for row in rows[2:]] == [33.33, "S.P.", 100]
    assert [row[at + 1] for row in rows[2:]] == [33.33, None, 300]
    assert [row[at + 2] for row in rows[2:]] == ["Atrasada", "Sin programación", "Al día"]


def test_tracking_has_its_actions_what_stays_out_and_the_method() -> None:
    found = sheets(
        "seguimiento",
        followed_plan(followed([4], [3], budget=[10.5], spent=[9]), followed([1], active=0)),
    )
    assert found["Acciones estratégicas"][1][:5] == (
        "OEI.01",
        "AEI.01.01",
        "Acción AEI.01.01",
        1,
        75,
    )
    assert found["No incluidas"][1][3] == "No está activa."
    notes = dict(row[:2] for row in found["Notas"])
    assert notes["Método"] == "Promedio con tope de 100\u00a0%"
    assert notes["Total de programación financiera"] == 10.5
    assert notes["Rojo, por debajo de (%)"] == 75


def test_the_evaluation_has_areas_totals_and_its_paragraphs() -> None:
    found = sheets(
        "evaluacion",
        followed_plan(followed([4], [3]), unit="Cobros"),
        followed_plan(followed([4], [6]), unit="Catastro"),
    )
    rows = found["Contribución por áreas"]
    assert [row[3:8] for row in rows[1:]] == [
        ("Cobros", 4, 3, 75, None),
        ("Catastro", 4, 6, 150, None),
        ("TOTAL", 8, 9, 113, "META SUBVALUADA"),
    ]
    assert any("Contribuyeron dos áreas." in str(row[1]) for row in found["Notas"])


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)"])
def test_a_persons_text_is_never_a_formula(text: str) -> None:
    plan = followed_plan(followed([1], text=text, category=text), unit=text)
    report = report_of("ejecucion", [plan], "2027-02", date(2027, 2, 10))
    sheet = load_workbook(BytesIO(build_report_workbook(report, [plan])))["Ejecución"]
    for cell in (sheet["A3"], sheet["B3"], sheet["D3"]):
        assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_and_endless_texts_do_not_break_the_workbook() -> None:
    plan = followed_plan(followed([1], text="a\x00b\x07" + "c" * 40_000))
    text = sheets("ejecucion", plan)["Ejecución"][2][3]
    assert len(text) == LONGEST_CELL
    assert text.startswith("abc")
    assert text.endswith("[…]")


def test_a_report_without_rows_is_still_a_workbook() -> None:
    for kind in ("ejecucion", "seguimiento", "evaluacion"):
        assert "Notas" in sheets(kind, followed_plan(action()))
