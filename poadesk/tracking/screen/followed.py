"""Every activity of a plan as the screen follows it, also those that a filter hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from poadesk.plan.model import Activity
from poadesk.tracking.gaps import Gap, count_of_gaps, gaps_of
from poadesk.tracking.screen.rows import TrackingRow, in_state, rows_of, up_to_date
from poadesk.tracking.screen.standings import standings_of
from poadesk.tracking.screen.words import PILLS
from poadesk.tracking.standing import INACTIVE, NOT_BEGUN, UNPLANNED, Scope
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.pills import PillWords

_SHORT = {UNPLANNED: "Sin prog."}


class Followed:
    """The lines of a plan in a scope, and what is counted of them."""

    def __init__(self, open_plan: OpenPlan, scope: Scope) -> None:
        plan, reading = open_plan.plan, open_plan.reading
        self.scope = scope
        self._standings = standings_of(open_plan)
        self.rows = rows_of(
            plan, reading.numbers, scope, self._standings, goals=plan.profile == "poi"
        )
        self._at = {row.id: at for at, row in enumerate(self.rows)}

    def row(self, row_id: str) -> TrackingRow | None:
        """Return a line, or None when the plan has none of this id."""
        at = self._at.get(row_id)
        return None if at is None else self.rows[at]

    def renew(self, activity: Activity) -> TrackingRow | None:
        """Follow an activity as it is now; return its line, or None if it is in no line."""
        at = self._at.get(activity.id)
        if at is None:
            return None
        self.rows[at] = TrackingRow(activity, self.rows[at].number, self.scope, self._standings)
        return self.rows[at]

    def shown(self, state: str) -> list[TrackingRow]:
        """Return the lines of the activities in a state ("" for all), with their headings."""
        return in_state(self.rows, state)

    def pills(self, short: bool) -> list[PillWords]:
        """Return how many activities there are in each state."""
        states = Counter(row.standing.state for row in self.activities())
        states[""] = states.total() - states[INACTIVE]
        return [
            PillWords(state, _SHORT.get(state, word) if short else word, states[state], state)
            for state, word in PILLS
            if state != NOT_BEGUN or states[state]
        ]

    def up_to_date(self) -> tuple[int, int]:
        """Return how many activities lack no overdue record, and how many there are."""
        return up_to_date(self.rows)

    def gaps(self) -> Iterator[Gap]:
        """Yield what is missing, in the order of the plan."""
        for row in self.activities():
            if row.activity is not None:
                yield from gaps_of(row.activity, row.number, row.standing, self.scope)

    def gap_count(self) -> int:
        """Return how many gaps there are."""
        return sum(count_of_gaps(row.standing) for row in self.activities())

    def activities(self) -> Iterable[TrackingRow]:
        """Return the lines of activities."""
        return (row for row in self.rows if row.activity is not None)
