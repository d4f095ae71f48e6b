"""The chosen part of the cronograma: activities one below the other, columns side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from poadesk.plan.schedule import MARK, planned, total
from poadesk.quick_dataclass import dataclass
from poadesk.writing.fills import Filling, Line
from poadesk.writing.schedule_edits import weeks_marked
from poadesk.writing.screen.schedule.columns import Cell, Columns
from poadesk.writing.screen.schedule.rows import ScheduleRow

# {activity id: {column: thousandths}}; 0 clears.
Wanted = dict[str, Filling]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of activities, the chosen columns of them, and the columns of the grid."""

    rows: tuple[ScheduleRow, ...]
    span: range
    columns: Columns

    @property
    def size(self) -> int:
        """Return how many cells are chosen."""
        return len(self.rows) * len(self.span)

    @property
    def total(self) -> int:
        """Return what the chosen cells add up to, in thousandths."""
        return sum(row.values.get(column, 0) for row in self.rows for column in self.span)

    @property
    def is_whole(self) -> bool:
        """Say whether fills work on whole rows: in each there is just one cell chosen."""
        return len(self.span) == 1

    @property
    def filled_span(self) -> range:
        """Return the columns on which a fill works."""
        return range(self.columns.count) if self.is_whole else self.span

    def cells(self) -> Iterator[Cell]:
        """Yield the chosen places, row by row."""
        for row in self.rows:
            for column in self.span:
                yield self.columns.cell(row.id, column)

    def everywhere(self, filling: Mapping[int, int]) -> Wanted:
        """Return the same filling for every row."""
        return {row.id: dict(filling) for row in self.rows}


def tiled(source: Block, rows: Sequence[ScheduleRow], from_row: int, span: range) -> Wanted:
    """Repeat a block over these rows and columns; `from_row` is the first one's place below it.

    What has no unit of measure takes marks instead of the quantities of another.
    """
    wanted: Wanted = {}
    for at, row in enumerate(rows):
        model = source.rows[(from_row + at) % len(source.rows)]
        values = [model.values.get(column, 0) for column in source.span]
        if row.id != model.id and not row.has_unit:
            values = [MARK if value else 0 for value in values]
        wanted[row.id] = {
            column: values[(column - source.span.start) % len(values)] for column in span
        }
    return wanted


def fill_line(row: ScheduleRow, columns: Columns) -> Line:
    """Return a row as fills see it; weeks are only marked, whatever the target."""
    activity = row.activity
    if activity is None:
        return Line()
    if columns.by_week:
        return Line(row.values)
    target = activity.annual_target_thousandths
    return Line(row.values, total(activity), target, row.has_unit)


def stroke(row: ScheduleRow, columns: Columns, first: int, span: range) -> Filling:
    """Return what a stroke over `span` does: its first cell decides to mark or to clear.

    Typed quantities stay; a stroke that begins on one does nothing.
    """
    if first not in row.values:
        return {column: MARK for column in span if column not in row.values}
    if typed_among(row, columns, {first}):
        return {}
    marked = {column for column in span if column in row.values}
    return dict.fromkeys(sorted(marked - typed_among(row, columns, marked)), 0)


def typed_among(row: ScheduleRow, columns: Columns, cleared: set[int]) -> set[int]:
    """Return the columns whose clearing would lose a quantity that somebody typed.

    The quantity of a month kept by weeks goes with the last of them.
    """
    if not columns.by_week:
        return {column for column in cleared if row.values.get(column, MARK) != MARK}
    if row.activity is None:
        return set()
    quantities = planned(row.activity)
    lost = set()
    for month in {columns.month(column) for column in cleared}:
        of_month = {column for column in cleared if columns.month(column) == month}
        last = len(of_month) >= len(weeks_marked(row.activity, month))
        if last and quantities.get(month, MARK) != MARK:
            lost |= of_month
    return lost
