"""How an activity stands at a cut-off: late, at risk, on track, or with something missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from poadesk.plan.model import Activity, Plan
from poadesk.plan.reports.limits import Limits, limits_of
from poadesk.plan.reports.period import Period, period_of
from poadesk.plan.reports.progress import INCOMPLETE, NOT_PLANNED, Progress, progress
from poadesk.plan.reports.records import Records, missing_months, records_of
from poadesk.plan.reports.traffic_light import AMBER, GREEN, RED, light
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.edits import deviation_at

LATE, AT_RISK, ON_TRACK = "late", "at_risk", "on_track"
MISSING, UNPLANNED, INACTIVE = "missing", "unplanned", "inactive"
STATES = (LATE, AT_RISK, ON_TRACK, MISSING, UNPLANNED)
_BY_LIGHT = {RED: LATE, AMBER: AT_RISK, GREEN: ON_TRACK}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a standing is judged by: the months, the settings of the file, and the day."""

    period: Period
    limits: Limits
    today: date

    def is_overdue(self, month: str) -> bool:
        """Say whether the deadline for recording a month has passed."""
        return self.limits.is_overdue(month, self.today)


@dataclass(frozen=True, slots=True)
class Standing:
    """Amounts, progress and state of an activity; its missing months, overdue ones among them.

    `asks_cause` when the cause of a delay or what will be done is due and not written.
    """

    records: Records
    progress: Progress
    state: str
    missing: tuple[str, ...]
    overdue: tuple[str, ...]
    asks_cause: bool


class Standings:
    """How the activities of a file stand, each worked out again only after it changed.

    They are judged by one scope at a time; another one takes its place.
    """

    def __init__(self) -> None:
        self._scope: Scope | None = None
        self._known: dict[str, tuple[Activity, Standing]] = {}

    def of(self, activity: Activity, scope: Scope) -> Standing:
        """Return how an activity stands."""
        if scope is not self._scope:
            if scope != self._scope:
                self._known.clear()
            self._scope = scope
        judged, standing = self._known.get(activity.id, (None, None))
        if standing is None or judged is not activity:
            standing = standing_of(activity, scope)
            self._known[activity.id] = activity, standing
        return standing


def scope_of(plans: Sequence[Plan], until: str, today: date) -> Scope:
    """Return what the activities of a file are judged by at a cut-off month of the plan year."""
    return Scope(period_of(plans, until), limits_of(plans), today)


def standing_of(activity: Activity, scope: Scope) -> Standing:
    """Return how an activity stands."""
    records = records_of(activity)
    made = progress(activity, records, scope.period, scope.limits, scope.today)
    value = made.value
    state = _state(activity, made.state, value, scope)
    # Without planning a record counts as complete (rules.md, summary).
    wanted = () if state in (UNPLANNED, INACTIVE) else scope.period.months
    missing = missing_months(records, wanted, scope.limits)
    return Standing(
        records,
        made,
        state,
        missing,
        tuple(month for month in missing if scope.is_overdue(month)),
        bool(activity.active)
        and is_delayed(value, scope.limits)
        and not _explained(activity, scope),
    )


def is_delayed(value: Fraction | None, limits: Limits) -> bool:
    """Say whether a progress is under the limit from which the cause of a delay is asked."""
    return value is not None and value < limits.cause_below


def _state(activity: Activity, reached: str, value: Fraction | None, scope: Scope) -> str:
    if not activity.active:
        return INACTIVE
    if reached == NOT_PLANNED:
        return UNPLANNED
    if reached == INCOMPLETE:
        return MISSING
    return _BY_LIGHT[light(value, scope.limits)]


def _explained(activity: Activity, scope: Scope) -> bool:
    said = deviation_at(activity, scope.period.until)
    return said is not None and bool(said.cause.strip() and said.corrective_action.strip())
