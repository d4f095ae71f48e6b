"""The columns of the cronograma: the months of the plan, or four weeks under each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from poadesk.plan import calendar
from poadesk.plan.model import WEEKS_IN_A_MONTH, Activity
from poadesk.plan.schedule import MARK, planned
from poadesk.quick_dataclass import dataclass
from poadesk.writing.schedule_edits import weeks_marked


@dataclass(frozen=True, slots=True)
class Cell:
    """A place where an activity can be marked: a month, or a week (1 to 4) of it if not 0."""

    activity_id: str
    month: str
    week: int = 0

    @property
    def words(self) -> str:
        """Name the place in a sentence: `marzo`, `la semana 2 de marzo`."""
        month = calendar.name(self.month)
        return f"la semana {self.week} de {month}" if self.week else month


@dataclass(frozen=True, slots=True)
class Columns:
    """The months that head the grid, and whether each is kept by weeks."""

    months: tuple[str, ...] = ()
    by_week: bool = False

    @property
    def per_month(self) -> int:
        """Return how many columns a month takes."""
        return WEEKS_IN_A_MONTH if self.by_week else 1

    @property
    def count(self) -> int:
        """Return how many columns there are."""
        return len(self.months) * self.per_month

    @property
    def years(self) -> tuple[str, ...]:
        """Return the years that the columns touch."""
        return calendar.years(self.months)

    def month(self, column: int) -> str:
        """Return the month of a column, as `2027-03`."""
        return self.months[column // self.per_month]

    def week(self, column: int) -> int:
        """Return the week (1 to 4) of a column, or 0 where months are not divided."""
        return column % WEEKS_IN_A_MONTH + 1 if self.by_week else 0

    def cell(self, activity_id: str, column: int) -> Cell:
        """Return the place of an activity that a column shows."""
        return Cell(activity_id, self.month(column), self.week(column))

    def column(self, cell: Cell) -> int | None:
        """Return the column that shows a place, or None when it is not shown any more."""
        if cell.month not in self.months or bool(cell.week) != self.by_week:
            return None
        return self.months.index(cell.month) * self.per_month + max(cell.week - 1, 0)

    def name(self, column: int) -> str:
        """Name a column: `marzo`, `marzo de 2028` where the plan spans two years, its week."""
        month = self.month(column)
        name = calendar.name_with_year(month) if len(self.years) > 1 else calendar.name(month)
        return f"{name}, semana {self.week(column)}" if self.by_week else name

    def ends_quarter(self, column: int) -> bool:
        """Say whether a heavier line follows a column: after a quarter, or a month of weeks."""
        return (column + 1) % (self.per_month if self.by_week else 3) == 0

    def values(self, activity: Activity) -> dict[int, int]:
        """Return {column: thousandths} of what an activity plans; a marked week counts 1."""
        quantities, at = planned(activity), _places(self.months)
        if not self.by_week:
            return {at[month]: value for month, value in quantities.items() if month in at}
        return {
            at[month] * WEEKS_IN_A_MONTH + week - 1: MARK
            for month in quantities
            if month in at
            for week in weeks_marked(activity, month)
        }


@lru_cache(maxsize=8)
def _places(months: tuple[str, ...]) -> Mapping[str, int]:
    """Return {month: place among them}; every activity of a plan asks for the same."""
    return {month: place for place, month in enumerate(months)}
