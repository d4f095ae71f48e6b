"""What a person does with the rows of an outline, one or several, each as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal

from poadesk.plan.model import Plan, Row
from poadesk.plan.places import siblings
from poadesk.planfile.journal import Step
from poadesk.writing import edits
from poadesk.writing.screen.outline.adding import RowAdding
from poadesk.writing.screen.outline.levels import counted, deleted_sentence, singular

Placed = list[tuple[Row, Row]]
Result = TypeVar("Result")


class OutlineActions(RowAdding):
    """Adds, duplicates, deletes and moves rows. `notice` says what was deleted.

    Several rows are always of one table and in the order of the plan.
    """

    notice = Signal(str)

    def acting_on(self, row_id: str) -> list[str]:
        """Return the chosen rows if a row is one of them, and else the row alone."""
        chosen = self._view.chosen_rows()
        return chosen if row_id in chosen else [row_id]

    def words_for(self, row_ids: Sequence[str]) -> str:
        """Name rows: `Actividad 2.2.1`, `3 actividades`."""
        rows = [row for row in map(self._open_plan.row, row_ids) if row is not None]
        if len(rows) != 1:
            return self._named(rows) if rows else ""
        word = singular(rows[0].TABLE, self._open_plan.plan).capitalize()
        return f"{word} {self._open_plan.number(rows[0].id)}"

    def duplicate(self, row_ids: Sequence[str]) -> None:
        """Add copies of rows and of all below them; below each parent after the last of them."""

        def duplicate(step: Step, plan: Plan, placed: Placed) -> list[str]:
            below: dict[str, Placed] = {}
            for parent, row in placed:
                below.setdefault(parent.id, []).append((parent, row))
            return [
                made
                for group in below.values()
                for made in edits.duplicate_all(step, group[0][0], [row for _, row in group])
            ]

        self._choose(self._change(row_ids, "Duplicar", duplicate) or [])

    def delete(self, row_ids: Sequence[str]) -> None:
        """Delete rows and all below them, and tell so."""
        rows = [row for row in map(self._open_plan.row, row_ids) if row is not None]
        if not rows or self._open_plan.read_only:
            return
        after, plan = self._after_deleting(rows), self._open_plan.plan
        sentence = deleted_sentence(rows, self._open_plan.reading.numbers, plan)
        if self._delete(row_ids):
            self._view.go_to(after)
            self.notice.emit(sentence)

    def take_away(self, row_id: str, then: str) -> None:
        """Delete an empty row without a word, and write on in another one."""
        row = self._open_plan.row(row_id)
        if row is not None and edits.is_blank(row) and self._delete([row_id]):
            self._view.go_to(then, write=True)

    def move(self, row_ids: Sequence[str], by: int) -> None:
        """Move siblings up (-1) or down (1) together, and across to the next parent."""
        rows = [row for row in map(self._open_plan.row, row_ids) if row is not None]
        if not rows or len({self._parent(row).id for row in rows}) > 1:
            return
        parent, places = self._parent(rows[0]), [self._place(row) for row in rows]
        count = len(siblings(parent, rows[0].TABLE))
        first, after_last = min(places), max(places) + 1
        is_at_end = first == 0 if by < 0 else after_last == count
        at = first - 1 if by < 0 else after_last - len(rows) + 1
        at = min(max(at, 0), count - len(rows))
        if is_at_end and after_last - first == len(rows):
            beyond = self._parent_beside(rows[0], by)
            if beyond is None:
                return
            parent, at = beyond, len(siblings(beyond, rows[0].TABLE)) if by < 0 else 0
        self.move_below(row_ids, parent.id, at)

    def move_to(self, row_ids: Sequence[str], parent_id: str) -> None:
        """Move rows to the end of another parent."""
        parent = self._open_plan.row(parent_id)
        if parent is not None and row_ids:
            row = self._row(row_ids[0])
            self.move_below(row_ids, parent_id, len(siblings(parent, row.TABLE)))

    def move_below(self, row_ids: Sequence[str], parent_id: str, at: int) -> None:
        """Move rows to an index below a parent, counted without them; they stay chosen."""
        caret = self._view.caret

        def move(step: Step, plan: Plan, placed: Placed) -> list[str]:
            edits.move_all(step, placed, self._row(parent_id), at)
            return [row.id for _, row in placed]

        self._choose(self._change(row_ids, "Mover", move) or [], caret)

    def parents_for(self, row: Row) -> list[Row]:
        """Return the other rows of the plan below which a row can be moved."""
        parent = self._parent(row)
        return [other for other in self._all_beside(parent) if other.id != parent.id]

    def _choose(self, row_ids: Sequence[str], caret: int | None = None) -> None:
        """Choose rows after they were moved or made; go on writing where somebody wrote."""
        if len(row_ids) == 1:
            is_writing = self._view.caret >= 0 if caret is None else caret >= 0
            self._view.go_to(row_ids[0], write=is_writing, at=-1 if caret is None else caret)
        elif row_ids:
            self._view.choose_rows(row_ids)

    def _delete(self, row_ids: Sequence[str]) -> bool:
        def delete(step: Step, plan: Plan, placed: Placed) -> bool:
            edits.delete_all(step, plan, placed)
            return True

        return self._change(row_ids, "Borrar", delete) is not None

    def _change(
        self, row_ids: Sequence[str], verb: str, action: Callable[[Step, Plan, Placed], Result]
    ) -> Result | None:
        rows = [row for row in map(self._open_plan.row, row_ids) if row is not None]
        if not rows or self._open_plan.read_only:
            return None
        return self._open_plan.act(
            f"{verb} {self._named(rows)}",
            # The rows are read again inside the step: waiting text has been saved by then.
            lambda step, plan: action(step, plan, [self._placed(row.id) for row in rows]),
            origin=self,
        )

    def _named(self, rows: Sequence[Row]) -> str:
        if len(rows) == 1:
            return self._open_plan.named(rows[0])
        return counted(len(rows), rows[0].TABLE, self._open_plan.plan)

    def _after_deleting(self, rows: Sequence[Row]) -> str:
        """Return the row that is chosen when these are gone: the next, the one before, or above."""
        last, gone = rows[-1], {row.id for row in rows}
        parent, at = self._parent(last), self._place(last)
        beside = [row.id for row in siblings(parent, last.TABLE)]
        near = [*beside[at:], *reversed(beside[:at])]
        above = parent.id if parent.TABLE in self.tables else ""
        return next((row_id for row_id in near if row_id not in gone), above)

    def _parent_beside(self, row: Row, by: int) -> Row | None:
        parent = self._parent(row)
        parents = self._all_beside(parent)
        at = [other.id for other in parents].index(parent.id) + by
        return parents[at] if 0 <= at < len(parents) else None

    def _all_beside(self, row: Row) -> list[Row]:
        """Return all rows of the plan of the same table as one, in the order of the plan."""
        if row.TABLE not in self.tables:
            return [row]
        rows: list[Row] = [self._open_plan.plan]
        for table in self.tables[: self.tables.index(row.TABLE) + 1]:
            rows = [below for above in rows for below in siblings(above, table)]
        return rows

    def _placed(self, row_id: str) -> tuple[Row, Row]:
        row = self._row(row_id)
        return self._parent(row), row
