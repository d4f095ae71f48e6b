"""The lines of the cronograma: objectives and goals as headings, activities with their months."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from poadesk.plan import schedule
from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.writing.screen.schedule.columns import Columns
from poadesk.writing.screen.schedule.words import Sum, sum_of

_AnyRow = Objective | Goal | Activity


class ScheduleRow:
    """A line of the grid; what follows from its row is worked out when it is first painted."""

    def __init__(self, row: _AnyRow, number: str, columns: Columns) -> None:
        self.row = row
        self.id = row.id
        self.kind = row.TABLE
        self.given_number = number
        self.number = " ".join(number.split())
        self._columns = columns

    @property
    def activity(self) -> Activity | None:
        """Return the activity, or None in a heading."""
        return self.row if isinstance(self.row, Activity) else None

    @property
    def text(self) -> str:
        """Return what the person wrote."""
        return self.row.text.strip()

    @cached_property
    def values(self) -> dict[int, int]:
        """Return {column: thousandths} of the marked cells."""
        return self._columns.values(self.row) if isinstance(self.row, Activity) else {}

    @cached_property
    def sum(self) -> Sum:
        """Return the sum of an activity."""
        assert isinstance(self.row, Activity)
        return sum_of(self.row, self._columns.by_week)

    @cached_property
    def has_unit(self) -> bool:
        """Say whether the months carry quantities, or only an X."""
        return isinstance(self.row, Activity) and schedule.has_quantities(self.row)

    def work_out(self) -> None:
        """Work out now what an activity shows."""
        _ = self.values, self.sum, self.has_unit


class ScheduleRows:
    """The lines of a plan, each of them kept until its row, its number or the columns change."""

    def __init__(self) -> None:
        self._columns = Columns()
        self._kept: dict[str, ScheduleRow] = {}

    def of(self, plan: Plan, numbers: dict[str, str], columns: Columns) -> list[ScheduleRow]:
        """Return the lines; headings without text or without activities are left out."""
        if columns != self._columns:
            self._columns, self._kept = columns, {}
        rows = [self._row(row, numbers.get(row.id, "")) for row in _shown(plan)]
        self._kept = {row.id: row for row in rows}
        return rows

    def _row(self, row: _AnyRow, number: str) -> ScheduleRow:
        kept = self._kept.get(row.id)
        if kept is not None and kept.row is row and kept.given_number == number:
            return kept
        return ScheduleRow(row, number, self._columns)


def _shown(plan: Plan) -> Iterator[_AnyRow]:
    for objective in plan.objectives:
        if any(goal.activities for goal in objective.goals):
            yield objective
        for goal in objective.goals:
            if goal.activities and goal.text.strip():
                yield goal
            yield from goal.activities
