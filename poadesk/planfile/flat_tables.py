"""A SQLite database of flat tables for programs that analyse; it is no plan and is never opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from poadesk.output import OutputError

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | float | None


class FlatTables:
    """Tables that are made and filled one after the other; see `new_flat_tables`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def make(self, name: str, columns: Mapping[str, type], indexed: Iterable[str]) -> None:
        """Make a table, {column: str, int or float}, with an index on some of its columns."""
        self._db.table(name).create(dict(columns))
        for column in indexed:
            self._db.table(name).create_index([column])

    def add(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Add rows to a table, each with a value for every column."""
        self._db.table(name).insert_all(dict(zip(columns, row, strict=True)) for row in rows)


@contextmanager
def new_flat_tables(path: Path) -> Iterator[FlatTables]:
    """Yield the tables of a new database, which is whole once all are filled.

    Raises `OutputError` if it cannot be written; the file is then of no use.
    """
    # Local: sqlite-utils costs 90 ms, which no other order needs to wait for.
    from sqlite_utils import Database

    db = Database(path, execute_plugins=False)
    try:
        with db.atomic():
            yield FlatTables(db)
    except sqlite3.Error as error:
        raise OutputError(
            "No se pudo escribir la base de datos: revise que haya espacio en esa carpeta."
        ) from error
    finally:
        db.close()
