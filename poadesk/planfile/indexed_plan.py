"""The plans of a file with their rows by id, and what they become after changes, unread.

After a change only the rows above it are new; every other branch is the same object as before. So
whoever shows a plan can see by identity what stayed as it was. With one plan or with fifty, no
change of a row asks for the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from poadesk.plan.by_table import order_of
from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Plan,
    Row,
    child_attributes,
    parent_column,
)
from poadesk.plan.places import Place
from poadesk.planfile.changes import Change


class IndexedPlan(Mapping[str, Place]):
    """Frozen plans and {row id: its place}, in no certain order; itself never changed.

    `follows` says whether `after` can tell: not where an id stands in two tables.
    """

    def __init__(
        self,
        plans: tuple[Plan, ...],
        rows: dict[str, Row],
        parents: dict[str, str],
        follows: bool = True,
    ) -> None:
        self.plans = plans
        self.follows = follows
        self._rows = rows
        self._parents = parents

    def __getitem__(self, row_id: str) -> Place:
        return Place(self._rows[row_id], self._rows.get(self._parents[row_id]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, row_id: str) -> Row | None:
        """Return a row, or None when it is in no plan."""
        return self._rows.get(row_id)

    def parent_id(self, row_id: str) -> str:
        """Return the id of the row above, or "" above a plan and for a row in none."""
        return self._parents.get(row_id, "")

    def plan_id(self, row_id: str) -> str:
        """Return the id of the plan in which a row is, its own for a plan, or "" for none."""
        plan_id = ""
        while row_id:
            plan_id, row_id = row_id, self._parents.get(row_id, "")
        return plan_id if isinstance(self._rows.get(plan_id), Plan) else ""

    def after(self, changes: Iterable[Change]) -> IndexedPlan | None:
        """Return the plans after these changes, or None where only the file can tell."""
        if not self.follows:
            return None
        changed = _Changed(self._rows, self._parents)
        if not all(changed.take(change) for change in changes):
            return None
        if changed.leaves_rows_behind():
            return None
        changed.join()
        return IndexedPlan(changed.plans(self.plans), changed.rows, changed.parents)


def indexed(plans: tuple[Plan, ...]) -> IndexedPlan:
    """Return the plans of a file with their rows by id."""
    rows: dict[str, Row] = {plan.id: plan for plan in plans}
    parents = dict.fromkeys(rows, "")
    count = len(plans)
    waiting: list[Row] = [*plans]
    for row in waiting:  # which grows on the way down
        row_id = row.id
        for table, attribute in child_attributes(row.TABLE).items():
            below: tuple[Row, ...] = getattr(row, attribute)
            count += len(below)
            for child in below:
                rows[child.id] = child
                parents[child.id] = row_id
            if child_attributes(table):
                waiting += below
    return IndexedPlan(plans, rows, parents, follows=len(rows) == count)


class _Changed:
    """Rows on their way from one state of the plans to the next."""

    def __init__(self, rows: dict[str, Row], parents: dict[str, str]) -> None:
        self.rows = dict(rows)
        self.parents = dict(parents)
        self._joined: defaultdict[str, set[str]] = defaultdict(set)
        self._touched: set[str] = set()
        self._gone: set[str] = set()

    def take(self, change: Change) -> bool:
        """Do one change of a row, still apart from the rows above it; False if it cannot be."""
        present = self.rows.get(change.id)
        if (present is None) != (change.before is None):
            return False
        if present is not None and change.table != present.TABLE:
            return False
        if change.after is None:
            self._remove(change.id)
        else:
            self._write(change, present, dict(change.after))
        return True

    def leaves_rows_behind(self) -> bool:
        """Say whether a row has gone without what was below it."""
        return any(
            self.parents.get(below) == gone
            for gone in self._gone - self.rows.keys()
            for below in self._joined[gone]
        )

    def join(self) -> None:
        """Put the rows that changed below their parents, and these below theirs, up to the plan."""
        waiting: defaultdict[str, set[str]] = defaultdict(set)
        for row_id in self._touched & self.rows.keys():
            waiting[self.rows[row_id].TABLE].add(row_id)
        for cls in reversed(ROW_CLASSES):
            for row_id in waiting[cls.TABLE]:
                self.rows[row_id] = self._with_children(self.rows[row_id])
                waiting[cls.PARENT].add(self.parents[row_id])

    def plans(self, before: tuple[Plan, ...]) -> tuple[Plan, ...]:
        """Return the plans there are now, in their order, after those there were."""
        ids = {plan.id for plan in before} | self._joined[""]
        present = [row for one in ids if isinstance(row := self.rows.get(one), Plan)]
        return tuple(sorted(present, key=attrgetter(*order_of(Plan.TABLE))))

    def _remove(self, row_id: str) -> None:
        gone = self.rows.pop(row_id)
        parent_id = self.parents.pop(row_id)
        self._touched.add(parent_id)
        self._gone.add(row_id)
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


def _children(row: Row) -> Iterator[Row]:
    for attribute in child_attributes(row.TABLE).values():
        yield from getattr(row, attribute)
