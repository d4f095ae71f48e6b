"""Databases that are not quite ours are not plans, whatever they call themselves."""

import sqlite3
from pathlib import Path

import pytest
from refusing import refusals


def alter_schema(raw: sqlite3.Connection, old: str, new: str) -> None:
    """Change the text of a table behind SQLite's back."""
    raw.execute("PRAGMA writable_schema = ON")
    cursor = raw.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE instr(sql, ?)", [old, new, old]
    )
    assert cursor.rowcount == 1
    raw.execute("PRAGMA writable_schema = OFF")


def test_a_database_of_another_program_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "ajena.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE plan (id TEXT)")
    connection.close()
    assert refusals(path) == {"not_a_plan"}


def test_a_database_with_our_mark_but_without_our_tables_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "casi.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 0x504F4144")
    connection.execute("CREATE TABLE plan (id TEXT)")
    connection.commit()
    for version in (0, 1):
        connection.execute(f"PRAGMA user_version = {version}")
        assert refusals(path) == {"not_a_plan"}
    connection.close()


def test_an_empty_database_with_our_mark_is_not_filled_with_tables(tmp_path: Path) -> None:
    path = tmp_path / "marca.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 0x504F4144")
    connection.close()
    assert refusals(path) == {"not_a_plan"}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW seen AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT i FROM n",
        "CREATE VIEW sqlitexview AS SELECT 1",
        "CREATE TRIGGER fired AFTER UPDATE ON goal BEGIN DELETE FROM indicator; END",
        "CREATE TRIGGER sqlitextrigger AFTER UPDATE ON goal BEGIN DELETE FROM indicator; END",
        "CREATE VIRTUAL TABLE words USING fts5 (text)",
        "CREATE TABLE more (a TEXT, b AS (hex(zeroblob(400000000))))",
        "CREATE TABLE more (a TEXT)",
        "CREATE INDEX more ON goal (hex(text))",
        "ALTER TABLE goal ADD COLUMN more TEXT AS (hex(zeroblob(400000000)))",
        "ALTER TABLE goal ADD COLUMN more TEXT",
        "DROP INDEX goal_of",
    ],
)
def test_a_file_with_more_or_less_than_our_tables_is_not_a_plan(
    plan_path: Path, raw: sqlite3.Connection, statement: str
) -> None:
    raw.execute(statement)
    assert refusals(plan_path) == {"not_a_plan"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CHECK (week BETWEEN 1 AND 4)", "CHECK (week BETWEEN 1 AND 9)"),
        ("CHECK (week BETWEEN 1 AND 4)", "CHECK (length(zeroblob(9)) > 0)"),
        ("'weakness', 'threat'", "'weakness', 'other'"),
    ],
)
def test_a_file_with_an_altered_check_is_not_a_plan(
    plan_path: Path, raw: sqlite3.Connection, old: str, new: str
) -> None:
    alter_schema(raw, old, new)
    assert refusals(plan_path) == {"not_a_plan"}
