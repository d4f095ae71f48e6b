"""A connection to SQLite that commits each statement, or several together as one `atomic` action.

It is Python's own connection: a library above it would have to load before a plan can be opened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Database(sqlite3.Connection):
    """Made by `connecting`, with `isolation_level=None`: Python then begins nothing by itself."""

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Commit all that is done inside, or nothing; within another one it is a part of it."""
        begin, end, back = _PART if self.in_transaction else _WHOLE
        self.execute(begin)
        try:
            yield
            self.execute(end)
        except BaseException:
            # A full disk has taken everything back already, and there is nothing left to end.
            if self.in_transaction:
                for statement in back:
                    self.execute(statement)
            raise


_WHOLE = ("BEGIN", "COMMIT", ("ROLLBACK",))
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))
