"""The one gate to the rows: a step is one transaction, one undo and one list of changes.

Steps are kept in the file itself, in the same commit as what they changed, so an edit and its
undo can never come apart, and undo still works after the plan was closed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from poadesk.planfile.changes import Change, Step, apply, merged
from poadesk.planfile.database import Database
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.rows import from_text, to_text
from poadesk.planfile.whole_plans import WholePlans
from poadesk.quick_dataclass import dataclass

STEPS_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Done:
    """A step of the journal: its number, its label and when it was made (`2026-11-20 10:42`)."""

    id: int
    label: str
    at: str


class Journal:
    """Steps on one open file. `on_change` is told the changes of each commit.

    `before_writing` is called before each transaction is begun.
    """

    def __init__(self, db: Database, writable: bool, before_writing: Callable[[], None]) -> None:
        self._db = db
        self._before_writing = before_writing
        self._writable = writable
        self._open_step: Step | None = None
        self._typing = ""
        self._typed_step = 0
        self._version = self._foreign_version()
        self.on_change: Callable[[tuple[Change, ...]], None] | None = None

    @contextmanager
    def step(self, label: str, typing: str = "") -> Iterator[Step]:
        """Collect the changes of one action; all are committed together or none is.

        Consecutive steps with the same `typing` (a field) are one undo step. Raises
        `CannotSaveError` when the disk did not take it.
        """
        self._require_no_step()
        step = self._open_step = Step(self._db)
        begun = self._typed_step if typing and typing == self._typing else 0
        number = 0
        try:
            with self._writing(_NOT_SAVED):
                yield step
                if step.changes:
                    number = self._record(label, step.changes, begun)
        finally:
            self._open_step = None
        if step.changes:
            self._typing, self._typed_step = typing, number
            self._tell(tuple(step.changes))

    @contextmanager
    def whole_plans(self) -> Iterator[WholePlans]:
        """Write whole plans in one transaction, which leaves no step and tells no changes.

        Steps made before in what was replaced are forgotten.
        """
        self._require_no_step()
        with self._writing(_NOT_SAVED):
            plans = WholePlans(self._db)
            yield plans
            last = plans.last_touched_step()
            if last:
                self._forget(f"WHERE undone = 1 OR id <= {last}")
        self._typing = ""

    def undo(self) -> Done | None:
        """Take back the last step; return it, or None when there is none."""
        done = self.next_undo()
        self._replay([done] if done else [], backwards=True)
        return done

    def redo(self) -> Done | None:
        """Do the last undone step again; return it, or None when there is none."""
        done = self.next_redo()
        self._replay([done] if done else [], backwards=False)
        return done

    def undo_until(self, step_id: int) -> list[Done]:
        """Take back every step after this one (0: every step) as one action; return them.

        Each can be done again by itself.
        """
        return self._replay([done for done in self.steps() if done.id > step_id], backwards=True)

    def redo_until(self, step_id: int) -> list[Done]:
        """Do the undone steps again up to this one, as one action; return them."""
        wanted = [done for done in self.undone_steps() if done.id <= step_id]
        return self._replay(wanted, backwards=False)

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

    def undone_steps(self) -> list[Done]:
        """Return the steps that can be done again, the next one first."""
        found = self._db.execute(f"{_STEPS} WHERE undone = 1 ORDER BY id")
        return [Done(*row) for row in found]

    def end_typing(self) -> None:
        """Make the next edit a step of its own, even in the same field."""
        self._typing = ""

    def _replay(self, steps: list[Done], backwards: bool) -> list[Done]:
        """Take back or do again the steps in this order, all or none; return them."""
        if not steps:
            return []
        self._require_no_step()
        changes: list[Change] = []
        with self._writing(_NOT_REPLAYED):
            for done in steps:
                changes += self._replay_one(done, backwards)
        self._typing = ""
        self._tell(tuple(changes) if len(steps) == 1 else merged(changes))
        return steps

    def _replay_one(self, done: Done, backwards: bool) -> list[Change]:
        changes = self._changes_of(done.id)
        if backwards:
            changes = [change.reversed() for change in reversed(changes)]
        for change in changes:
            apply(self._db, change)
        self._db.execute(
            "UPDATE journal_step SET undone = ? WHERE id = ?", [int(backwards), done.id]
        )
        return changes

    def _record(self, label: str, changes: list[Change], begun: int) -> int:
        """Keep a step, or go on with the one that typing has `begun`; return its number."""
        if begun and self._join(begun, changes):
            return begun
        self._forget("WHERE undone = 1")
        at = datetime.now().strftime("%Y-%m-%d %H:%M")
        number = self._db.execute(
            "INSERT INTO journal_step (label, at) VALUES (?, ?)", [label, at]
        ).lastrowid
        assert number is not None  # after an INSERT
        for change in changes:
            self._db.execute(
                "INSERT INTO journal_change (step_id, table_name, row_id, before, after)"
                " VALUES (?, ?, ?, ?, ?)",
                [number, change.table, change.id, to_text(change.before), to_text(change.after)],
            )
        if number % 100 == 0:
            self._forget(f"WHERE id <= {number - STEPS_KEPT}")
        return number

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
        if begun[0].before == after:  # typed and taken away again: nothing to undo
            self._forget(f"WHERE id = {step_id}")
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
        try:
            return [Change(row[0], row[1], from_text(row[2]), from_text(row[3])) for row in found]
        except ValueError as error:
            raise sqlite3.DataError(f"step {step_id} of the journal is broken") from error

    def _one(self, where: str) -> Done | None:
        row = self._db.execute(f"{_STEPS} {where} LIMIT 1").fetchone()
        return Done(*row) if row else None

    def _require_no_step(self) -> None:
        if self._open_step is not None:
            raise RuntimeError("a step is already open; pass it on instead")

    def _tell(self, changes: tuple[Change, ...]) -> None:
        if self.on_change is not None:
            self.on_change(changes)

    def _foreign_version(self) -> int:
        """Return a number that changes when another program writes to the file."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _writing(self, refused: str) -> Iterator[None]:
        """One transaction; what is refused becomes a sentence, and nothing is changed."""
        if not self._writable:
            raise CannotSaveError(
                "read_only", "Este plan está abierto solo para leer. No se cambió nada."
            )
        self._before_writing()
        try:
            with self._db.atomic():
                # Asked inside the transaction, because from here on nobody else can write.
                if self._foreign_version() != self._version:
                    raise CannotSaveError("changed", _CHANGED)
                # Rows of one step may refer to each other in any order.
                self._db.execute("PRAGMA defer_foreign_keys = ON")
                yield
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise _refusal(error, refused) from error


def _refusal(error: Exception, otherwise: str) -> CannotSaveError:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return CannotSaveError(
            "full",
            "No queda espacio donde está el plan y lo último no se guardó. "
            "Lo que escribió sigue en la pantalla: libere espacio o guarde el plan en otro lugar.",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_LOCKED")):
        return CannotSaveError("changed", _CHANGED)
    return CannotSaveError("other", otherwise)


_STEPS = "SELECT id, label, at FROM journal_step"
_NOT_SAVED = (
    "No se pudo guardar lo último en el archivo del plan. Lo que escribió sigue en la "
    "pantalla: revise que la memoria o la red estén conectadas, o guarde en otro lugar."
)
_NOT_REPLAYED = (
    "Este paso no se pudo deshacer ni rehacer, y el plan quedó como estaba. "
    "Puede seguir escribiendo."
)
_CHANGED = (
    "Otro programa cambió o movió el archivo del plan mientras estaba abierto, y lo último no se "
    "guardó. Lo que escribió sigue en la pantalla: guarde el plan en otro lugar para no perderlo."
)
