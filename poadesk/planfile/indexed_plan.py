"""A plan with its rows by id, and the plan it becomes after changes, without reading the file.

After a change only the rows above it are new; every other branch is the same object as before. So
whoever shows a plan can see by identity what stayed as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Plan,
    Row,
    child_attributes,
    parent_column,
    rows_under,
)
from poadesk.plan.places import Place
from poadesk.planfile.changes import Change
from poadesk.planfile.rows import order_of


class IndexedPlan(Mapping[str, Place]):
    """A frozen plan and {row id: its place}, in no certain order; itself never changed."""

    def __init__(self, plan: Plan, rows: dict[str, Row], parents: dict[str, str]) -> None:
        self.plan = plan
        self._rows = rows
        self._parents = parents

    def __getitem__(self, row_id: str) -> Place:
        return Place(self._rows[row_id], self._rows.get(self._parents[row_id]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, row_id: str) -> Row | None:
        """Return a row, or None when it is not in the plan."""
        return self._rows.get(row_id)

    def parent_id(self, row_id: str) -> str:
        """Return the id of the row above, or "" above the plan and for a row not in it."""
        return self._parents.get(row_id, "")

    def after(self, changes: Iterable[Change]) -> IndexedPlan | None:
        """Return the plan after these changes, or None where only the file can tell."""
        changed = _Changed(self._rows, self._parents)
        if not all(changed.take(change) for change in changes):
            return None
        changed.join()
        plan = changed.rows.get(self.plan.id)
        if not isinstance(plan, Plan):
            return None
        return IndexedPlan(plan, changed.rows, changed.parents)


def indexed(plans: tuple[Plan, ...]) -> IndexedPlan:
    """Return the first of the plans of a file with its rows by id."""
    plan = plans[0]
    rows: dict[str, Row] = {plan.id: plan}
    parents = {plan.id: ""}
    for parent_id, row in rows_under(plan):
        rows[row.id] = row
        parents[row.id] = parent_id
    return IndexedPlan(plan, rows, parents)


def can_follow(plans: tuple[Plan, ...], index: IndexedPlan) -> bool:
    """Say whether `IndexedPlan.after` can be trusted: one plan, and no id in two tables."""
    return len(plans) == 1 and len(index) == 1 + sum(1 for _ in rows_under(plans[0]))


class _Changed:
    """Rows on their way from one state of a plan to the next."""

    def __init__(self, rows: dict[str, Row], parents: dict[str, str]) -> None:
        self.rows = dict(rows)
        self.parents = dict(parents)
        self._joined: defaultdict[str, set[str]] = defaultdict(set)
        self._touched: set[str] = set()

    def take(self, change: Change) -> bool:
        """Do one change of a row, still apart from the rows above it; False if it cannot be."""
        present = self.rows.get(change.id)
        if (present is None) != (change.before is None) or _is_another_plan(change):
            return False
        if present is not None and change.table != present.TABLE:
            return False
        if change.after is None:
            self._remove(change.id)
        else:
            self._write(change, present, dict(change.after))
        return True

    def join(self) -> None:
        """Put the rows that changed below their parents, and these below theirs, up to the plan."""
        waiting: defaultdict[str, set[str]] = defaultdict(set)
        for row_id in self._touched & self.rows.keys():
            waiting[self.rows[row_id].TABLE].add(row_id)
        for cls in reversed(ROW_CLASSES):
            for row_id in waiting[cls.TABLE]:
                self.rows[row_id] = self._with_children(self.rows[row_id])
                waiting[cls.PARENT].add(self.parents[row_id])

    def _remove(self, row_id: str) -> None:
        gone = self.rows.pop(row_id)
        parent_id = self.parents.pop(row_id)
        self._touched.add(parent_id)
        # What is below goes with changes of its own, unless the row comes back in the same step.
        self._joined[row_id].update(child.id for child in _children(gone))

    def _write(self, change: Change, present: Row | None, values: dict[str, Any]) -> None:
        parent = parent_column(change.table)
        values.pop("id", None)
        parent_id = values.pop(parent, self.parents.get(change.id, ""))
        if present is None:
            self.rows[change.id] = BY_TABLE[change.table](id=change.id, **values)
        elif values:
            self.rows[change.id] = replace(present, **values)
        self._touched |= {change.id, parent_id, self.parents.get(change.id, "")}
        self._joined[parent_id].add(change.id)
        self.parents[change.id] = parent_id

    def _with_children(self, row: Row) -> Row:
        ids = {child.id for child in _children(row)} | self._joined[row.id]
        present = [self.rows[one] for one in ids if self.parents.get(one) == row.id]
        below: dict[str, Any] = {}
        for table, attribute in child_attributes(row.TABLE).items():
            children = [child for child in present if table == child.TABLE]
            below[attribute] = tuple(sorted(children, key=attrgetter(*order_of(table))))
        return replace(row, **below) if below else row


def _is_another_plan(change: Change) -> bool:
    """Say whether a plan came or went, and with it perhaps which one is the first."""
    return change.table == Plan.TABLE and None in (change.before, change.after)


def _children(row: Row) -> Iterator[Row]:
    for attribute in child_attributes(row.TABLE).values():
        yield from getattr(row, attribute)
