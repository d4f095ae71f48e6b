"""What a person does to the structure of the plan in an outline, each as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from poadesk.plan.model import Plan, Row
from poadesk.plan.places import named, siblings
from poadesk.planfile.journal import Step
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import edits
from poadesk.writing.screen.outline.levels import Level, article, deleted_sentence, singular


class Outline(Protocol):
    """What the actions ask of the view after something changed."""

    def go_to(self, row_id: str, write: bool = False, at: int = -1) -> None:
        """Choose a row, and write in it."""

    @property
    def caret(self) -> int:
        """Return the place of the caret in the row being written, or -1."""


class OutlineActions(QObject):
    """Adds, duplicates, deletes and moves rows. `notice` says what was deleted."""

    notice = Signal(str)

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level], view: Outline) -> None:
        super().__init__()
        self._open_plan = open_plan
        self.tables = tuple(level.table for level in levels)
        self._fields = {level.table: level.field for level in levels}
        self._view = view

    def add(self, parent_id: str, table: str, at: int | None = None, text: str = "") -> str:
        """Add a row below a parent, at the end or at an index; return its id, "" if refused."""
        if self._open_plan.read_only:
            return ""
        values = {self._fields[table]: text} if text else {}
        made = self._open_plan.act(
            self._adding(table),
            lambda step, plan: edits.add(step, self._row(parent_id), table, at, **values),
            origin=self,
        )
        return made or ""

    def add_beside(self, row_id: str) -> None:
        """Add a row after another and write in it; in an empty row, one level up instead."""
        row = self._open_plan.row(row_id)
        if row is None or self._open_plan.read_only:
            return
        if edits.is_blank(row):
            self._level_up(row)
            return
        self._write_in(self.add(self._parent(row).id, row.TABLE, self._place(row) + 1))

    def add_below(self, row_id: str) -> None:
        """Add a row one level below another, at the end, and write in it."""
        row = self._open_plan.row(row_id)
        table = self.table_below(row) if row is not None else ""
        if table:
            self._write_in(self.add(row_id, table))

    def add_and_write(self, parent_id: str, table: str) -> None:
        """Add a row at the end of a parent and write in it."""
        self._write_in(self.add(parent_id, table))

    def table_below(self, row: Row) -> str:
        """Return the table of the rows below a row in this outline, or "" at the last level."""
        at = self.tables.index(row.TABLE) + 1
        return self.tables[at] if at < len(self.tables) else ""

    def duplicate(self, row_id: str) -> None:
        """Add a copy of a row and of all below it after it."""
        made = self._change(
            row_id,
            "Duplicar",
            lambda step, plan, row: edits.duplicate(step, self._parent(row), row),
        )
        if made:
            self._view.go_to(made, write=self._view.caret >= 0)

    def delete(self, row_id: str) -> None:
        """Delete a row and all below it, and tell so."""
        row = self._open_plan.row(row_id)
        if row is None or self._open_plan.read_only:
            return
        after, plan = self._after_deleting(row), self._open_plan.plan
        sentence = deleted_sentence(row, self._open_plan.reading.numbers, plan)
        if self._delete(row_id):
            self._view.go_to(after)
            self.notice.emit(sentence)

    def take_away(self, row_id: str, then: str) -> None:
        """Delete an empty row without a word, and write on in another one."""
        row = self._open_plan.row(row_id)
        if row is not None and edits.is_blank(row) and self._delete(row_id):
            self._view.go_to(then, write=True)

    def move(self, row_id: str, by: int) -> None:
        """Move a row up (-1) or down (1) among its siblings, and across to the next parent."""
        row = self._open_plan.row(row_id)
        if row is None:
            return
        parent, at = self._parent(row), self._place(row) + by
        if not 0 <= at < len(siblings(parent, row.TABLE)):
            beyond = self._parent_beside(row, by)
            if beyond is None:
                return
            parent, at = beyond, len(siblings(beyond, row.TABLE)) if by < 0 else 0
        self._move(row_id, parent, at)

    def move_to(self, row_id: str, parent_id: str) -> None:
        """Move a row to the end of another parent."""
        row, parent = self._open_plan.row(row_id), self._open_plan.row(parent_id)
        if row is not None and parent is not None:
            self._move(row_id, parent, len(siblings(parent, row.TABLE)))

    def parents_for(self, row: Row) -> list[Row]:
        """Return the other rows of the plan below which a row can be moved."""
        parent = self._parent(row)
        return [other for other in self._all_beside(parent) if other.id != parent.id]

    def _delete(self, row_id: str) -> bool:
        def delete(step: Step, plan: Plan, row: Row) -> str:
            edits.delete(step, plan, self._parent(row), row)
            return row.id

        return self._change(row_id, "Borrar", delete) is not None

    def _move(self, row_id: str, parent: Row, at: int) -> None:
        caret = self._view.caret

        def move(step: Step, plan: Plan, row: Row) -> str:
            edits.move(step, row, self._parent(row), self._row(parent.id), at)
            return row.id

        if self._change(row_id, "Mover", move):
            self._view.go_to(row_id, write=caret >= 0, at=caret)

    def _change(
        self, row_id: str, verb: str, action: Callable[[Step, Plan, Row], str | None]
    ) -> str | None:
        row = self._open_plan.row(row_id)
        if row is None or self._open_plan.read_only:
            return None
        label = f"{verb} {named(row, self._open_plan.reading.numbers)}"
        # The row is read again inside the step: waiting text has been saved by then.
        return self._open_plan.act(
            label, lambda step, plan: action(step, plan, self._row(row_id)), origin=self
        )

    def _level_up(self, row: Row) -> None:
        """Put a row of the level above after the parent of an empty row, which goes away."""
        parent = self._parent(row)
        if parent.TABLE not in self.tables:
            return
        above = self._parent(parent)

        def leave(step: Step, plan: Plan) -> str:
            edits.delete(step, plan, parent, row)
            return edits.add(step, above, parent.TABLE, self._place(parent) + 1)

        made = self._open_plan.act(self._adding(parent.TABLE), leave, origin=self)
        self._write_in(made or "")

    def _after_deleting(self, row: Row) -> str:
        """Return the row that is chosen when this one is gone."""
        parent, at = self._parent(row), self._place(row)
        beside = siblings(parent, row.TABLE)
        if at + 1 < len(beside):
            return beside[at + 1].id
        if at > 0:
            return beside[at - 1].id
        return parent.id if parent.TABLE in self.tables else ""

    def _parent_beside(self, row: Row, by: int) -> Row | None:
        parent = self._parent(row)
        parents = self._all_beside(parent)
        at = [other.id for other in parents].index(parent.id) + by
        return parents[at] if 0 <= at < len(parents) else None

    def _all_beside(self, row: Row) -> list[Row]:
        """Return all rows of the plan of the same table as one, in the order of the plan."""
        if row.TABLE not in self.tables:
            return [row]
        places = self._open_plan.reading.places.values()
        return [place.row for place in places if place.row.TABLE == row.TABLE]

    def _adding(self, table: str) -> str:
        one = "un" if article(table) == "el" else "una"
        return f"Agregar {one} {singular(table, self._open_plan.plan)}"

    def _write_in(self, row_id: str) -> None:
        if row_id:
            self._view.go_to(row_id, write=True)

    def _row(self, row_id: str) -> Row:
        row = self._open_plan.row(row_id)
        assert row is not None
        return row

    def _parent(self, row: Row) -> Row:
        return self._open_plan.parent_of(row.id)

    def _place(self, row: Row) -> int:
        return [other.id for other in siblings(self._parent(row), row.TABLE)].index(row.id)
