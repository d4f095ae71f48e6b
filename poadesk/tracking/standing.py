"""How an activity stands at a cut-off: late, at risk, on track, or with something missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from poadesk.plan import calendar
from poadesk.plan.model import Activity, Plan
from poadesk.plan.reports import traffic_light
from poadesk.plan.reports.limits import Limits, limits_of
from poadesk.plan.reports.period import Period, period_of
from poadesk.plan.reports.progress import INCOMPLETE, NOT_PLANNED, Progress, progress
from poadesk.plan.reports.records import Records, missing_months, records_of
from poadesk.plan.reports.traffic_light import AMBER, GREEN, RED, light
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.edits import deviation_at

LATE, AT_RISK, ON_TRACK = "late", "at_risk", "on_track"
MISSING, UNPLANNED, INACTIVE, NOT_BEGUN = "missing", "unplanned", "inactive", "not_begun"
STATES = (LATE, AT_RISK, ON_TRACK, MISSING, NOT_BEGUN, UNPLANNED)
_BY_LIGHT = {RED: LATE, AMBER: AT_RISK, GREEN: ON_TRACK, traffic_light.NOT_BEGUN: NOT_BEGUN}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a standing is judged by: the months, the settings of the file, and the day."""

    period: Period
    limits: Limits
    today: date

    def has_ended(self, month: str) -> bool:
        """Say whether a month is over: before that nothing of it is missing."""
        return calendar.has_ended(month, self.today)

    def is_overdue(self, month: str) -> bool:
        """Say whether the deadline for recording a month has passed."""
        return self.limits.is_overdue(month, self.today)


@dataclass(frozen=True, slots=True)
class Standing:
    """Amounts, progress and state of an activity; its months that are not recorded.

    Of those in `missing`, the ones that are over are `due`, or `overdue` after their deadline; a
    month that still runs or is to come lacks nothing yet. `asks_cause` when the cause of a delay
    or what will be done is due and not written.
    """

    records: Records
    progress: Progress
    state: str
    missing: tuple[str, ...]
    due: tuple[str, ...]
    overdue: tuple[str, ...]
    is_delayed: bool
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
    state = _state(activity, made, scope)
    # Without planning a record counts as complete (rules.md, summary).
    wanted = () if state in (UNPLANNED, INACTIVE) else scope.period.months
    missing = missing_months(records, wanted, scope.limits)
    over = [month for month in missing if scope.has_ended(month)]
    is_delayed = _is_delayed(made, scope.limits)
    return Standing(
        records,
        made,
        state,
        missing,
        due=tuple(month for month in over if not scope.is_overdue(month)),
        overdue=tuple(month for month in over if scope.is_overdue(month)),
        is_delayed=is_delayed,
        asks_cause=bool(activity.active) and is_delayed and not _explained(activity, scope),
    )


def _is_delayed(made: Progress, limits: Limits) -> bool:
    return made.has_begun and made.value is not None and made.value < limits.cause_below


def _state(activity: Activity, made: Progress, scope: Scope) -> str:
    if not activity.active:
        return INACTIVE
    if made.state == NOT_PLANNED:
        return UNPLANNED
    if made.state == INCOMPLETE:
        return MISSING
    return _BY_LIGHT[light(made.value, scope.limits, made.has_begun)]


def _explained(activity: Activity, scope: Scope) -> bool:
    said = deviation_at(activity, scope.period.until)
    return said is not None and bool(said.cause.strip() and said.corrective_action.strip())
