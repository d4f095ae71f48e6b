"""Files that were cut, bent or interrupted: refused as damaged, or whole again."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from refusing import refusal, refusals

from poadesk.plan.model import Plan
from poadesk.planfile import opening
from poadesk.planfile.connecting import in_place
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile


def overwrite(path: Path, offset: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(new)


def page_size(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[16:18], "big")


def page_of(raw: sqlite3.Connection, name: str) -> int:
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()
    return int(page)


def interrupted(plan_path: Path) -> Path:
    """Return a copy of the plan as a power cut leaves it in the middle of saving."""
    copy = plan_path.with_name("corte") / plan_path.name
    copy.parent.mkdir()
    connection = sqlite3.connect(plan_path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE goal SET text = hex(randomblob(50000))")
    shutil.copy(plan_path, copy)
    shutil.copy(f"{plan_path}-journal", f"{copy}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    return copy


@pytest.mark.parametrize("left", [16, 60, 99])
def test_a_file_of_which_only_a_piece_of_the_header_is_left_is_damaged(
    plan_path: Path, left: int
) -> None:
    os.truncate(plan_path, left)
    assert refusals(plan_path) == {"damaged"}


@pytest.mark.parametrize("left", [100, 4096, 5000, 3 * 4096])
def test_a_file_that_was_cut_off_is_damaged(plan_path: Path, left: int) -> None:
    os.truncate(plan_path, left)
    assert refusals(plan_path) == {"damaged"}


def test_a_broken_page_in_the_middle_is_damaged(plan_path: Path, raw: sqlite3.Connection) -> None:
    start = (page_of(raw, "activity") - 1) * page_size(plan_path)
    overwrite(plan_path, start, b"\xff")
    assert refusals(plan_path) == {"damaged"}


def test_an_index_that_does_not_fit_its_table_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    start = (page_of(raw, "goal_of") - 1) * page_size(plan_path)
    page = plan_path.read_bytes()[start : start + page_size(plan_path)]
    overwrite(plan_path, start + page.index(b"objective-1"), b"objective-9")
    assert refusals(plan_path) == {"damaged"}


def test_a_reference_to_nothing_is_damaged(plan_path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE goal SET objective_id = 'nobody' WHERE id = 'goal-1'")
    assert refusals(plan_path) == {"damaged"}


BREAKING_A_RULE = pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET first_month = 'enero'",
        "UPDATE plan SET month_count = 1000000000000",
        "UPDATE week_mark SET week = 9",
        "UPDATE month_record SET planned_thousandths = -1",
    ],
)


@BREAKING_A_RULE
def test_a_value_that_breaks_a_rule_of_its_table_is_damaged(
    plan_path: Path, raw: sqlite3.Connection, statement: str
) -> None:
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute(statement)
    assert refusals(plan_path) == {"damaged"}


@BREAKING_A_RULE
def test_a_file_too_large_to_lie_in_memory_is_checked_where_it_is(
    plan_path: Path, raw: sqlite3.Connection, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_IN_MEMORY", 0)
    PlanFile.open(plan_path, read_only=True).close()
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute(statement)
    assert refusals(plan_path) == {"damaged"}


def test_a_large_file_is_not_written_by_looking_through_it(plan_path: Path) -> None:
    with closing(in_place(plan_path)) as looking, pytest.raises(sqlite3.OperationalError):
        looking.execute("UPDATE goal SET text = 'otra'")


def test_words_that_are_no_unicode_are_damaged(plan_path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE goal SET text = CAST(X'FFFE41' AS TEXT)")
    assert refusals(plan_path) == {"damaged"}


def test_a_step_whose_label_is_no_unicode_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("UPDATE journal_step SET label = CAST(X'FFFE41' AS TEXT)")
    assert refusals(plan_path) == {"damaged"}


def test_a_value_longer_than_any_plan_needs_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("UPDATE plan SET logo = zeroblob(60000000)")
    assert refusals(plan_path) == {"damaged"}


def test_a_plan_that_another_program_split_in_two_files_is_damaged(
    plan_path: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    assert refusals(plan_path) == {"damaged"}


def test_a_plan_interrupted_while_saving_is_as_before_when_it_is_opened(
    plan_path: Path, plan: Plan
) -> None:
    copy = interrupted(plan_path)
    assert copy.read_bytes() != plan_path.read_bytes()
    with PlanFile.open(copy) as file:
        assert file.read() == (plan,)


def test_a_plan_interrupted_while_saving_is_not_called_damaged_when_only_read(
    plan_path: Path,
) -> None:
    found = refusal(interrupted(plan_path), read_only=True)
    assert found.kind == "read_only"


def test_a_changed_byte_opens_or_is_refused_but_never_breaks_the_program(plan_path: Path) -> None:
    whole = plan_path.read_bytes()
    outcomes = set()
    for offset in range(0, len(whole), 307):
        overwrite(plan_path, offset, bytes([whole[offset] ^ 0xA5]))
        outcomes.add(outcome(lambda: PlanFile.open(plan_path, read_only=True)))
        overwrite(plan_path, offset, whole[offset : offset + 1])
    assert {"opened", "damaged"} <= outcomes
    assert plan_path.read_bytes() == whole


def outcome(open_plan: Callable[[], PlanFile]) -> str:
    try:
        with open_plan() as file:
            file.read()
            file.journal.steps()
    except CannotOpenError as error:
        return error.kind
    return "opened"
