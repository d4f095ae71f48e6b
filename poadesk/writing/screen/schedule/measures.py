"""How the width of the window is shared among the columns of the cronograma, and row heights."""

from __future__ import annotations

from poadesk.plan.fields import show_quantity
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.grid_text import longest_number, wrapped
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.columns import Columns
from poadesk.writing.screen.schedule.rows import ScheduleRow

ROLES = {"objective": "objective", "goal": "goal", "activity": "grid"}
NARROW = 1000
_LEAST_NAMES, _MOST_NAMES = 276, 560
_LEAST_MONTH, _MOST_MONTH = 32, 49
_LEAST_WEEK, _MOST_WEEK = 24, 30
_TIGHT = 42
_MOST_NUMBER, _MOST_BESIDE = 120, 84
_LEAST_HEIGHT = {"objective": 34, "goal": 32, "activity": 44}
_ROOM = {"objective": 12, "goal": 12, "activity": 8}


@dataclass(frozen=True, slots=True)
class Measures:
    """Widths in pixels: names, one column, sums, and where texts begin inside the names.

    Where the codes of activities are long they stand over the texts (`stacked`), not beside them.
    """

    names: int = _LEAST_NAMES
    column: int = _LEAST_MONTH
    sums: int = 236
    total: int = 800
    margin: int = 24
    text_left: int = 68
    narrow: bool = False
    stacked: bool = False

    @property
    def tight(self) -> bool:
        """Say whether a column is so narrow that its numbers take smaller letters."""
        return self.column < theme().px(_TIGHT)

    def text_width(self, kind: str) -> int:
        """Return the room for the text of a row; headings run on over the whole grid."""
        end = self.names - theme().px(12) if kind == "activity" else self.total - self.margin
        return max(40, end - self.left_of_text(kind))

    def left_of_text(self, kind: str) -> int:
        """Return where the text of a row begins."""
        return self.margin if self.is_stacked(kind) else self.text_left

    def is_stacked(self, kind: str) -> bool:
        """Say whether the number of a row stands over its text."""
        return self.stacked and kind == "activity"

    def lines(self, row: ScheduleRow) -> tuple[str, ...]:
        """Return the lines in which the text of a row is painted."""
        return wrapped(row.text or "Sin escribir", ROLES[row.kind], self.text_width(row.kind))

    def number_lines(self, row: ScheduleRow) -> tuple[str, ...]:
        """Return the lines of a row's number; only long codes given by hand take more than one."""
        room = self.text_left - self.margin - theme().px(6)
        if self.is_stacked(row.kind):
            room = self.text_width(row.kind)
        return wrapped(row.number, ROLES[row.kind], room)

    def line_count(self, row: ScheduleRow) -> int:
        """Return how many lines number and text take together."""
        counts = len(self.number_lines(row)), len(self.lines(row))
        return sum(counts) if self.is_stacked(row.kind) else max(counts)

    def height(self, row: ScheduleRow) -> int:
        """Return how high a row must be for all of its text."""
        line = theme().line_height(ROLES[row.kind])
        text = self.line_count(row) * line + theme().px(_ROOM[row.kind])
        return max(text, theme().px(_LEAST_HEIGHT[row.kind]))


def measured(total: int, margin: int, columns: Columns, rows: list[ScheduleRow]) -> Measures:
    """Share `total` pixels: months shrink from 49 to 32 pixels before anything scrolls.

    A column is never narrower than the longest quantity in the plan.
    """
    px = theme().px
    narrow = total < px(NARROW)
    sums = px(112 if narrow else 236)
    room = total - sums - px(_LEAST_NAMES)
    count = max(1, columns.count)
    least, most = _least_and_most(columns, rows)
    column = max(min(room // count, most), least)
    names = min(max(total - sums - column * count, px(_LEAST_NAMES)), px(_MOST_NAMES))
    column = max(column, (total - sums - names) // count)
    # What a whole number of columns leaves over goes to the names, so that the sums end flush.
    names = max(names, total - sums - column * count)
    stacked = _longest([row for row in rows if row.kind == "activity"]) > px(_MOST_BESIDE)
    beside = [row for row in rows if row.kind != "activity"] if stacked else rows
    number = min(max(px(44), round(_longest(beside)) + px(10)), px(_MOST_NUMBER))
    return Measures(names, column, sums, total, margin, margin + number, narrow, stacked)


def _longest(rows: list[ScheduleRow]) -> float:
    return longest_number((row.number, ROLES[row.kind]) for row in rows)


def _least_and_most(columns: Columns, rows: list[ScheduleRow]) -> tuple[int, int]:
    """Return between what widths a column may be, in pixels."""
    if columns.by_week:
        return theme().px(_LEAST_WEEK), theme().px(_MOST_WEEK)
    quantities = {value for row in rows for value in row.values.values()}
    longest = longest_number((show_quantity(value), "label") for value in quantities)
    return max(theme().px(_LEAST_MONTH), round(longest) + 6), theme().px(_MOST_MONTH)
