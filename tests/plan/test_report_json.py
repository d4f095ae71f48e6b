"""The JSON of the reports, in the shape that other programs count on."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from follow_up_plans import action, followed, followed_plan

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.reports.kinds import report_of
from poadesk.plan.reports.report_json import report_json


def document(kind: str, *plans: Plan, until: str = "2027-02", **asked: Any) -> Any:
    today = asked.pop("today", date(2027, 2, 10))
    return json.loads(report_json(report_of(kind, plans, until, today, **asked)))


def test_execution_has_rows_months_quarters_and_a_total() -> None:
    found = document(
        "ejecucion",
        followed_plan(followed([1, 2.5], [1], category="Gestión", text="Visitar")),
        until="2027-04",
    )
    assert found["rows"] == [
        {
            "unit": "Cobros",
            "category": "Gestión",
            "activity": "Visitar",
            "unit_of_measure": "visita",
            "target": 3.5,
            "planned": [1, 2.5, *[0] * 10],
            "done": [1, None, None, None],
            "quarters": [{"planned": 3.5, "done": 1}, {"planned": 0, "done": None}],
        }
    ]
    assert set(found["total"]) == {"target", "planned", "done", "quarters"}


@pytest.mark.parametrize(("by", "groups"), [("quarter", 2), ("half", 1), ("year", 1)])
def test_execution_says_by_what_its_months_are_summed(by: str, groups: int) -> None:
    found = document("ejecucion", followed_plan(followed([1])), until="2027-04", group=by)
    assert found["by"] == by
    assert len(found["total"]["quarters"]) == groups


def test_tracking_has_progress_as_printed_or_its_letters() -> None:
    found = document(
        "seguimiento",
        followed_plan(
            followed([3, 3], [1, 0], code="AO1", priority="very_high", aggregation="annual"),
            followed({9: 1}, [0, 0], code="AO2"),
            followed([1, 1], [1], code="AO3"),
            followed([2, 2], [1, 1], code="AO4", aggregation="none"),
        ),
        today=date(2027, 4, 1),
    )
    rows = {row["code"]: row for row in found["rows"]}
    assert [rows[code]["progress"] for code in ("AO1", "AO2", "AO3", "AO4")] == [
        16.67,
        "S.P.",
        "S.I.",
        50,
    ]
    assert (rows["AO4"]["planned_total"], rows["AO4"]["done_total"]) == ("-", "-")
    assert (rows["AO1"]["priority"], rows["AO1"]["aggregation"]) == ("Muy Alta", "Acumulado Anual")
    assert found["actions"] == [
        {"code": "AEI.01.01", "name": "Acción AEI.01.01", "progress": None, "spent_total": 0}
    ]
    assert found["traffic_light"]["activities"] == {"red": 2, "amber": 0, "green": 0}
    assert found["summary"]["incomplete"] == 1


def test_tracking_keeps_the_uncapped_value_and_exact_money() -> None:
    (row,) = document(
        "seguimiento",
        followed_plan(followed([1], [3, 0], budget=[0.1], spent=[0.1, 0.2])),
    )["rows"]
    assert (row["progress"], row["raw_progress"]) == (100, 300)
    assert (row["spent"], row["spent_total"]) == ([0.1, 0.2], 0.3)


def test_evaluation_has_areas_labels_and_nulls_without_planning() -> None:
    found = document(
        "evaluacion",
        followed_plan(
            action(followed([4], [3]), code="AEI.01.01"),
            action(followed({9: 1}, [1]), code="AEI.01.02"),
        ),
    )
    first, second = found["actions"]
    assert first["areas"] == [{"unit": "Cobros", "planned": 4, "done": 3, "percent": 75}]
    assert first["label"] == "META PARCIALMENTE CUMPLIDA, ACEPTABLE"
    assert (second["percent"], second["label"]) == (None, None)
    assert second["text"] == "No programada para el periodo en evaluación"
    assert found["objectives"] == [
        {"code": "OEI.01", "name": "Cobrar mejor", "planned": 4, "done": 3, "percent": 75}
    ]


@pytest.mark.parametrize("kind", ["ejecucion", "seguimiento", "evaluacion"])
def test_a_report_of_plans_with_different_months_is_refused_with_the_unit(kind: str) -> None:
    first = followed_plan(followed([1]), unit="Cobros")
    other = followed_plan(followed([1]), unit="Aseo", first_month="2027-07")
    with pytest.raises(UnreadableError) as told:
        document(kind, first, other)
    assert str(told.value) == (
        "El plan de “Aseo” va de julio de 2027 a junio de 2028 y el de “Cobros” va de enero a "
        "diciembre de 2027: no caben en el mismo informe. Corrija el primer mes del que esté mal "
        "o lleve cada plan a un archivo propio."
    )
