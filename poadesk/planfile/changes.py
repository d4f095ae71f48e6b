"""Changes of rows: what one is, how it is done, and how the edits of one action collect them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from poadesk.plan.frozen import Content
from poadesk.plan.model import BY_TABLE, Plan, Row, child_attributes, rows_under
from poadesk.planfile.database import Database
from poadesk.planfile.rows import Values, columns, values_of
from poadesk.quick_dataclass import dataclass


def _stored(db: Database, table: str, row_id: str, names: tuple[str, ...]) -> Values | None:
    listed = ", ".join(_column(table, name) for name in names) or "1"
    row = db.execute(f"SELECT {listed} FROM {_table(table)} WHERE id = ?", [row_id]).fetchone()
    return dict(zip(names, row, strict=False)) if row else None


def apply(db: Database, change: Change) -> None:
    """Do one change; raise sqlite3.Error if it names what is no table or column of a plan."""
    table = _table(change.table)
    if change.after is None:
        db.execute(f"DELETE FROM {table} WHERE id = ?", [change.id])
    elif change.before is None:
        names = ", ".join(_column(table, name) for name in change.after)
        marks = ", ".join("?" * len(change.after))
        db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(change.after.values()))
    else:
        pairs = ", ".join(f"{_column(table, name)} = ?" for name in change.after)
        db.execute(f"UPDATE {table} SET {pairs} WHERE id = ?", [*change.after.values(), change.id])


def _table(name: str) -> str:
    """Return a table of the model; names from a journal never reach SQL unchecked."""
    if name not in BY_TABLE:
        raise sqlite3.DatabaseError(f"no table {name!r} in a plan")
    return name


def _column(table: str, name: str) -> str:
    if name not in columns(table):
        raise sqlite3.DatabaseError(f"no column {name!r} in {table}")
    return f'"{name}"'


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after: None where it did not exist; only the columns that changed."""

    table: str
    id: str
    before: Values | None
    after: Values | None

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)


def _where(row: Row, parent_id: str) -> Values:
    """Return what places a row among others: its parent, what it ties, its month and week."""
    values = values_of(row, parent_id)
    return {
        name: value
        for name, value in values.items()
        if name.endswith("_id") or name in ("month", "week")
    }


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return what several changes one after the other come to: at most one for each row."""
    result: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = change.table, change.id
        result[key] = _followed_by(result[key], change) if key in result else change
    return tuple(change for change in result.values() if change.before != change.after)


def _followed_by(first: Change, then: Change) -> Change:
    before = None if first.before is None else {**(then.before or {}), **first.before}
    after = None if then.after is None else {**(first.after or {}), **then.after}
    return Change(first.table, first.id, before, after)


class Step:
    """The edits of one action, inside its transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.changes: list[Change] = []

    def put(self, table: str, row_id: str, **values: Any) -> None:
        """Write columns of a row, which is made if it does not exist yet."""
        before = _stored(self._db, table, row_id, tuple(values))
        if before is None:
            before_values, after = None, {"id": row_id, **values}
        else:
            after = {name: value for name, value in values.items() if before[name] != value}
            before_values = {name: before[name] for name in after}
        if after:
            self._do(Change(table, row_id, before_values, after))

    def delete(self, table: str, row_id: str) -> None:
        """Delete one row; what is below it must have been deleted before."""
        before = _stored(self._db, table, row_id, columns(table))
        if before is not None:
            self._do(Change(table, row_id, before, None))

    def delete_tree(self, row: Row) -> None:
        """Delete a row of the model and all below it."""
        for _, below in reversed(list(rows_under(row))):
            self.delete(below.TABLE, below.id)
        self.delete(row.TABLE, row.id)

    def put_row(self, row: Row, parent_id: str = "") -> None:
        """Write one row of the model, without what is below it."""
        values = values_of(row, parent_id)
        self.put(row.TABLE, values.pop("id"), **values)

    def put_tree(self, row: Row, parent_id: str = "", instead_of: Row | None = None) -> None:
        """Write a row of the model and all below it.

        Rows below `instead_of`, the same row as it is in the file now, that are not in `row`
        any more are deleted.
        """
        new = {below.id: _where(below, parent) for parent, below in rows_under(row)}
        old = list(rows_under(instead_of)) if instead_of is not None else []
        for parent, below in reversed(old):
            # Two months may trade places, and no activity has a month twice even in between.
            stays = child_attributes(below.TABLE) or new.get(below.id) == _where(below, parent)
            if below.id not in new or not stays:
                self.delete(below.TABLE, below.id)
        self.put_row(row, parent_id)
        for parent, below in rows_under(row):
            self.put_row(below, parent)

    def keep(self, plan: Plan) -> str:
        """Keep a plan as it is given, for `PlanFile.revision`; return the digest of its content.

        What is kept stays when the step is undone: it is asked for by rows that then are gone.
        """
        content = Content(plan)
        self._db.execute(
            "INSERT INTO kept_revision (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [content.digest, content.packed()],
        )
        return content.digest

    def _do(self, change: Change) -> None:
        apply(self._db, change)
        self.changes.append(change)
