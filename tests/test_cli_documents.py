"""`poadesk documents`, and that no order takes the office's material for the plan of a unit."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from office_plans import UNITS, kit, office
from openpyxl import load_workbook
from pypdf import PdfReader

from poadesk.cli import run
from poadesk.plan.plan_json import from_json
from poadesk.planfile.plan_file import PlanFile

NAME = "NO ES UNIDAD"


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    first, *plans = office(UNITS[:2])
    return written(tmp_path / "Consolidado.sqlite", replace(first, unit=NAME), *plans)


def written(path: Path, *plans) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with(plans)
    return path


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["consolidated"], "Alumbrado Público"),
        (["consolidated", "--by", "line", "--paper", "oficio"], "Línea estratégica 1"),
        (["consolidated", "--by", "objective", "--marks", "x"], "Objetivo"),
        (["schedule"], "Cronograma general"),
        (["units"], "Unidades y su estado"),
    ],
)
def test_each_document_is_written_as_a_paper(office_file, tmp_path, words, title):
    target = tmp_path / "documento.pdf"
    kind, *options = words
    assert run(["documents", kind, str(office_file), *options, "-o", str(target)]) == 0
    assert title in text_of(target)
    assert NAME not in text_of(target)


@pytest.mark.parametrize("kind", ["consolidated", "schedule", "units"])
def test_each_document_is_written_as_a_workbook(office_file, tmp_path, kind):
    target = tmp_path / "documento.XLSX"
    assert run(["documents", kind, str(office_file), "-o", str(target)]) == 0
    rows = [
        row
        for sheet in load_workbook(BytesIO(target.read_bytes()))
        for row in sheet.iter_rows(values_only=True)
    ]
    assert UNITS[0] in str(rows)
    assert NAME not in str(rows)


def test_the_approved_units_alone_are_written_when_so_asked(office_file, tmp_path, capsys):
    target = tmp_path / "aprobado.pdf"
    words = ["documents", "units", str(office_file), "--units", "approved", "-o", str(target)]
    assert run(words) == 0
    assert UNITS[1] in text_of(target)
    assert UNITS[0] not in text_of(target)
    assert "Mercados" not in text_of(target)
    first, draft, _ = office(UNITS[:2])
    words[2] = str(written(tmp_path / "Sin aprobar.sqlite", first, draft))
    assert run(words) == 2
    said = "En “Sin aprobar.sqlite” todavía no hay ningún plan aprobado: quite --units.\n"
    assert capsys.readouterr().err == said


def test_another_ending_is_refused_in_one_sentence(office_file, tmp_path, capsys):
    target = tmp_path / "documento.docx"
    assert run(["documents", "units", str(office_file), "-o", str(target)]) == 2
    said = capsys.readouterr().err
    assert said == "“documento.docx” debe terminar en .pdf o .xlsx para saber qué hacer.\n"
    assert not target.exists()


def test_the_office_file_is_never_written_over(office_file, capsys):
    before = office_file.read_bytes()
    assert run(["documents", "units", str(office_file), "-o", str(office_file)]) == 2
    assert office_file.read_bytes() == before
    assert "no se escribe encima" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["documents", "consolidated", "{}", "-o", "a.pdf"],
        ["documents", "units", "{}", "-o", "a.xlsx"],
        ["print", "{}", "-o", "a.pdf"],
        ["check", "{}"],
        ["report", "ejecucion", "{}", "--until", "2027-06", "-o", "a.pdf"],
        ["export", "{}", "-o", "a.xlsx"],
    ],
)
def test_the_material_alone_is_no_plan_to_work_on(tmp_path, capsys, words, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = written(tmp_path / "Material.sqlite", kit())
    assert run([word.replace("{}", str(file)) for word in words]) == 2
    said = capsys.readouterr()
    assert "ninguna unidad" in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert list(tmp_path.glob("a.*")) == []


def test_the_material_is_neither_printed_nor_checked_nor_reported(office_file, tmp_path, capsys):
    paper, report = tmp_path / "planes.pdf", tmp_path / "informe.json"
    assert run(["print", str(office_file), "-o", str(paper)]) == 0
    assert NAME not in text_of(paper)
    run(["check", str(office_file)])
    assert NAME not in capsys.readouterr().out
    for kind in ("ejecucion", "seguimiento", "evaluacion"):
        words = ["report", kind, str(office_file), "--until", "2027-06", "-o"]
        assert run([*words, str(report)]) == 0
        assert NAME not in report.read_text(encoding="utf-8")
        for ending in (".pdf", ".xlsx"):
            assert run([*words, str(report.with_suffix(ending))]) == 0


def test_the_json_of_a_file_carries_the_material_too(office_file, tmp_path):
    target = tmp_path / "todo.json"
    assert run(["export", str(office_file), "-o", str(target)]) == 0
    assert [plan.role for plan in from_json(target.read_bytes())] == ["kit", "plan", "plan"]
    assert len(json.loads(target.read_bytes())["plans"]) == 3


def test_the_help_is_in_spanish(capsys):
    assert run(["documents", "--help"]) == 0
    said = capsys.readouterr().out
    assert "cronograma general" in said
    assert "usage" not in said
