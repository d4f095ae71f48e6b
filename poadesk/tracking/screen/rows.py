"""The lines of the tracking grid, and the two kinds of amounts that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.plan.reports.records import total
from poadesk.plan.schedule import has_quantities
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.edits import BUDGET, DONE, SPENT, amounts
from poadesk.tracking.standing import INACTIVE, UNPLANNED, Scope, Standing, Standings

PLANNED = "planned"
_AnyRow = Objective | Goal | Activity


@dataclass(frozen=True, slots=True)
class Kind:
    """What the two lines of an activity show; `is_money` tells cents from thousandths."""

    name: str
    upper: str
    lower: str
    upper_word: str
    lower_word: str
    is_money: bool

    def field(self, is_upper: bool) -> str:
        """Return the field of one of the two lines."""
        return self.upper if is_upper else self.lower


PHYSICAL = Kind("physical", PLANNED, DONE, "Prog.", "Hecho", is_money=False)
FINANCIAL = Kind("financial", BUDGET, SPENT, "Presup.", "Gasto", is_money=True)
KINDS = {kind.name: kind for kind in (PHYSICAL, FINANCIAL)}


@dataclass(frozen=True, slots=True)
class Place:
    """One amount: an activity, a month and a field."""

    activity_id: str
    month: str
    field: str


class TrackingRow:
    """A line of the grid; what follows from its row is worked out when it is first asked for."""

    def __init__(self, row: _AnyRow, number: str, scope: Scope, standings: Standings) -> None:
        self.row = row
        self.id = row.id
        self.kind = row.TABLE
        self.number = " ".join(number.split())
        self.scope = scope
        self._standings = standings
        self.activity = row if isinstance(row, Activity) else None  # None in a heading

    @property
    def text(self) -> str:
        """Return what the person wrote."""
        return self.row.text.strip()

    @cached_property
    def standing(self) -> Standing:
        """Return how the activity stands."""
        assert isinstance(self.row, Activity)
        return self._standings.of(self.row, self.scope)

    @cached_property
    def has_unit(self) -> bool:
        """Say whether the months carry quantities, or only an X."""
        return isinstance(self.row, Activity) and has_quantities(self.row)

    def amounts(self, field: str) -> Mapping[str, int]:
        """Return {month: amount} of what is known in a field."""
        records = self.standing.records
        return records.planned if field == PLANNED else amounts(records, field)

    def missing(self, kind: Kind) -> tuple[str, ...]:
        """Return the months up to the cut-off that lack what the lower line records."""
        if not kind.is_money:
            return self.standing.missing
        if self.standing.state == INACTIVE:
            return ()
        records, months = self.standing.records, self.scope.period.months
        return tuple(one for one in months if records.budget.get(one) and one not in records.spent)

    def sums(self, kind: Kind) -> tuple[int | None, int | None]:
        """Return what the upper and the lower line come to up to the cut-off; None is nothing."""
        made, records, months = self.standing.progress, self.standing.records, self.scope.period
        if not kind.is_money:
            return made.planned, made.done
        return total(records.budget.get(one) for one in months.months), total(
            records.spent_in(months.months)
        )


def rows_of(
    plan: Plan, numbers: Mapping[str, str], scope: Scope, standings: Standings, goals: bool
) -> list[TrackingRow]:
    """Return every line; headings without activities are left out, goals where not asked for."""
    shown = _shown(plan, goals)
    return [TrackingRow(row, numbers.get(row.id, ""), scope, standings) for row in shown]


def in_state(rows: Sequence[TrackingRow], state: str) -> list[TrackingRow]:
    """Return the activities in a state ("" for all) under the headings that have any."""
    result: list[TrackingRow] = []
    headings: dict[str, TrackingRow] = {}
    for row in rows:
        if row.activity is None:
            if row.kind == "objective":
                headings.clear()
            headings[row.kind] = row
        elif not state or row.standing.state == state:
            result += [*headings.values(), row]
            headings.clear()
    return result


def up_to_date(rows: Sequence[TrackingRow]) -> tuple[int, int]:
    """Return how many activities lack no overdue record, and how many there are."""
    counted = [row.standing for row in rows if row.activity and row.activity.active]
    return sum(1 for one in counted if not one.overdue or one.state == UNPLANNED), len(counted)


def _shown(plan: Plan, goals: bool) -> Iterator[_AnyRow]:
    for objective in plan.objectives:
        if any(goal.activities for goal in objective.goals):
            yield objective
        for goal in objective.goals:
            if goals and goal.activities and goal.text.strip():
                yield goal
            yield from goal.activities
