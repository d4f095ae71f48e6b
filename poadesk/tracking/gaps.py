"""What is missing in a plan at a cut-off: months without a record, and delays without a cause."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan.model import Activity
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.standing import Scope, Standing

OVERDUE, DUE, CAUSE = "overdue", "due", "cause"


@dataclass(frozen=True, slots=True)
class Gap:
    """What one activity lacks. `months` are those without a record; for a cause the cut-off."""

    kind: str
    activity: Activity
    number: str
    months: tuple[str, ...]


def gaps_of(activity: Activity, number: str, standing: Standing, scope: Scope) -> Iterator[Gap]:
    """Yield what an activity lacks, what is overdue first."""
    if standing.overdue:
        yield Gap(OVERDUE, activity, number, standing.overdue)
    if standing.due:
        yield Gap(DUE, activity, number, standing.due)
    if standing.asks_cause:
        yield Gap(CAUSE, activity, number, (scope.period.until,))


def count_of_gaps(standing: Standing) -> int:
    """Return how many gaps an activity has, without naming them."""
    return bool(standing.overdue) + bool(standing.due) + standing.asks_cause
