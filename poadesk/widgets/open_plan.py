"""The plan that the window has open: what screens read, and the one way in which they write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from poadesk.plan import calendar
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan, Row, declared_fields, rows_under
from poadesk.plan.numbering import numbers
from poadesk.plan.places import named
from poadesk.plan.schedule import plan_months
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.indexed_plan import IndexedPlan, can_follow, indexed
from poadesk.planfile.journal import Change, Done, Step
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.rows import Values, values_of

if TYPE_CHECKING:
    from poadesk.plan.checks import Finding

Result = TypeVar("Result")
# Where a text belongs that is not in the file: table, row id and field.
Spot = tuple[str, str, str]


def differences(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return the changes that lead from one state of a plan to another."""
    old, new = _stored(before), _stored(after)
    return tuple(
        Change(table, row_id, old.get((table, row_id)), new.get((table, row_id)))
        for table, row_id in {**old, **new}
        if old.get((table, row_id)) != new.get((table, row_id))
    )


def _stored(plan: Plan) -> dict[tuple[str, str], Values]:
    rows = [("", plan), *rows_under(plan)]
    return {(row.TABLE, row.id): values_of(row, parent_id) for parent_id, row in rows}


class Reading:
    """The plan at one moment and what follows from it, each part when it is first asked for."""

    def __init__(self, places: IndexedPlan, follows: bool) -> None:
        self.plan = places.plan
        self.places = places
        self._follows = follows

    @classmethod
    def of_file(cls, file: PlanFile) -> Reading:
        """Read the file."""
        plans = file.read()
        places = indexed(plans)
        return cls(places, can_follow(plans, places))

    def after(self, changes: tuple[Change, ...]) -> Reading | None:
        """Return the reading after these changes, or None when the file must be read again."""
        places = self.places.after(changes) if self._follows else None
        return Reading(places, follows=True) if places is not None else None

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Return {row id: number} of the plan."""
        return numbers(self.plan)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """Return the months of the plan year."""
        return plan_months(self.plan)

    @cached_property
    def findings(self) -> list[Finding]:
        """Return what Revisar says of the plan."""
        from poadesk.plan.checks import findings

        return findings(self.plan)


class OpenPlan(QObject):
    """One open plan file. Every view observes `changed` and re-reads its own rows.

    `changed` carries the tuple of changes and the origin: the object that made them, or None.
    `unsaved` holds what was typed and could not be read or saved, also of rows out of sight.
    `typed` carries a spot and the text that stands there now, with each key, before it is saved.
    """

    changed = Signal(object, object)
    saving_wanted = Signal()
    save_failed = Signal(object)
    saved = Signal()
    closing = Signal()
    typed = Signal(object, str)

    def __init__(self, file: PlanFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.unsaved: dict[Spot, str] = {}
        self._origin: object = None
        self._reading: Reading | None = None
        file.journal.on_change = self._on_change

    @property
    def reading(self) -> Reading:
        """Return the plan as it is in the file, and what follows from it."""
        if self._reading is None:
            self._reading = Reading.of_file(self.file)
        return self._reading

    @property
    def plan(self) -> Plan:
        """Return the plan as it is in the file."""
        return self.reading.plan

    @property
    def read_only(self) -> bool:
        """Say whether the plan was opened only to be read."""
        return self.file.read_only

    def row(self, row_id: str) -> Row | None:
        """Return a row of the plan, or None when it is no longer there."""
        return self.reading.places.row(row_id)

    def parent_of(self, row_id: str) -> Row:
        """Return the row above; the row must be below the plan."""
        parent = self.reading.places[row_id].parent
        assert parent is not None
        return parent

    def parent_id(self, row_id: str) -> str:
        """Return the id of the row above, or "" above the plan and for a row that is gone."""
        return self.reading.places.parent_id(row_id)

    def number(self, row_id: str) -> str:
        """Return the printed number of a row, or "" where it has none."""
        return self.reading.numbers.get(row_id, "")

    def set(self, table: str, row_id: str, field: str, value: Any, origin: object = None) -> None:
        """Write one field; consecutive typing in it is one step. Raises `CannotSaveError`."""
        row = self.row(row_id)
        label = f"Escribir en {named(row, self.reading.numbers)}" if row else "Escribir"
        with self.writing(label, f"{row_id}.{field}", origin) as step:
            step.put(table, row_id, **{field: value})

    @contextmanager
    def writing(self, label: str, typing: str = "", origin: object = None) -> Iterator[Step]:
        """One step, for whoever handles `CannotSaveError`; `changed` will carry `origin`."""
        before, self._origin = self._origin, origin
        try:
            with self.file.step(label, typing) as step:
                yield step
        finally:
            self._origin = before

    def act(
        self, label: str, action: Callable[[Step, Plan], Result], origin: object = None
    ) -> Result | None:
        """Do one action as one step, after waiting fields have saved.

        Returns what the action returns, or None when it was not saved (`save_failed` tells).
        """
        self.save_waiting()
        try:
            with self.writing(label, origin=origin) as step:
                return action(step, self.plan)
        except CannotSaveError as error:
            self.save_failed.emit(error)
            return None

    def next_undo(self) -> Done | None:
        """Return the step that `undo` would take back."""
        return None if self.read_only else self.file.journal.next_undo()

    def next_redo(self) -> Done | None:
        """Return the step that `redo` would do again."""
        return None if self.read_only else self.file.journal.next_redo()

    def undo(self) -> Done | None:
        """Take back the last step, after waiting fields have saved."""
        self.save_waiting()
        return self._replay(self.file.journal.undo)

    def redo(self) -> Done | None:
        """Do the last undone step again."""
        self.save_waiting()
        return self._replay(self.file.journal.redo)

    def undo_until(self, step_id: int) -> list[Done] | None:
        """Go back to how the plan was after a step (0: before all), as one action.

        Returns the steps taken back, or None when it was not saved.
        """
        self.save_waiting()
        return self._replay(lambda: self.file.journal.undo_until(step_id))

    def redo_until(self, step_id: int) -> list[Done] | None:
        """Do the undone steps again up to this one, as one action; return them, or None."""
        self.save_waiting()
        return self._replay(lambda: self.file.journal.redo_until(step_id))

    def save_waiting(self) -> None:
        """Ask every field with unsaved typing to save it now."""
        self.saving_wanted.emit()

    def year_label(self) -> str:
        """Return the year as written, or as it follows from the months."""
        return self.plan.year_label or calendar.label_of_years(self.reading.months)

    def move_to(self, target: Path) -> None:
        """Go on in a copy at `target`, and save there what could not be saved here.

        Raises `CannotSaveError` or `CannotOpenError`; the plan then stays where it was.
        """
        self.file.copy_to(target)
        moved = PlanFile.open(target)
        shown = self.plan
        self.file.journal.on_change = None
        self.file.close()
        self.file = moved
        moved.journal.on_change = self._on_change
        self._reading = None
        foreign = differences(shown, self.plan)
        if foreign:
            self._tell(foreign)
        self.save_waiting()
        self._save_out_of_sight()

    def close(self) -> None:
        """Save what is waiting and close the file."""
        self.save_waiting()
        self.closing.emit()
        self.file.close()

    def _save_out_of_sight(self) -> None:
        """Save what was typed in rows that no editor shows any more."""
        for (table, row_id, field), text in list(self.unsaved.items()):
            try:
                self.set(table, row_id, field, declared_fields(table)[field].read(text))
            except (UnreadableError, CannotSaveError):
                continue
            self.unsaved.pop((table, row_id, field), None)

    def _replay(self, replay: Callable[[], Result]) -> Result | None:
        try:
            return replay()
        except CannotSaveError as error:
            self.save_failed.emit(error)
            return None

    def _on_change(self, changes: tuple[Change, ...]) -> None:
        if self._reading is not None:
            self._reading = self._reading.after(changes)
        self._tell(changes)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self.changed.emit(changes, self._origin)
        self.saved.emit()
