"""`poadesk consolidate`: what the order takes, writes, tells and refuses."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from handing_over import file_with, read, unit_plan

from poadesk.cli import run
from poadesk.plan.office import kit_of, plans_of_units
from poadesk.plan.verification import verification_code


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path / "consolidado.sqlite"


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    folder = tmp_path / "entregas"
    for name in ("Catastro", "Cobros"):
        file_with(folder / f"{name}.sqlite", unit_plan(name))
    return folder


def test_a_folder_becomes_a_new_file_of_the_office(
    office: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["consolidate", str(office), str(handed)]) == 0
    plans = read(office)
    assert kit_of(plans) is not None
    assert [one.unit for one in plans_of_units(plans)] == ["Catastro", "Cobros"]
    words = capsys.readouterr().out
    assert words.startswith("Nuevos (2)\n  - Catastro, revisión 1, código ")
    assert verification_code(plans[1]) in words


def test_the_json_tells_every_file_with_its_unit_state_and_reason(
    office: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = handed / "carta.sqlite"
    letter.write_text("Estimados señores:\n" * 20, encoding="utf-8")
    assert run(["consolidate", str(office), str(handed), "--json"]) == 1
    found = told(capsys)
    assert set(found) == {"accepted", "rejected"}
    assert [(one["file"], one["unit"], one["state"]) for one in found["accepted"]] == [
        (str(handed / "Catastro.sqlite"), "Catastro", "new"),
        (str(handed / "Cobros.sqlite"), "Cobros", "new"),
    ]
    assert all(one["notes"] == [] for one in found["accepted"])
    assert [one["file"] for one in found["rejected"]] == [str(letter)]
    assert "no es un plan" in str(found["rejected"][0]["reason"])


def test_the_same_order_again_changes_nothing(
    office: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["consolidate", str(office), str(handed)])
    before = read(office)
    capsys.readouterr()
    assert run(["consolidate", str(office), str(handed), "--json"]) == 0
    assert [one["state"] for one in told(capsys)["accepted"]] == ["unchanged", "unchanged"]
    assert read(office) == before


def test_an_older_file_is_told_and_taken_only_when_asked(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = unit_plan("Catastro")
    old = file_with(tmp_path / "viejo.sqlite", first)
    new = file_with(tmp_path / "nuevo.sqlite", replace(first, revision=2, title="POA corregido"))
    run(["consolidate", str(office), str(new)])
    capsys.readouterr()
    assert run(["consolidate", str(office), str(old), "--json"]) == 1
    (entry,) = told(capsys)["accepted"]
    assert (entry["state"], entry["taken"]) == ("older", False)
    assert entry["notes"]
    assert read(office)[1].title == "POA corregido"
    assert run(["consolidate", str(office), str(old), "--json", "--take-older"]) == 1
    assert told(capsys)["accepted"][0]["taken"]
    assert read(office)[1].title == first.title


def test_a_plan_of_another_year_is_rejected_with_both_years(
    office: Path, tmp_path: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["consolidate", str(office), str(handed)])
    capsys.readouterr()
    old = file_with(tmp_path / "2026.sqlite", unit_plan("Aseo", year_label="2026"))
    assert run(["consolidate", str(office), str(old)]) == 1
    words = capsys.readouterr().out
    assert "No se recibieron (1)" in words
    assert "2026" in words
    assert "2027" in words


def test_nothing_but_rejected_files_makes_no_file(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["consolidate", str(office), str(tmp_path / "no está.sqlite"), "--json"]) == 1
    assert told(capsys)["accepted"] == []
    assert not office.exists()


def test_the_file_of_a_unit_is_no_file_of_the_office(
    tmp_path: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = file_with(tmp_path / "aseo.sqlite", unit_plan("Aseo"))
    before = own.read_bytes()
    assert run(["consolidate", str(own), str(handed)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert "es el plan de una unidad" in captured.err
    assert own.read_bytes() == before


def test_a_target_that_is_no_plan_is_left_alone(
    tmp_path: Path, handed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "carta.sqlite"
    letter.write_text("Estimados señores:\n" * 20, encoding="utf-8")
    before = letter.read_bytes()
    assert run(["consolidate", str(letter), str(handed)]) == 2
    assert "no es un plan" in capsys.readouterr().err
    assert letter.read_bytes() == before


def test_without_files_the_order_says_what_is_missing(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["consolidate", str(office)]) == 2
    assert "ARCHIVO_O_CARPETA" in capsys.readouterr().err


def test_the_help_is_in_spanish(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["consolidate", "--help"]) == 0
    words = capsys.readouterr().out
    assert "toma también un plan más antiguo" in words
    assert "Junta los planes de las unidades en un archivo." in words


def test_words_that_steer_a_terminal_and_odd_names_are_told_plainly(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / os.fsdecode(b"a\xf1o.sqlite")
    file_with(path, unit_plan("Aseo\x1b[31m", key="aseo"))
    assert run(["consolidate", str(office), str(path)]) == 0
    words = capsys.readouterr().out
    assert "\x1b" not in words
    assert "Aseo [31m" in words
    assert run(["consolidate", str(office), str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["accepted"][0]["file"].endswith("a\ufffdo.sqlite")
