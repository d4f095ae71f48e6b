"""A file of the first release opens in this one, and nothing that was in it is lost on the way."""

import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from refusing import contents, refusal
from rollback_journal import leave_rollback_journal
from version_1 import RELEASED, insert, keep_step, new_file, rows_in, version_in

from poadesk.plan.model import Plan, declared_fields
from poadesk.planfile.connecting import connect
from poadesk.planfile.database import Database
from poadesk.planfile.plan_file import COPIES_BESIDE, PlanFile
from poadesk.planfile.schema import MIGRATIONS, migrate

NEWEST = len(MIGRATIONS)
KILLS = 60
LIMITS = {
    "red_below_hundredths": 7500,
    "green_above_hundredths": 9500,
    "efficacy_cut_hundredths": 7500,
    "cause_below_hundredths": 7500,
    "recording_months": 1,
    "recorded_months": "all",
    "role": "plan",
    "kit_id": "",
    "kit_version": 0,
    "due_on": "",
}
NEW_TABLES = (
    "deviation",
    "goal_comment",
    "objective_comment",
    "remark",
    "delivery",
    "kit_part",
    "catalogue_item",
    "kept_revision",
)


@pytest.fixture
def old_path(tmp_path: Path) -> Path:
    """A copy of the file that the first release wrote, alone in its folder."""
    folder = tmp_path / "viejo"
    folder.mkdir()
    path = Path(shutil.copy(RELEASED, folder))
    path.chmod(0o644)
    return path


def migrated(path: Path) -> None:
    PlanFile.open(path).close()


def test_every_row_is_the_same_in_the_new_tables_and_the_rest_is_what_is_usual(
    old_path: Path,
) -> None:
    before = rows_in(old_path)
    migrated(old_path)
    assert version_in(old_path) == NEWEST
    after = rows_in(old_path)
    for row in before["plan"].values():
        row.update(LIMITS)
    new = {name: after.pop(name) for name in NEW_TABLES}
    assert after == before
    assert new == {name: {} for name in NEW_TABLES}


def test_what_is_usual_in_the_tables_is_what_is_usual_in_the_model() -> None:
    fresh = Plan(id="p")
    assert {name: getattr(fresh, name) for name in LIMITS} == LIMITS
    assert set(LIMITS) < set(declared_fields("plan"))


def test_an_old_file_that_is_only_read_is_not_changed(old_path: Path) -> None:
    before = contents(old_path.parent)
    with PlanFile.open(old_path, read_only=True) as file:
        read = file.read()
        steps = file.journal.steps()
        assert contents(old_path.parent) == before
    assert contents(old_path.parent) == before
    with PlanFile.open(old_path) as file:
        assert file.read() == read
        assert file.journal.steps() == steps


def test_an_old_file_is_read_where_nobody_may_write(old_path: Path) -> None:
    old_path.chmod(0o444)
    old_path.parent.chmod(0o555)
    try:
        with PlanFile.open(old_path, read_only=True) as file:
            assert file.read()[0].unit == "Biblioteca Municipal"
    finally:
        old_path.parent.chmod(0o755)


def test_a_copy_of_an_old_file_that_is_only_read_is_a_whole_plan(old_path: Path) -> None:
    target = old_path.with_name("copia.sqlite")
    with PlanFile.open(old_path, read_only=True) as file:
        file.copy_to(target)
        with PlanFile.open(target) as copy:
            assert copy.read() == file.read()


def test_an_old_file_is_copied_beside_it_where_no_other_folder_is_named(old_path: Path) -> None:
    before = rows_in(old_path)
    migrated(old_path)
    (backup,) = (old_path.parent / COPIES_BESIDE).rglob("*.sqlite")
    assert version_in(backup) == 1
    assert rows_in(backup) == before
    migrated(old_path)
    assert len(list((old_path.parent / COPIES_BESIDE).rglob("*.sqlite"))) == 1


def test_the_backup_of_an_old_file_is_the_old_file(old_path: Path, tmp_path: Path) -> None:
    before, folder = rows_in(old_path), tmp_path / "respaldos"
    with PlanFile.open(old_path, backups=folder) as file:
        (backup,) = folder.rglob("*.sqlite")
        with file.step("Escribir") as step:
            step.put("plan", file.read()[0].id, unit="Otra", red_below_hundredths=6000)
    assert version_in(backup) == 1
    assert rows_in(backup) == before
    kept = backup.read_bytes()
    with PlanFile.open(backup, read_only=True) as file:
        assert file.read()[0].unit == "Biblioteca Municipal"
    assert backup.read_bytes() == kept


PLAN_1 = {"id": "p1", "position": 0, "unit": "Mercados", "first_month": "2027-01"}
PLAN_2 = {"id": "p2", "position": 1, "unit": "Catastro", "first_month": "2027-01", "state": "draft"}


@pytest.fixture
def with_steps(tmp_path: Path) -> Path:
    """A file of version 1 in which a plan was made, a second one renamed, and then deleted."""
    path = tmp_path / "pasos.sqlite"
    raw = new_file(path)
    insert(raw, "plan", **PLAN_1)
    keep_step(raw, 1, ("plan", "p2", None, {**PLAN_2, "unit": "Archivo"}))
    keep_step(raw, 2, ("plan", "p2", {"unit": "Archivo"}, {"unit": "Catastro"}))
    keep_step(raw, 3, ("plan", "p2", PLAN_2, None))
    raw.close()
    return path


def units(file: PlanFile) -> list[str]:
    return [plan.unit for plan in file.read()]


def test_steps_from_before_are_taken_back_and_done_again(with_steps: Path) -> None:
    with PlanFile.open(with_steps) as file:
        states = [units(file)]
        while file.journal.undo():
            states.append(units(file))
        assert states == [
            ["Mercados"],
            ["Mercados", "Catastro"],
            ["Mercados", "Archivo"],
            ["Mercados"],
        ]
        again = [units(file)]
        while file.journal.redo():
            again.append(units(file))
        assert again == states[::-1]


def test_a_plan_that_was_deleted_before_comes_back_with_the_usual_limits(with_steps: Path) -> None:
    with PlanFile.open(with_steps) as file:
        file.journal.undo()
        back = file.read()[1]
        assert {name: getattr(back, name) for name in LIMITS} == LIMITS


def test_steps_of_both_versions_are_taken_back_one_after_the_other(with_steps: Path) -> None:
    with PlanFile.open(with_steps) as file:
        file.journal.undo()
        with file.step("Límite") as step:
            step.put("plan", "p2", red_below_hundredths=5000, recorded_months="planned")
        with file.step("Borrar") as step:
            step.delete_tree(file.read()[1])
        edited = rows_in(with_steps)["plan"]
        for _ in range(2):
            file.journal.undo()
        assert file.read()[1].red_below_hundredths == 7500
        file.journal.undo_until(0)
        assert units(file) == ["Mercados"]
        while file.journal.redo():
            pass
        assert rows_in(with_steps)["plan"] == edited


def do_half_and_fail(db: Database) -> None:
    MIGRATIONS[1](db)
    db.execute("INSERT INTO no_such_table VALUES (1)")


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(old_path: Path) -> None:
    before = contents(old_path.parent)
    db = connect(old_path, "rw")
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, 1, (MIGRATIONS[0], do_half_and_fail))
    db.close()
    assert contents(old_path.parent) == before
    migrated(old_path)


def test_a_migration_cut_short_by_a_power_cut_is_taken_back_and_done_again(old_path: Path) -> None:
    old, before = old_path.read_bytes(), rows_in(old_path)
    migrated(old_path)
    leave_rollback_journal(old_path, old)
    assert version_in(old_path) == NEWEST
    assert refusal(old_path, read_only=True).kind == "read_only"
    with PlanFile.open(old_path) as file:
        assert file.read()[0].unit == "Biblioteca Municipal"
    assert rows_in(old_path)["activity"] == before["activity"]
    assert version_in(old_path) == NEWEST


OPEN_AND_BE_KILLED = """
import os, signal, sys, time
from pathlib import Path
from poadesk.planfile.plan_file import COPIES_BESIDE, PlanFile
first, timed, *paths = map(Path, sys.argv[1:])
PlanFile.open(first).close()  # loads what is loaded late
began = time.perf_counter()
PlanFile.open(timed).close()
usual = time.perf_counter() - began
for number, path in enumerate(paths, 1):
    child = os.fork()
    if not child:
        PlanFile.open(path).close()
        os._exit(0)
    time.sleep(2 * usual * number / len(paths))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


def test_a_kill_while_an_old_file_is_opened_leaves_a_whole_plan(tmp_path: Path) -> None:
    paths = [tmp_path / f"plan {number}.sqlite" for number in range(KILLS)]
    random.Random(2027).shuffle(paths)
    for path in paths:
        shutil.copy(RELEASED, path)
        path.chmod(0o644)
    subprocess.run([sys.executable, "-c", OPEN_AND_BE_KILLED, *map(str, paths)], check=True)
    for path in paths:
        with PlanFile.open(path) as file:
            assert file.read()[0].unit == "Biblioteca Municipal"
        assert version_in(path) == NEWEST
