"""What a person adds to the plan in an outline, each row as one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from poadesk.plan.model import Plan, Row
from poadesk.plan.places import siblings
from poadesk.planfile.journal import Step
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import edits
from poadesk.writing.screen.outline.levels import Level, counted, noun


class Outline(Protocol):
    """What the actions ask of the view after something changed."""

    def go_to(self, row_id: str, write: bool = False, at: int = -1) -> None:
        """Choose a row, and write in it."""

    def choose_rows(self, row_ids: Sequence[str]) -> None:
        """Choose several rows of one level."""

    def chosen_rows(self) -> list[str]:
        """Return the ids of the chosen rows, all of one level, in the order of the plan."""

    @property
    def caret(self) -> int:
        """Return the place of the caret in the row being written, or -1."""


class RowAdding(QObject):
    """Adds rows beside and below others, and says where rows stand."""

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

    def add_list(self, row_id: str, root_id: str, table: str, lines: Sequence[str]) -> None:
        """Write pasted lines, from an empty row on (or the first below the root), as one step."""
        each = [{self._fields[table]: line} for line in lines]
        over = self._open_plan.parent_of(row_id).id if row_id else root_id
        made = self._open_plan.act(
            f"Pegar {counted(len(lines), table, self._open_plan.plan)}",
            lambda step, plan: edits.write_list(step, self._row(over), table, row_id, each),
            origin=self,
        )
        self._write_in(made[-1] if made else "")

    def table_below(self, row: Row) -> str:
        """Return the table of the rows below a row in this outline, or "" at the last level."""
        at = self.tables.index(row.TABLE) + 1
        return self.tables[at] if at < len(self.tables) else ""

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

    def _adding(self, table: str) -> str:
        return f"Agregar {noun(table, self._open_plan.plan).a}"

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
