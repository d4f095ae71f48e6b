"""What was approved stands beside what is planned now and what was done."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

from follow_up_plans import action, followed, followed_plan
from openpyxl import load_workbook

from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.reports.approved import Three
from poadesk.plan.reports.execution import Execution, execution
from poadesk.plan.reports.kinds import EXECUTION, report_of
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.report_json import report_json
from poadesk.plan.reports.report_tables import tables_of
from poadesk.printing.report_workbook import build_report_workbook

STAYS = followed([10, 20, 30], [10, 15], text="Visitar")
CHANGES = followed([1, 1, 1], [1], text="Capacitar", unit_of_measure="taller")
CHANGED = replace(
    followed([1, 0, 0, 4], [1], text="Capacitar", unit_of_measure="taller"), id=CHANGES.id
)
GOES, COMES = followed([5], text="Pintar"), followed({6: 7}, text="Sembrar")
THEN = followed_plan(action(STAYS, CHANGES, GOES))
NOW = replace(followed_plan(action(STAYS, CHANGED, COMES)), id=THEN.id)


def against(
    now: Plan = NOW, then: Plan | None = THEN, until: str = "2027-05", group: str = "quarter"
) -> Execution:
    approved = {then.id: then} if then is not None else {}
    return execution([now], period_of([now], until), group, approved)


def test_each_activity_says_whether_it_is_as_it_was_approved() -> None:
    changes = {row.activity: row.change for row in against().approved}
    assert changes == {
        "Visitar": "same",
        "Capacitar": "changed",
        "Sembrar": "new",
        "Pintar": "gone",
    }


def test_a_quarter_has_what_was_approved_what_is_planned_and_what_was_done() -> None:
    rows = {row.activity: row for row in against().approved}
    assert rows["Visitar"].groups[0] == Three(60_000, 60_000, 25_000)
    assert rows["Capacitar"].groups == (Three(3_000, 1_000, 1_000), Three(0, 4_000, None))
    assert rows["Capacitar"].year == Three(3_000, 5_000, 1_000)


def test_what_is_not_in_one_of_the_plans_is_unknown_there_and_not_nothing() -> None:
    rows = {row.activity: row for row in against().approved}
    assert rows["Sembrar"].year == Three(None, 7_000, None)
    assert rows["Pintar"].year == Three(5_000, None, None)


def test_months_stand_by_themselves_too_and_done_ends_at_the_cut_off() -> None:
    months = next(row for row in against(until="2027-01").approved if row.activity == "Visitar")
    assert [one.approved for one in months.months[:4]] == [10_000, 20_000, 30_000, 0]
    assert [one.done for one in months.months[:2]] == [10_000, None]


def test_an_activity_that_was_moved_to_another_goal_is_the_same() -> None:
    moved = replace(followed_plan(action(CHANGES, GOES), action(STAYS, code="AEI.02")), id=THEN.id)
    assert {row.change for row in against(moved).approved} == {"same"}


def test_an_activity_that_is_no_longer_active_counts_as_gone() -> None:
    quiet = replace(STAYS, active=0)
    plan = replace(followed_plan(action(quiet, CHANGES, GOES)), id=THEN.id)
    changes = {row.activity: row.change for row in against(plan).approved}
    assert changes["Visitar"] == "gone"


def test_without_an_approval_nothing_is_said_of_it() -> None:
    report = against(then=None)
    assert report.approved == ()
    assert len(tables_of(report, profile_of("poi"))) == 1
    assert "approved" not in json.loads(report_json(report))


def test_only_plans_that_were_approved_are_in_the_table() -> None:
    other = followed_plan(followed([1]), unit="Otra")
    report = execution([NOW, other], period_of([NOW], "2027-05"), "quarter", {THEN.id: THEN})
    assert {row.unit for row in report.approved} == {"Cobros"}
    assert len(report.rows) == 4


def test_the_table_closes_with_its_sums_and_leads_to_what_is_there() -> None:
    _, table = tables_of(against(), profile_of("poi"))
    assert table.closing is not None
    assert table.closing.values[-3:] == (68_000, 72_000, 26_000)
    leads = {line.values[2]: bool(line.row_id) for line in table.lines}
    assert leads == {"Visitar": True, "Capacitar": True, "Sembrar": True, "Pintar": False}
    assert [column.band for column in table.columns[5:]] == [
        *["I TRIM."] * 3,
        *["II TRIM."] * 3,
        *["TODO EL AÑO"] * 3,
    ]


def test_json_and_workbook_have_it_too() -> None:
    report = report_of(EXECUTION, [NOW], "2027-05", date(2027, 6, 1), "quarter", {THEN.id: THEN})
    found = json.loads(report_json(report))["approved"]
    assert found[1]["change"] == "changed"
    assert found[1]["year"] == {"approved": 3, "current": 5, "done": 1}
    book = load_workbook(io.BytesIO(build_report_workbook(report, [NOW])))
    assert book.sheetnames == ["Ejecución", "Frente a lo aprobado", "Notas"]
    texts = [cell.value for row in book["Frente a lo aprobado"].iter_rows() for cell in row]
    assert {"Igual", "Cambió", "Nueva", "Se quitó"} <= set(texts)
