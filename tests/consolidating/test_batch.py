"""A batch is all or nothing, tells how far it is, and leaves a way back."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from handing_over import file_with, kit, of_units, read, receive, sent, states, unit_plan

from poadesk.bench.many_files import hand_over
from poadesk.consolidating.batch import CancelledError, Progress
from poadesk.planfile.errors import CannotOpenError, CannotSaveError
from poadesk.planfile.plan_file import PlanFile

WRITTEN = Path("/proc/self/io")
UNITS = ("Aseo", "Catastro", "Cobros", "Turismo")


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    for unit in UNITS:
        file_with(tmp_path / "entregas" / f"{unit}.sqlite", unit_plan(unit))
    return tmp_path / "entregas"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = file_with(tmp_path / "oficina" / "consolidado.sqlite", kit())
    first = file_with(tmp_path / "primera.sqlite", sent(unit_plan("Catastro", "Antes"), 0))
    receive(path, first)
    return path


def test_the_batch_tells_each_file_before_it_is_read(office: Path, handed: Path) -> None:
    told: list[Progress] = []
    receive(office, handed, told=told.append)
    assert [(one.done, one.total, one.file) for one in told] == [
        (0, 4, "Aseo.sqlite"),
        (1, 4, "Catastro.sqlite"),
        (2, 4, "Cobros.sqlite"),
        (3, 4, "Turismo.sqlite"),
        (4, 4, ""),
    ]


@pytest.mark.parametrize("after", range(5))
def test_a_cancelled_batch_leaves_the_file_as_it_was(
    office: Path, handed: Path, after: int
) -> None:
    before = office.read_bytes()
    told: list[Progress] = []
    with pytest.raises(CancelledError):
        receive(office, handed, told=told.append, cancelled=lambda: len(told) >= after)
    assert office.read_bytes() == before
    assert os.listdir(office.parent) == [office.name]


def test_a_cancelled_batch_into_a_new_file_leaves_none(tmp_path: Path, handed: Path) -> None:
    told: list[Progress] = []
    new = tmp_path / "nuevo" / "consolidado.sqlite"
    new.parent.mkdir()
    with pytest.raises(CancelledError):
        receive(new, handed, told=told.append, cancelled=lambda: len(told) >= 3)
    assert os.listdir(new.parent) == []


def test_a_batch_without_any_plan_makes_no_file(tmp_path: Path) -> None:
    wrong = tmp_path / "carta.sqlite"
    wrong.write_text("Estimados señores:\n" * 20, encoding="utf-8")
    outcome = receive(tmp_path / "nuevo.sqlite", wrong)
    assert [one.kind for one in outcome.rejected] == ["not_a_plan"]
    assert os.listdir(tmp_path) == [wrong.name]


def test_an_error_in_the_middle_leaves_the_file_as_it_was(office: Path, handed: Path) -> None:
    class BrokenError(Exception):
        pass

    def break_off(progress: Progress) -> None:
        if progress.done == 3:
            raise BrokenError

    before = office.read_bytes()
    with pytest.raises(BrokenError):
        receive(office, handed, told=break_off)
    assert office.read_bytes() == before


def test_a_file_that_is_open_elsewhere_is_not_touched(office: Path, handed: Path) -> None:
    with PlanFile.open(office), pytest.raises(CannotOpenError) as caught:
        receive(office, handed)
    assert caught.value.kind == "in_use"


def test_the_file_before_the_batch_is_kept_as_a_copy(
    office: Path, handed: Path, tmp_path: Path
) -> None:
    before = read(office)
    outcome = receive(office, handed, copies=tmp_path / "copias")
    assert outcome.copy is not None
    assert read(outcome.copy) == before
    assert len(of_units(office)) == len(UNITS)


def test_steps_in_what_was_replaced_cannot_be_taken_back_but_later_ones_can(
    office: Path, handed: Path
) -> None:
    with PlanFile.open(office) as file:
        with file.step("Observar") as step:
            step.put("plan", "Catastro plan", state="observed")
        with file.step("Cambiar el material") as step:
            step.put("plan", "kit", title="Otro título")
    assert states(receive(office, handed))["Catastro.sqlite"] == "updated"
    with PlanFile.open(office) as file:
        assert [done.label for done in file.journal.steps()] == ["Cambiar el material"]
        file.journal.undo()
    assert read(office)[0].title == "Plan Operativo Anual"


def test_steps_beside_what_was_received_can_still_be_taken_back(office: Path, handed: Path) -> None:
    with PlanFile.open(office) as file, file.step("Cambiar el material") as step:
        step.put("plan", "kit", title="Otro título")
    receive(office, handed / "Turismo.sqlite")
    with PlanFile.open(office) as file:
        assert [done.label for done in file.journal.steps()] == ["Cambiar el material"]


def test_the_file_is_sound_after_many_batches(office: Path, handed: Path) -> None:
    for path in (*handed.iterdir(), handed):
        receive(office, path)
    raw = sqlite3.connect(office)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_an_unreadable_file_does_not_stop_the_others(office: Path, handed: Path) -> None:
    (handed / "Aseo.sqlite").write_bytes(b"")
    (handed / "Cobros.sqlite").write_bytes((handed / "Cobros.sqlite").read_bytes()[:5000])
    outcome = receive(office, handed)
    assert {one.file.name: one.kind for one in outcome.rejected} == {
        "Aseo.sqlite": "empty",
        "Cobros.sqlite": "damaged",
    }
    assert set(states(outcome)) == {"Catastro.sqlite", "Turismo.sqlite"}


def test_a_full_disk_is_told_and_the_file_stays_as_it_was(
    small_disk: Path, office: Path, tmp_path: Path
) -> None:
    target = Path(shutil.copy(office, small_disk))
    before = target.read_bytes()
    many = [unit_plan("Turismo", *(f"Tarea {n} " + "x" * 900 for n in range(900)))]
    with pytest.raises(CannotSaveError, match="No queda espacio") as caught:
        receive(target, file_with(tmp_path / "grande.sqlite", *many))
    assert caught.value.kind == "full"
    assert target.read_bytes() == before
    assert os.listdir(small_disk) == [target.name]


def test_a_full_disk_leaves_no_piece_of_a_new_file(small_disk: Path, tmp_path: Path) -> None:
    many = unit_plan("Turismo", *(f"Tarea {n} " + "x" * 900 for n in range(900)))
    with pytest.raises(CannotSaveError):
        receive(small_disk / "nuevo.sqlite", file_with(tmp_path / "grande.sqlite", many))
    assert os.listdir(small_disk) == []


def test_a_file_of_an_older_release_is_received_and_not_changed(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "planfile" / "files" / "version-1.sqlite"
    before = old.read_bytes()
    office = tmp_path / "nuevo.sqlite"
    assert states(receive(office, old)) == {old.name: "new"}
    assert [plan.unit for plan in of_units(office)] == ["Biblioteca Municipal"]
    assert old.read_bytes() == before


@pytest.mark.skipif(not WRITTEN.exists(), reason="this system does not tell what is written")
def test_a_batch_writes_little_more_than_the_file_that_comes_of_it(tmp_path: Path) -> None:
    hand_over(tmp_path / "entregas", 12, 1_200)
    before = written()
    receive(tmp_path / "consolidado.sqlite", tmp_path / "entregas")
    assert written() - before < 1.5 * (tmp_path / "consolidado.sqlite").stat().st_size


def written() -> int:
    """Return how many bytes this process has written so far, also to temporary files."""
    (found,) = re.findall(r"^wchar: (\d+)$", WRITTEN.read_text(), re.MULTILINE)
    return int(found)
