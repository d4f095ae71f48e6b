"""The disk is full, another program writes, the file is replaced: told, and nothing is lost."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from refusing import refusal
from version_1 import RELEASED

from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError, CannotSaveError
from poadesk.planfile.plan_file import PlanFile


@pytest.fixture
def plan_on_small_disk(plan_path: Path, small_disk: Path) -> Path:
    return Path(shutil.copy(plan_path, small_disk))


def test_an_old_file_on_a_full_disk_stays_as_it_was_and_can_be_read(small_disk: Path) -> None:
    path = Path(shutil.copy(RELEASED, small_disk))
    path.chmod(0o644)
    before, filler = path.read_bytes(), fill(small_disk)
    assert refusal(path).kind == "folder"
    assert path.read_bytes() == before
    with PlanFile.open(path, read_only=True) as file:
        assert file.read()[0].unit == "Biblioteca Municipal"
    filler.unlink()
    PlanFile.open(path).close()
    assert path.read_bytes() != before


def fill(folder: Path) -> Path:
    """Fill the disk to the last byte; delete the file to free it again."""
    filler = folder / "relleno"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    return filler


def write(file: PlanFile, text: str) -> None:
    with file.step("Escribir") as step:
        step.put("goal", "goal-1", text=text)


def text_of(file: PlanFile) -> str:
    return next(file.read()[0].goals()).text


def refused_edit(file: PlanFile, text: str = "nunca") -> str:
    """Write, and return the kind of refusal."""
    with pytest.raises(CannotSaveError) as caught:
        write(file, text)
    assert str(caught.value).endswith(".")
    return caught.value.kind


def test_on_a_full_disk_the_edit_is_refused_and_the_plan_is_as_before(
    plan_on_small_disk: Path, plan: Plan
) -> None:
    with PlanFile.open(plan_on_small_disk) as file:
        fill(plan_on_small_disk.parent)
        assert refused_edit(file, "x" * 100_000) == "full"
        assert refused_edit(file, "corto") == "full"
        assert file.read() == (plan,)
        assert len(file.journal.steps()) == 1
    with PlanFile.open(plan_on_small_disk) as file:
        assert file.read() == (plan,)


def test_when_the_disk_has_space_again_the_next_edit_is_saved(plan_on_small_disk: Path) -> None:
    with PlanFile.open(plan_on_small_disk) as file:
        filler = fill(plan_on_small_disk.parent)
        assert refused_edit(file, "x" * 100_000) == "full"
        filler.unlink()
        write(file, "con espacio")
        assert text_of(file) == "con espacio"
        assert file.journal.undo() is not None


def test_after_a_full_disk_a_writing_of_another_program_is_still_noticed(
    plan_on_small_disk: Path,
) -> None:
    with PlanFile.open(plan_on_small_disk) as file:
        filler = fill(plan_on_small_disk.parent)
        assert refused_edit(file, "x" * 100_000) == "full"
        filler.unlink()
        write_from_outside(plan_on_small_disk)
        assert refused_edit(file) == "changed"


def test_an_undo_on_a_full_disk_is_refused_and_can_be_tried_again(
    plan_on_small_disk: Path,
) -> None:
    with PlanFile.open(plan_on_small_disk) as file:
        write(file, "hecho")
        filler = fill(plan_on_small_disk.parent)
        with pytest.raises(CannotSaveError) as caught:
            file.journal.undo()
        assert caught.value.kind == "full"
        assert text_of(file) == "hecho"
        filler.unlink()
        assert file.journal.undo() is not None
        assert text_of(file) == "Cuidar cuarenta árboles"


def test_a_copy_to_a_full_disk_is_refused_and_leaves_nothing(
    plan_path: Path, small_disk: Path
) -> None:
    target = small_disk / "copia.sqlite"
    target.write_bytes(b"lo anterior")
    fill(small_disk)
    with PlanFile.open(plan_path) as file, pytest.raises(CannotSaveError):
        file.copy_to(target)
    assert target.read_bytes() == b"lo anterior"
    assert {entry.name for entry in small_disk.iterdir()} == {"copia.sqlite", "relleno"}


def test_backups_on_a_full_disk_do_not_keep_from_opening(
    plan_path: Path, small_disk: Path, plan: Plan
) -> None:
    fill(small_disk)
    with PlanFile.open(plan_path, backups=small_disk) as file:
        assert file.read() == (plan,)


def test_a_new_plan_on_a_full_disk_is_refused_and_leaves_nothing(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(CannotOpenError):
        PlanFile.create(small_disk / "nuevo.sqlite")
    assert [entry.name for entry in small_disk.iterdir()] == ["relleno"]


def test_a_plan_on_a_full_disk_can_be_opened(plan_on_small_disk: Path, plan: Plan) -> None:
    fill(plan_on_small_disk.parent)
    with PlanFile.open(plan_on_small_disk) as file:
        assert file.read() == (plan,)


def write_from_outside(path: Path) -> None:
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE goal SET text = 'de otro programa' WHERE id = 'goal-2'")
    other.close()


def test_what_another_program_wrote_meanwhile_is_not_overwritten(
    plan_path: Path, tmp_path: Path
) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "mía")
        write_from_outside(plan_path)
        assert refused_edit(file) == "changed"
        assert refused_edit(file) == "changed"
        with pytest.raises(CannotSaveError) as caught:
            file.journal.undo()
        assert caught.value.kind == "changed"
        file.copy_to(tmp_path / "a salvo.sqlite")
    with PlanFile.open(plan_path) as file:
        assert [goal.text for goal in file.read()[0].goals()] == ["mía", "de otro programa"]


def test_an_edit_while_another_program_is_writing_is_refused(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    with PlanFile.open(plan_path) as file:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE goal SET text = 'a medias'")
        assert refused_edit(file) == "changed"
        raw.execute("ROLLBACK")
        write(file, "ahora sí")
        assert text_of(file) == "ahora sí"


def test_a_program_that_only_reads_does_not_disturb(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    with PlanFile.open(plan_path) as file:
        assert raw.execute("SELECT count(*) FROM goal").fetchone() == (2,)
        write(file, "uno")
        write(file, "dos")
        assert text_of(file) == "dos"


def test_a_plan_that_was_replaced_underneath_is_told_and_can_be_saved_elsewhere(
    plan_path: Path, tmp_path: Path
) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "mía")
        newer = shutil.copy(plan_path, tmp_path / "nube.sqlite")
        os.replace(newer, plan_path)
        put_there = plan_path.read_bytes()
        assert refused_edit(file) == "changed"
        assert plan_path.read_bytes() == put_there
        file.copy_to(tmp_path / "a salvo.sqlite")
    with PlanFile.open(tmp_path / "a salvo.sqlite") as copy:
        assert text_of(copy) == "mía"


def test_a_plan_that_was_deleted_underneath_is_told_and_can_be_saved_elsewhere(
    plan_path: Path, tmp_path: Path
) -> None:
    with PlanFile.open(plan_path) as file:
        write(file, "mía")
        plan_path.unlink()
        assert refused_edit(file) == "changed"
        file.copy_to(plan_path)
    with PlanFile.open(plan_path) as copy:
        assert text_of(copy) == "mía"
