"""One writer at a time: who has the plan open is told, and a dead program keeps nobody out."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from refusing import contents, refusal

from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.lock import FileLock
from poadesk.planfile.plan_file import PlanFile

HOLD_OPEN = """
import sys
from pathlib import Path
from poadesk.planfile.plan_file import PlanFile
file = PlanFile.open(Path(sys.argv[1]))
print("abierto", flush=True)
sys.stdin.read()
"""


@contextmanager
def opened_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "abierto\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_plan_open_in_another_program_names_the_person_and_the_computer(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "marta.rivas")
    with opened_elsewhere(plan_path):
        found = refusal(plan_path)
    assert found.kind == "in_use"
    assert "marta.rivas" in str(found)
    assert os.uname().nodename in str(found)


def test_a_plan_open_in_another_program_can_be_read(plan_path: Path, plan: Plan) -> None:
    with opened_elsewhere(plan_path), PlanFile.open(plan_path, read_only=True) as file:
        assert file.read() == (plan,)


def test_a_plan_open_in_this_program_is_not_opened_twice(plan_path: Path) -> None:
    with PlanFile.open(plan_path):
        assert refusal(plan_path).kind == "in_use"
    PlanFile.open(plan_path).close()


def test_a_strange_lock_file_of_somebody_is_told_without_a_name(plan_path: Path) -> None:
    with PlanFile.open(plan_path):
        lock = next(entry for entry in plan_path.parent.iterdir() if entry != plan_path)
        lock.write_bytes(b" " + b"[" * 3000)
        assert refusal(plan_path).kind == "in_use"


def test_what_a_killed_program_leaves_behind_is_held_by_nobody(plan_path: Path) -> None:
    lock = FileLock(plan_path)
    assert not lock.is_held()
    with opened_elsewhere(plan_path) as process:
        assert lock.is_held()
        process.kill()
        process.wait()
        assert lock.path.exists()
        assert not lock.is_held()
    PlanFile.open(plan_path).close()  # to ask did not take it


def test_the_lock_of_a_killed_program_is_taken_over(plan_path: Path, plan: Plan) -> None:
    with opened_elsewhere(plan_path) as process:
        process.kill()
        process.wait()
        assert len(contents(plan_path.parent)) == 2
        with PlanFile.open(plan_path) as file:
            assert file.read() == (plan,)
    assert list(contents(plan_path.parent)) == [plan_path.name]


def test_a_lock_that_is_a_link_does_not_overwrite_what_it_points_to(
    plan_path: Path, tmp_path: Path
) -> None:
    precious = tmp_path / "fotos.txt"
    precious.write_text("recuerdos")
    plan_path.with_name(f".{plan_path.name}.abierto").symlink_to(precious)
    with pytest.raises(CannotOpenError):
        PlanFile.open(plan_path)
    assert precious.read_text() == "recuerdos"


def test_a_plan_that_another_program_is_writing_is_in_use_and_not_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("BEGIN EXCLUSIVE")
    found = refusal(plan_path, read_only=True)
    assert found.kind == "in_use"
    assert refusal(plan_path).kind == "in_use"
