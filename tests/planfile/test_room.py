"""More plans than memory holds are refused with a sentence, and can still be read one by one."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from refusing import contents, refusals, require_plain_spanish

from poadesk.plan.model import Plan
from poadesk.planfile import room
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile


@pytest.mark.parametrize("read_only", [True, False])
def test_more_plans_than_memory_holds_are_refused_with_what_to_do(
    plan_path: Path, plan: Plan, read_only: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 1)
    before = contents(plan_path.parent)
    with pytest.raises(CannotOpenError) as refused:
        PlanFile.open(plan_path, read_only=read_only, with_plans=True)
    require_too_many(refused.value)
    with PlanFile.open(plan_path, read_only=read_only) as file:
        with pytest.raises(CannotOpenError) as refused:
            file.read()
        require_too_many(refused.value)
        assert list(file.each()) == [plan]
    assert contents(plan_path.parent) == before


@pytest.mark.parametrize("read_only", [True, False])
def test_more_plans_than_memory_holds_are_refused_before_the_file_is_checked_for_minutes(
    plan_path: Path, read_only: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 1)
    begun: list[str] = []
    threading.setprofile(lambda *_: begun.append(threading.current_thread().name))
    try:
        with pytest.raises(CannotOpenError) as refused:
            PlanFile.open(plan_path, read_only=read_only, with_plans=True)
    finally:
        threading.setprofile(None)  # type: ignore[arg-type]
    require_too_many(refused.value)
    assert begun == []


@pytest.mark.parametrize("name", ["activity", "month_record", "plan"])
def test_a_damaged_file_in_which_plans_cannot_be_counted_is_refused_as_damaged(
    plan_path: Path, raw: sqlite3.Connection, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 1)
    pages = raw.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name = ?", [name]).fetchall()
    with plan_path.open("r+b") as file:
        for (page,) in pages:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
    assert refusals(plan_path) == {"damaged"}


def test_a_file_without_plans_has_none_to_read(tmp_path: Path) -> None:
    path = tmp_path / "vacío.sqlite"
    with PlanFile.create(path) as file:
        assert file.read() == ()
    with pytest.raises(CannotOpenError) as refused:
        PlanFile.open(path, with_plans=True)
    assert refused.value.kind == "empty"
    PlanFile.open(path).close()  # nobody has it any more


def require_too_many(refusal: CannotOpenError) -> None:
    assert refusal.kind == "too_many"
    require_plain_spanish(str(refusal))
