"""Whole plans into a file and out of it, table by table: what the planning office receives.

A thousand files have a quarter of a million rows, and the journal would hold each of them twice
more as JSON. So what is written here leaves no steps. Steps that were made in plans which are now
replaced can no longer be taken back, and are forgotten; `PlanFile.copy_before` is the way back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any

from poadesk.plan.by_table import by_table
from poadesk.plan.model import (
    ROW_CLASSES,
    Delivery,
    Plan,
    Remark,
    Row,
    declared_fields,
    parent_column,
)
from poadesk.planfile.database import Database
from poadesk.planfile.rows import below, read_plan

# Rows with random ids go all over the file: with SQLite's usual 2 MB it would be written and read
# again and again before the transaction ends. A large file needs more of it in memory than a small.
KILOBYTES_OF_PAGES, KILOBYTES_IN_A_LARGE_FILE = 12_000, 64_000
_LARGE = 150_000_000  # bytes; the file of a thousand units of 30 activities has 100 million
_HEAD = (
    "id",
    "position",
    "profile",
    "entity",
    "unit",
    "unit_code",
    "year_label",
    "first_month",
    "month_count",
    "state",
    "revision",
    "role",
)


class TakenRowsError(Exception):
    """A plan has rows with the ids of rows in another plan of the file."""


class WholePlans:
    """The plans of an open file inside one transaction, each read and written as a whole."""

    def __init__(self, db: Database) -> None:
        self._db = db
        db.execute(f"PRAGMA cache_size = -{KILOBYTES_OF_PAGES}").fetchall()
        self._page_size: int = db.execute("PRAGMA page_size").fetchone()[0]
        self._is_large = False
        # What takes one plan back would be written to a temporary file, for all of them twice as
        # much as the file itself.
        db.execute("PRAGMA temp_store = MEMORY").fetchall()
        self._touched: set[str] = set()
        self._steps = self._steps_by_row()

    def heads(self) -> Iterator[Plan]:
        """Yield every plan by its own fields that tell it, without what is below it."""
        found = self._db.execute(f"SELECT {', '.join(_HEAD)} FROM plan ORDER BY position, id")
        for values in found.fetchall():
            yield Plan(**dict(zip(_HEAD, values, strict=True)))

    def of_the_office(self, plan_id: str) -> tuple[tuple[Remark, ...], tuple[Delivery, ...]]:
        """Return the remarks and the deliveries of a plan, in their order."""
        return (
            tuple(self._rows(Remark, plan_id)),  # type: ignore[arg-type]
            tuple(self._rows(Delivery, plan_id)),  # type: ignore[arg-type]
        )

    def read(self, plan_id: str) -> Plan | None:
        """Return a plan, whole, or None if it is not there."""
        return read_plan(self._db, plan_id)

    def write(self, plan: Plan) -> None:
        """Write a plan and all below it in the place of the one with its id, if there is one.

        Raises `TakenRowsError`, and changes nothing, if it has rows of another plan.
        """
        try:
            with self._db.atomic():
                self.remove(plan.id)
                self.add(plan)
        except sqlite3.IntegrityError as error:
            raise TakenRowsError(plan.id) from error
        self._keep_more_of_a_large_file()

    def add(self, plan: Plan) -> None:
        """Write a plan and all below it, of which nothing is in the file yet.

        Raises sqlite3.IntegrityError if that is not so, or if the tables do not take a value.
        """
        placed = by_table(plan)
        self._db.execute(_insert(Plan.TABLE), _own_values(Plan.TABLE)(plan))
        for cls in ROW_CLASSES[1:]:
            rows, parents = placed[cls.TABLE]
            above = placed[cls.PARENT].rows
            ids = [above[at].id for at in parents]
            values = map(_own_values(cls.TABLE), rows)
            self._db.executemany(
                _insert(cls.TABLE), [(*own, id_) for own, id_ in zip(values, ids, strict=True)]
            )

    def remove(self, plan_id: str) -> None:
        """Delete a plan and all below it, if it is there."""
        if self._db.execute("SELECT 1 FROM plan WHERE id = ?", [plan_id]).fetchone() is None:
            return
        for cls in reversed(ROW_CLASSES):
            if self._steps:
                self._touched.update(self._ids(cls.TABLE, plan_id) & self._steps.keys())
            self._db.execute(f"DELETE FROM {cls.TABLE} WHERE {below(cls.TABLE)}", [plan_id])

    def put_rows(self, plan_id: str, rows: tuple[Row, ...]) -> None:
        """Write rows directly below a plan, in the place of those with their ids."""
        for row in rows:
            self._db.execute(f"DELETE FROM {row.TABLE} WHERE id = ?", [row.id])
            self._db.execute(_insert(row.TABLE), (*_own_values(row.TABLE)(row), plan_id))

    def place(self, plan_id: str, position: int) -> None:
        """Put a plan at a place among the others."""
        self._db.execute("UPDATE plan SET position = ? WHERE id = ?", [position, plan_id])

    def keep(self, digest: str, content: bytes) -> None:
        """Keep the content of a plan as it was received, for `PlanFile.revision`."""
        self._db.execute(
            "INSERT INTO kept_revision (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [digest, content],
        )

    def last_touched_step(self) -> int:
        """Return the last step of the journal that changed what is now replaced, or 0."""
        return max((self._steps[row_id] for row_id in self._touched), default=0)

    def _keep_more_of_a_large_file(self) -> None:
        if self._is_large:
            return
        (pages,) = self._db.execute("PRAGMA page_count").fetchone()
        self._is_large = pages * self._page_size > _LARGE
        if self._is_large:
            self._db.execute(f"PRAGMA cache_size = -{KILOBYTES_IN_A_LARGE_FILE}").fetchall()

    def _rows(self, cls: type[Row], plan_id: str) -> Iterator[Row]:
        names = ("id", "position", *declared_fields(cls.TABLE))
        found = self._db.execute(
            f"SELECT {', '.join(names)} FROM {cls.TABLE} WHERE plan_id = ? ORDER BY position, id",
            [plan_id],
        )
        for values in found.fetchall():
            yield cls(**dict(zip(names, values, strict=True)))

    def _ids(self, table: str, plan_id: str) -> set[str]:
        found = self._db.execute(f"SELECT id FROM {table} WHERE {below(table)}", [plan_id])
        return {row_id for (row_id,) in found}

    def _steps_by_row(self) -> dict[str, int]:
        """Return {row id: last step that changed it}."""
        return dict(
            self._db.execute("SELECT row_id, max(step_id) FROM journal_change GROUP BY row_id")
        )


def head_of(plan: Plan) -> Plan:
    """Return the fields of a plan that tell it, as `WholePlans.heads` gives them."""
    return Plan(**{name: getattr(plan, name) for name in _HEAD})


@cache
def _own_values(table: str) -> Callable[[Row], tuple[Any, ...]]:
    """Return what gives the values of a row, without its parent."""
    return attrgetter("id", "position", *declared_fields(table))


@cache
def _insert(table: str) -> str:
    """Return the SQL that writes a row: its own values, then its parent if there is one."""
    parent = parent_column(table)
    names = ("id", "position", *declared_fields(table), *([parent] if parent else []))
    listed = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * len(names))})"
