"""The one gate to the rows: a step is one transaction, one undo and one list of changes.

Steps are kept in the file itself, in the same commit as what they changed, so an edit and its
undo can never come apart, and undo still works after the plan was closed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from poadesk.plan.model import BY_TABLE, Row, rows_under
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.rows import Values, columns, from_text, to_text, values_of

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS_KEPT = 1000


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


@dataclass(frozen=True, slots=True)
class Done:
    """A step of the journal: its number, its label and when it was made (`2026-11-20 10:42`)."""

    id: int
    label: str
    at: str


class Journal:
    """Steps on one open file. `on_change` is told the changes of each commit."""

    def __init__(self, db: Database, writable: bool) -> None:
        self._db = db
        self._writable = writable
        self._open_step: Step | None = None
        self._typing = ""
        self._version = self._foreign_version()
        self.on_change: Callable[[tuple[Change, ...]], None] | None = None

    @contextmanager
    def step(self, label: str, typing: str = "") -> Iterator[Step]:
        """Collect the changes of one action; all are committed together or none is.

        Consecutive steps with the same `typing` (a field) are one undo step. Raises
        `CannotSaveError` when the disk did not take it.
        """
        if self._open_step is not None:
            raise RuntimeError("a step is already open; pass it on instead")
        step = self._open_step = Step(self._db)
        try:
            with self._writing():
                yield step
                if step.changes:
                    self._record(label, step.changes, bool(typing) and typing == self._typing)
        finally:
            self._open_step = None
        if step.changes:
            self._typing = typing
            self._tell(tuple(step.changes))

    def undo(self) -> Done | None:
        """Take back the last step; return it, or None when there is none."""
        return self._replay(self.next_undo(), backwards=True)

    def redo(self) -> Done | None:
        """Do the last undone step again; return it, or None when there is none."""
        return self._replay(self.next_redo(), backwards=False)

    def next_undo(self) -> Done | None:
        """Return the step that `undo` would take back."""
        return self._one("WHERE undone = 0 ORDER BY id DESC")

    def next_redo(self) -> Done | None:
        """Return the step that `redo` would do again."""
        return self._one("WHERE undone = 1 ORDER BY id")

    def steps(self) -> list[Done]:
        """Return the steps that can be taken back, the newest first."""
        found = self._db.execute(f"{_STEPS} WHERE undone = 0 ORDER BY id DESC")
        return [Done(*row) for row in found]

    def end_typing(self) -> None:
        """Make the next edit a step of its own, even in the same field."""
        self._typing = ""

    def _replay(self, done: Done | None, backwards: bool) -> Done | None:
        if done is None:
            return None
        changes = self._changes_of(done.id)
        if backwards:
            changes = [change.reversed() for change in reversed(changes)]
        with self._writing():
            for change in changes:
                _apply(self._db, change)
            self._db.execute(
                "UPDATE journal_step SET undone = ? WHERE id = ?", [int(backwards), done.id]
            )
        self._typing = ""
        self._tell(tuple(changes))
        return done

    def _record(self, label: str, changes: list[Change], same_typing: bool) -> None:
        last = self.next_undo() if same_typing else None
        if last is not None and self.next_redo() is None and self._join(last.id, changes):
            return
        self._forget("WHERE undone = 1")
        at = datetime.now().strftime("%Y-%m-%d %H:%M")
        number = self._db.execute(
            "INSERT INTO journal_step (label, at) VALUES (?, ?)", [label, at]
        ).lastrowid
        for change in changes:
            self._db.execute(
                "INSERT INTO journal_change (step_id, table_name, row_id, before, after)"
                " VALUES (?, ?, ?, ?, ?)",
                [number, change.table, change.id, to_text(change.before), to_text(change.after)],
            )
        if number and number % 100 == 0:
            self._forget(f"WHERE id <= {number - STEPS_KEPT}")

    def _join(self, step_id: int, changes: list[Change]) -> bool:
        """Write what was typed on into the step that began it; say whether it was possible."""
        begun = self._changes_of(step_id)
        if len(begun) != 1 or len(changes) != 1 or begun[0].after is None:
            return False
        after = changes[0].after
        if after is None or begun[0].id != changes[0].id or set(begun[0].after) != set(after):
            return False
        self._db.execute(
            "UPDATE journal_change SET after = ? WHERE step_id = ?", [to_text(after), step_id]
        )
        return True

    def _forget(self, where: str) -> None:
        steps = f"SELECT id FROM journal_step {where}"
        self._db.execute(f"DELETE FROM journal_change WHERE step_id IN ({steps})")
        self._db.execute(f"DELETE FROM journal_step {where}")

    def _changes_of(self, step_id: int) -> list[Change]:
        found = self._db.execute(
            "SELECT table_name, row_id, before, after FROM journal_change"
            " WHERE step_id = ? ORDER BY id",
            [step_id],
        )
        return [Change(row[0], row[1], from_text(row[2]), from_text(row[3])) for row in found]

    def _one(self, where: str) -> Done | None:
        row = self._db.execute(f"{_STEPS} {where} LIMIT 1").fetchone()
        return Done(*row) if row else None

    def _tell(self, changes: tuple[Change, ...]) -> None:
        if self.on_change is not None:
            self.on_change(changes)

    def _foreign_version(self) -> int:
        """Return a number that changes when another program writes to the file."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; what the disk refuses becomes a sentence, and nothing is changed."""
        if not self._writable:
            raise CannotSaveError(
                "read_only", "Este plan está abierto solo para leer. No se cambió nada."
            )
        try:
            if self._foreign_version() != self._version:
                raise CannotSaveError("changed", _CHANGED)
            with self._db.atomic():
                yield
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise _refusal(error) from error


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
        new = {row.id} | {below.id for _, below in rows_under(row)}
        old = list(rows_under(instead_of)) if instead_of is not None else []
        for _, below in reversed(old):
            if below.id not in new:
                self.delete(below.TABLE, below.id)
        self.put_row(row, parent_id)
        for parent, below in rows_under(row):
            self.put_row(below, parent)

    def _do(self, change: Change) -> None:
        _apply(self._db, change)
        self.changes.append(change)


def _stored(db: Database, table: str, row_id: str, names: tuple[str, ...]) -> Values | None:
    listed = ", ".join(_column(table, name) for name in names) or "1"
    row = db.execute(f"SELECT {listed} FROM {_table(table)} WHERE id = ?", [row_id]).fetchone()
    return dict(zip(names, row, strict=False)) if row else None


def _apply(db: Database, change: Change) -> None:
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


def _refusal(error: Exception) -> CannotSaveError:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return CannotSaveError(
            "full",
            "No queda espacio donde está el plan y lo último no se guardó. "
            "Lo que escribió sigue en la pantalla: libere espacio o guarde el plan en otro lugar.",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_LOCKED")):
        return CannotSaveError("changed", _CHANGED)
    return CannotSaveError(
        "other",
        "No se pudo guardar lo último en el archivo del plan. Lo que escribió sigue en la "
        "pantalla: revise que la memoria o la red estén conectadas, o guarde en otro lugar.",
    )


_STEPS = "SELECT id, label, at FROM journal_step"
_CHANGED = (
    "Otro programa cambió o movió el archivo del plan mientras estaba abierto, y lo último no se "
    "guardó. Lo que escribió sigue en la pantalla: guarde el plan en otro lugar para no perderlo."
)
