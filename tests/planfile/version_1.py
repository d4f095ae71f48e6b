"""Files as the first release wrote them, and what is in them, read without our own classes."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from poadesk.planfile.connecting import connect
from poadesk.planfile.schema import MIGRATIONS, migrate

RELEASED = Path(__file__).parent / "files" / "version-1.sqlite"
Rows = dict[str, dict[str, dict[str, Any]]]


def new_file(path: Path) -> sqlite3.Connection:
    """Make an empty file of version 1 and return a plain connection to it."""
    db = connect(path, "rwc")
    migrate(db, 0, MIGRATIONS[:1])
    db.close()
    return sqlite3.connect(path, isolation_level=None)


def insert(raw: sqlite3.Connection, table: str, **values: Any) -> None:
    marks = ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", [*values.values()])


def keep_step(raw: sqlite3.Connection, number: int, *changes: tuple[str, str, Any, Any]) -> None:
    """Write a step of the journal: (table, row id, before, after), values or None."""
    insert(raw, "journal_step", id=number, label=f"Paso {number}", at="2026-11-01 08:00")
    for table, row_id, before, after in changes:
        texts = {
            name: None if values is None else json.dumps(values, ensure_ascii=False)
            for name, values in (("before", before), ("after", after))
        }
        insert(raw, "journal_change", step_id=number, table_name=table, row_id=row_id, **texts)


def rows_in(path: Path) -> Rows:
    """Return {table: {row id: {column: value}}} of a file, the journal too."""
    raw = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    raw.row_factory = sqlite3.Row
    tables = [
        name
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'")
    ]
    found = {
        table: {str(row[0]): dict(row) for row in raw.execute(f"SELECT * FROM {table}")}
        for table in tables
    }
    raw.close()
    return found


def version_in(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")
