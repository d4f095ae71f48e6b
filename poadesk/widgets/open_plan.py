"""The plan file that the window has open: what screens read, and the one way they write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from poadesk.plan import calendar
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import BY_TABLE, Plan, Row, declared_fields
from poadesk.plan.office import KIT
from poadesk.plan.places import named
from poadesk.plan.profiles import Profile, profile_of
from poadesk.planfile.differences import differences
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.journal import Change, Done, Step
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.protection import require_allowed
from poadesk.widgets.checking import Checking
from poadesk.widgets.reading import Reading
from poadesk.widgets.unsaved import Spot, Unsaved

Result = TypeVar("Result")


class OpenPlan(QObject):
    """One open plan file, with the plan of one of its units chosen.

    Every view observes `changed` and re-reads its own rows. `chosen` when another plan of the file
    has taken the place of the one before: what shows the plan begins anew.
    `changed` carries the tuple of changes and the origin: the object that made them, or None.
    `unsaved` holds what was typed and could not be read or saved, also of rows out of sight.
    `remark_wanted` carries a row and a field whose remarks are to be shown.
    `pressed` with each key in a field, before it is answered.
    `typed` carries a spot and the text that stands there now, with each key, before it is saved.
    """

    changed = Signal(object, object)
    chosen = Signal()
    saving_wanted = Signal()
    save_failed = Signal(object)
    saved = Signal()
    closing = Signal()
    pressed = Signal()
    typed = Signal(object, str)
    remark_wanted = Signal(str, str)

    def __init__(self, file: PlanFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.unsaved: dict[Spot, Unsaved] = {}
        self._origin: object = None
        self._reading: Reading | None = None
        self._plan_id = ""
        self._touched: set[str] = set()
        self.checking = Checking(self)
        file.journal.on_change = self._on_change

    @property
    def reading(self) -> Reading:
        """Return the plan as it is in the file, and what follows from it."""
        if self._reading is None:
            self._reading = Reading.of_file(self.file, self._plan_id)
            self._plan_id = self._reading.plan.id
        return self._reading

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Return every plan of the file, in their order; there is one at least."""
        return self.reading.places.plans

    @property
    def plan(self) -> Plan:
        """Return the chosen plan as it is in the file."""
        return self.reading.plan

    def choose(self, plan_id: str) -> None:
        """Let another plan of the file be the one that is shown and written.

        What is waiting is saved before. KeyError if the file has no such plan.
        """
        if plan_id not in {plan.id for plan in self.plans}:
            raise KeyError(plan_id)
        if plan_id == self.plan.id:
            return
        self.save_waiting()
        self._reading, self._plan_id = self.reading.of_plan(plan_id), plan_id
        self.file.journal.end_typing()
        self.chosen.emit()

    def choose_plan_of(self, row_id: str) -> None:
        """Choose the plan in which a row is; a row that is gone changes nothing."""
        plan_id = self.reading.places.plan_id(row_id)
        if plan_id:
            self.choose(plan_id)

    @property
    def read_only(self) -> bool:
        """Say whether nothing of the chosen plan is written here: it was opened only to be read,
        or a unit wrote it and this is the planning office."""
        return self.file.read_only or self.reading.is_of_unit

    def row(self, row_id: str) -> Row | None:
        """Return a row of any plan of the file, or None when it is no longer there."""
        return self.reading.places.row(row_id)

    def parent_of(self, row_id: str) -> Row:
        """Return the row above; the row must be below the plan."""
        parent = self.reading.places[row_id].parent
        assert parent is not None
        return parent

    def parent_id(self, row_id: str) -> str:
        """Return the id of the row above, or "" above the plan and for a row that is gone."""
        return self.reading.places.parent_id(row_id)

    @property
    def words(self) -> Profile:
        """Return the vocabulary of the plan's kind."""
        return profile_of(self.plan.profile)

    def named(self, row: Row) -> str:
        """Name a row with its article and number: `la meta 2.4`; a month goes by its activity."""
        over = self.row(self.parent_id(row.id))
        return named(row, self.reading.numbers, self.words, over)

    def number(self, row_id: str) -> str:
        """Return the printed number of a row, or "" where it has none."""
        return self.reading.numbers.get(row_id, "")

    def set(self, table: str, row_id: str, field: str, value: Any, origin: object = None) -> None:
        """Write one field; consecutive typing in it is one step. Raises `CannotSaveError`."""
        row = self.row(row_id)
        label = f"Escribir en {self.named(row)}" if row else "Escribir"
        with self.writing(label, f"{row_id}.{field}", origin) as step:
            step.put(table, row_id, **{field: value})

    @contextmanager
    def writing(
        self, label: str, typing: str = "", origin: object = None, by_office: bool = False
    ) -> Iterator[Step]:
        """One step, for whoever handles `CannotSaveError`; `changed` will carry `origin`.

        Raises `ProtectedError` where it touches what the planning office gave, or what units
        wrote, unless it is what the office does: `by_office`.
        """
        before, self._origin = self._origin, origin
        places = self.reading.places
        try:
            with self.file.step(label, typing) as step:
                yield step
                if not by_office:
                    require_allowed(step.changes, places)
        finally:
            self._origin = before

    def act(
        self,
        label: str,
        action: Callable[[Step, Plan], Result],
        origin: object = None,
        by_office: bool = False,
    ) -> Result | None:
        """Do one action as one step, after waiting fields have saved.

        Returns what the action returns, or None when it was not saved (`save_failed` tells).
        """
        self.save_waiting()
        try:
            with self.writing(label, origin=origin, by_office=by_office) as step:
                return action(step, self.plan)
        except CannotSaveError as error:
            self.save_failed.emit(error)
            return None

    def next_undo(self) -> Done | None:
        """Return the step that `undo` would take back."""
        return None if self.file.read_only else self.file.journal.next_undo()

    def next_redo(self) -> Done | None:
        """Return the step that `redo` would do again."""
        return None if self.file.read_only else self.file.journal.next_redo()

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
        shown = self.plans
        self.file.journal.on_change = None
        self.file.close()
        self.file = moved
        moved.journal.on_change = self._on_change
        self._reading = None
        foreign = differences(shown, self.plans)
        if foreign:
            self._tell(foreign)
        self.save_waiting()
        self._save_out_of_sight()

    def set_aside(self) -> Path:
        """Close the file so that something else may write it, and return where it is.

        Until `take_back` what was read stays, and nothing may be written.
        """
        self.save_waiting()
        self.checking.finish()
        self.file.journal.on_change = None
        self.file.close()
        return self.file.path

    def take_back(self) -> None:
        """Open the file again and let every view read it. Raises `CannotOpenError`."""
        self.file = PlanFile.open(self.file.path, with_plans=True)
        self.file.journal.on_change = self._on_change
        self._reading = None
        self._tell(())

    def close(self) -> None:
        """Save what is waiting and close the file."""
        self.save_waiting()
        self.closing.emit()
        self.file.close()

    def _save_out_of_sight(self) -> None:
        """Save what was typed in rows that no editor shows any more."""
        for (table, row_id, field), typed in list(self.unsaved.items()):
            if table not in BY_TABLE or self.row(row_id) is None:
                continue  # of a cell, a list or a comment, which its own editor saves
            try:
                self.set(table, row_id, field, declared_fields(table)[field].read(typed.text))
            except (UnreadableError, CannotSaveError):
                continue
            self.unsaved.pop((table, row_id, field), None)

    def _replay(self, replay: Callable[[], Result]) -> Result | None:
        """Replay steps, and go to the plan in which they were done, so that they are seen."""
        self._touched = set()
        try:
            result = replay()
        except CannotSaveError as error:
            self.save_failed.emit(error)
            return None
        touched = [plan.id for plan in self.plans if plan.id in self._touched]
        # The planning office sees what happens to the plan of a unit without going inside.
        if touched and self.plan.id not in touched and self.plan.role != KIT:
            self.choose(touched[0])
        return result

    def _on_change(self, changes: tuple[Change, ...]) -> None:
        before = self._reading
        if before is not None:
            self._reading = before.after(changes)
            self._touched = before.plans_of(changes) | self.reading.plans_of(changes)
            if self.plan.id != before.plan.id:  # the chosen one has gone
                self._plan_id = self.plan.id
                self.chosen.emit()
        self._tell(changes)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self.changed.emit(changes, self._origin)
        self.saved.emit()
