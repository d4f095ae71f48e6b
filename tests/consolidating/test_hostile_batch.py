"""Harmful files among sound ones: each is refused by itself, and the office's file stays sound."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from handing_over import file_with, kinds, kit, of_units, receive, states, unit_plan
from hostile_files import HARMFUL, build, bytes_at, cut, sound_file

from poadesk.plan.frozen import digest
from poadesk.planfile.errors import RefusedFileError
from poadesk.planfile.received import read_received

MUTANTS = 300


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = file_with(tmp_path / "oficina" / "consolidado.sqlite", kit())
    receive(path, file_with(tmp_path / "cobros.sqlite", unit_plan("Cobros")))
    return path


def require_sound(office: Path) -> None:
    raw = sqlite3.connect(office)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_all_harmful_files_together_change_nothing(office: Path, tmp_path: Path) -> None:
    made = build(tmp_path / "dañinos")
    before = office.read_bytes()
    outcome = receive(office, *made.values())
    folder = made["folder"].name  # an empty folder is no file at all
    expected = {path.name: HARMFUL[wrong][1] for wrong, path in made.items()}
    assert kinds(outcome) == {**expected, folder: "missing"}
    assert outcome.accepted == ()
    assert office.read_bytes() == before


def test_sound_files_are_received_from_among_harmful_ones(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "entregas"
    file_with(folder / "aseo.sqlite", unit_plan("Aseo"))
    file_with(folder / "2026.sqlite", unit_plan("Turismo", year_label="2026"))
    for name, harm in (("cabecera", bytes_at(0, b"\xff")), ("mitad", cut)):
        harm(file_with(folder / f"{name}.sqlite", unit_plan(name)))
    outcome = receive(office, folder)
    assert states(outcome) == {"aseo.sqlite": "new"}
    assert kinds(outcome) == {
        "2026.sqlite": "other_year",
        "cabecera.sqlite": "not_a_plan",
        "mitad.sqlite": "damaged",
    }
    assert [plan.unit for plan in of_units(office)] == ["Aseo", "Cobros"]
    require_sound(office)


def test_a_folder_of_mutants_leaves_the_office_sound_and_other_plans_as_they_were(
    office: Path, tmp_path: Path
) -> None:
    chance = random.Random(5)
    sound = sound_file(tmp_path / "sano").read_bytes()
    folder = tmp_path / "mutantes"
    folder.mkdir()
    for number in range(MUTANTS):
        content = bytearray(sound)
        # In the last pages are the rows and their words.
        at = chance.randrange(len(content) * chance.choice((0, 3)) // 4, len(content))
        content[at] ^= 1 << chance.randrange(8)
        (folder / f"{number:03d}.sqlite").write_bytes(content)
    outcome = receive(office, folder)
    assert outcome.accepted
    assert outcome.rejected
    assert len(outcome.accepted) + len(outcome.rejected) >= MUTANTS
    by_id = {plan.id: plan for plan in of_units(office)}
    assert digest(by_id["Cobros plan"]) == digest(unit_plan("Cobros"))
    require_sound(office)


def test_the_office_file_is_read_by_its_own_guards_after_receiving(
    office: Path, tmp_path: Path
) -> None:
    receive(office, file_with(tmp_path / "aseo.sqlite", unit_plan("Aseo")))
    assert {plan.unit for plan in read_received(office).plans} == {"Aseo", "Cobros"}
    with pytest.raises(RefusedFileError):
        read_received(office.parent)
