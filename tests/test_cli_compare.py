"""`poadesk compare`: what the order takes, writes and refuses."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from follow_up_plans import followed, followed_plan
from pypdf import PdfReader

from poadesk.cli import run
from poadesk.plan.frozen import frozen
from poadesk.plan.model import Delivery, Plan
from poadesk.planfile.plan_file import PlanFile


def of_unit(unit: str) -> Plan:
    made = followed_plan(followed([4, 4], [4], text="Visitar negocios"))
    return replace(made, unit=unit, place="Prueba")


FIRST = of_unit("Cobros")


def written(path: Path, *plans: Plan) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with(plans)
    return path


def kept(file: PlanFile, event: str, revision: int) -> None:
    """Keep the plan as it is now, as sending and approving do."""
    (current,) = file.read()
    with file.step("Entregar") as step:
        digest = step.keep(current)
        at = len(current.deliveries)
        told = Delivery(
            id=f"{event}-{revision}",
            position=at,
            event=event,
            revision=revision,
            at=f"2026-11-1{at} 08:20",
            digest=digest,
        )
        step.put_row(told, current.id)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan sent, changed and sent, approved, and changed again."""
    path = written(tmp_path / "cobros.sqlite", FIRST)
    with PlanFile.open(path) as file:
        kept(file, "sent", 1)
        for at, place in enumerate(("Santa Ana", "La Paz"), 2):
            with file.step("Escribir") as step:
                step.put("plan", FIRST.id, place=place)
            kept(file, "sent", at)
        kept(file, "approved", 3)
        with file.step("Escribir") as step:
            step.put("plan", FIRST.id, place="Aquí")
    return path


def compared(file: Path, target: Path, *more: str) -> list[tuple[str, str]]:
    assert run(["compare", str(file), "-o", str(target), *more]) == 0
    document = json.loads(target.read_text("utf-8"))
    found = [one for section in document["sections"] for one in section["differences"]]
    return [(one["old_words"], one["new_words"]) for one in found]


def test_without_an_option_the_approved_revision_is_compared(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "c.json"
    assert compared(file, target) == [("La Paz", "Aquí")]
    document = json.loads(target.read_text("utf-8"))
    assert document["old"]["name"] == "3.ª revisión, aprobada el 13 nov 2026"


@pytest.mark.parametrize(
    ("asked", "place"), [("1", "Prueba"), ("2", "Santa Ana"), ("approved", "La Paz")]
)
def test_any_kept_revision_can_be_asked_for(
    asked: str, place: str, file: Path, tmp_path: Path
) -> None:
    assert compared(file, tmp_path / "c.json", "--old", asked) == [(place, "Aquí")]


def test_another_file_can_be_compared(file: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "otro.sqlite", replace(FIRST, place="Aquí", unit="Cobros y Mora"))
    found = compared(file, tmp_path / "c.json", "--with", str(other))
    assert found == [("Cobros", "Cobros y Mora")]


def test_the_comparison_is_written_as_a_paper_and_changes_no_file(
    file: Path, tmp_path: Path
) -> None:
    before = file.read_bytes()
    assert run(["compare", str(file), "-o", str(tmp_path / "c.pdf")]) == 0
    words = PdfReader(tmp_path / "c.pdf").pages[0].extract_text()
    assert "3.ª revisión, aprobada el 13 nov 2026" in words
    assert "Aquí" in words
    assert file.read_bytes() == before


def test_a_unit_of_a_file_of_several_has_to_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several = written(tmp_path / "varios.sqlite", FIRST, of_unit("Mercados"))
    other = written(tmp_path / "otro.sqlite", replace(FIRST, place="Allá"))
    orders = ["compare", str(several), "--with", str(other), "-o", str(tmp_path / "c.json")]
    assert run(orders) == 2
    assert "--unit" in capsys.readouterr().err
    assert compared(several, tmp_path / "c.json", "--with", str(other), "--unit", "cobros") == [
        ("Prueba", "Allá")
    ]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--old", "9"], "No hay una revisión 9. Las que hay: 1, 2, 3."),
        (["--old", "primera"], "“primera” no es una revisión"),
        (["--with", "falta.sqlite"], "falta.sqlite"),
        (["--unit", "Parques"], "no tiene ninguna unidad “Parques”"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(
    more: list[str],
    sentence: str,
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "c.json"
    assert run(["compare", str(file), "-o", str(target), *more]) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1
    assert not target.exists()


def test_a_kept_revision_that_was_changed_outside_is_refused_and_reports_go_without_it(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = sqlite3.connect(file)
    raw.execute("UPDATE kept_revision SET content = ?", [frozen(replace(FIRST, place="Otro"))])
    raw.commit()
    raw.close()
    assert run(["compare", str(file), "--old", "approved", "-o", str(tmp_path / "c.json")]) == 2
    told = capsys.readouterr().err
    assert "se cambió fuera de este programa" in told
    assert told.count("\n") == 1
    target = tmp_path / "r.json"
    assert run(["report", "ejecucion", str(file), "--until", "2027-02", "-o", str(target)]) == 0
    assert "approved" not in json.loads(target.read_text("utf-8"))


def test_a_plan_that_was_never_handed_over_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "nuevo.sqlite", FIRST)
    assert run(["compare", str(path), "-o", str(tmp_path / "c.pdf")]) == 2
    assert "todavía no se ha entregado" in capsys.readouterr().err


def test_a_name_that_tells_no_form_is_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", str(file), "-o", str(tmp_path / "c.docx")]) == 2
    assert "debe terminar en .pdf o .json" in capsys.readouterr().err
    assert run(["compare", str(file), "-o", str(file)]) == 2
    assert "es un plan y no se escribe encima" in capsys.readouterr().err
