"""`poadesk report`: what the order takes, writes and refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from follow_up_plans import followed, followed_plan
from openpyxl import load_workbook
from pypdf import PdfReader

from poadesk.__main__ import main
from poadesk.cli import run
from poadesk.consolidating.approving import approve
from poadesk.planfile.plan_file import PlanFile

# Follows an order, and tells each time that a file of that name is opened.
WATCHED = """
import sys
from poadesk.__main__ import main

def watch(event, told):
    if event == "sqlite3.connect" and "plan.sqlite" in str(told[0]):
        print("opened")

sys.addaudithook(watch)
sys.exit(main(sys.argv[1:]))
"""
KINDS = ("ejecucion", "seguimiento", "evaluacion")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.sqlite"
    with PlanFile.create(path) as made:
        made.begin_with([followed_plan(followed([4, 4], [4], text="Visitar negocios"))])
    return path


def report(file: Path, kind: str, target: Path, *more: str) -> int:
    return run(["report", kind, str(file), "--until", "2027-02", "-o", str(target), *more])


@pytest.mark.parametrize("kind", KINDS)
def test_each_report_is_written_in_three_forms(kind: str, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    assert report(file, kind, tmp_path / "r.json") == 0
    assert report(file, kind, tmp_path / "r.xlsx") == 0
    assert report(file, kind, tmp_path / "r.pdf") == 0
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert load_workbook(tmp_path / "r.xlsx").sheetnames[-1] == "Notas"
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages)
    assert "Cobros" in words or "OEI.01" in words
    assert file.read_bytes() == before


def test_the_plans_and_what_was_approved_are_read_from_a_file_that_is_opened_once(
    file: Path, tmp_path: Path
) -> None:
    order = ["report", "ejecucion", str(file), "--until", "2027-02", "-o", str(tmp_path / "r.json")]
    done = subprocess.run([sys.executable, "-c", WATCHED, *order], capture_output=True, check=True)
    assert done.stdout.split() == [b"opened"]


@pytest.mark.parametrize(("today", "progress"), [("2027-03-31", 50), ("2027-04-01", "S.I.")])
def test_the_day_of_the_report_is_an_argument(
    today: str, progress: object, file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "r.json"
    assert report(file, "seguimiento", target, "--today", today) == 0
    assert json.loads(target.read_text("utf-8"))["rows"][0]["progress"] == progress


def test_the_execution_can_be_grouped_by_half_years(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    assert report(file, "ejecucion", target, "--by", "half") == 0
    assert json.loads(target.read_text("utf-8"))["total"]["quarters"] == [{"planned": 8, "done": 4}]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--until", "2028-01"], "El corte 2028-01 no cae en el año del plan"),
        (["--until", "enero"], "se escribe con año y número"),
        (["--today", "ayer"], "el día se escribe con números"),
    ],
)
def test_a_wrong_month_or_day_is_refused_in_one_sentence(
    options: list[str],
    sentence: str,
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "r.json"
    assert report(file, "seguimiento", target, *options) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    assert not target.exists()


def test_another_ending_is_refused_and_a_plan_is_never_written_over(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(file, "ejecucion", tmp_path / "r.docx") == 2
    assert "debe terminar en .pdf, .xlsx o .json" in capsys.readouterr().err
    before = file.read_bytes()
    assert report(file, "ejecucion", file) == 2
    assert file.read_bytes() == before


def test_an_unknown_report_names_the_three(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(file, "resumen", tmp_path / "r.json") == 2
    error = capsys.readouterr().err
    assert all(kind in error for kind in KINDS)


def test_an_approved_plan_is_held_against_what_it_is_now(tmp_path):
    path, target = tmp_path / "plan.sqlite", tmp_path / "ejecucion.json"
    assert main(["example", str(path)]) == 0
    with PlanFile.open(path) as file:
        (plan,) = file.read()
        with file.step("Aprobar") as step:
            approve(step, plan, datetime(2026, 11, 24, 8, 5))
        gone = next(plan.activities())
        with file.step("Borrar") as step:
            step.delete_tree(gone)
    order = ["report", "ejecucion", str(path), "--until", "2027-06", "-o", str(target)]
    assert main(order) == 0
    found = json.loads(target.read_text(encoding="utf-8"))["approved"]
    assert [one["activity"] for one in found if one["change"] == "gone"] == [gone.text]
    assert {one["change"] for one in found} == {"same", "gone"}
