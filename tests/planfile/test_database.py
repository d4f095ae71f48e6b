"""What is done in one action is in the file as a whole, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from poadesk.planfile.connecting import connect
from poadesk.planfile.database import Database


class GivenUpError(Exception):
    """Stands for anything that fails in the middle of an action."""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = connect(tmp_path / "x.sqlite", "rwc")
    db.execute("CREATE TABLE word (text TEXT NOT NULL) STRICT")
    yield db
    db.close()


def words(db: Database) -> list[str]:
    """What another program sees in the file."""
    [(_, _, path)] = db.execute("PRAGMA database_list")
    other = sqlite3.connect(path)
    found = [text for (text,) in other.execute("SELECT text FROM word ORDER BY rowid")]
    other.close()
    return found


def write(db: Database, word: str | None) -> None:
    db.execute("INSERT INTO word VALUES (?)", [word])


def test_one_statement_is_in_the_file_at_once(db: Database) -> None:
    write(db, "uno")
    assert words(db) == ["uno"]


def test_statements_of_one_action_are_in_the_file_together(db: Database) -> None:
    with db.atomic():
        write(db, "uno")
        assert words(db) == []
        write(db, "dos")
    assert words(db) == ["uno", "dos"]


def test_an_action_that_fails_leaves_nothing_and_the_next_one_works(db: Database) -> None:
    with suppress(GivenUpError), db.atomic():
        write(db, "uno")
        raise GivenUpError
    with suppress(sqlite3.IntegrityError), db.atomic():
        write(db, "dos")
        write(db, None)
    with db.atomic():
        write(db, "tres")
    assert words(db) == ["tres"]


def test_a_part_of_an_action_can_fail_alone(db: Database) -> None:
    with db.atomic():
        write(db, "uno")
        with suppress(GivenUpError), db.atomic():
            write(db, "dos")
            with db.atomic():
                write(db, "tres")
            raise GivenUpError
        with db.atomic():
            write(db, "cuatro")
    assert words(db) == ["uno", "cuatro"]


def test_a_part_that_is_done_goes_with_its_action_when_that_fails(db: Database) -> None:
    with suppress(GivenUpError), db.atomic():
        with db.atomic():
            write(db, "uno")
        raise GivenUpError
    assert words(db) == []


def test_a_full_disk_takes_back_the_whole_action(db: Database) -> None:
    [pages] = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    with suppress(sqlite3.OperationalError), db.atomic():
        write(db, "uno")
        write(db, "dos" * 100_000)
    db.execute("PRAGMA max_page_count = 1000000")
    write(db, "tres")
    assert words(db) == ["tres"]
