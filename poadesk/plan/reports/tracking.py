"""The tracking report: physical and financial progress by objective, action and activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from poadesk.plan.model import Activity, Plan, declared_fields
from poadesk.plan.reports.branches import GoalBranch, Leaf, ObjectiveBranch, branches
from poadesk.plan.reports.limits import Limits, limits_of
from poadesk.plan.reports.percent import mean, median
from poadesk.plan.reports.period import Period
from poadesk.plan.reports.progress import INCOMPLETE, Progress, progress
from poadesk.plan.reports.records import Amounts, Records, records_of, total
from poadesk.plan.reports.traffic_light import NOT_BEGUN, LightCount, counted_lights, light
from poadesk.quick_dataclass import dataclass

INACTIVE = "No está activa."
WITHOUT_MONTHS = "No tiene nada programado en el año."


@dataclass(frozen=True, slots=True)
class TrackingRow:
    """An activity: quantities in thousandths, money in cents, by month up to the cut-off.

    `progress` has the accumulated quantities; `light` is a colour of the traffic light.
    """

    plan_id: str
    activity_id: str
    unit: str
    objective: str
    action: str
    code: str
    activity: str
    cost_centre: str
    priority: str
    unit_of_measure: str
    aggregation: str
    planned: tuple[int, ...]
    done: Amounts
    progress: Progress
    budget: tuple[int, ...]
    spent: Amounts
    budget_total: int
    spent_total: int
    light: str


@dataclass(frozen=True, slots=True)
class Action:
    """An AEI: the mean of its activities, None without one; money in cents, S.P. included.

    It has begun when all that enter its mean have: one that has not would weigh on it as late.
    """

    code: str
    name: str
    rows: tuple[TrackingRow, ...]
    progress: Fraction | None
    is_incomplete: bool
    has_begun: bool
    budget_total: int
    spent_total: int
    light: str


@dataclass(frozen=True, slots=True)
class TrackedObjective:
    """An OEI with its actions; `progress` is the mean of those that have a value."""

    code: str
    name: str
    actions: tuple[Action, ...]
    progress: Fraction | None
    light: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An activity that is not in the report, and why (note i)."""

    plan_id: str
    activity_id: str
    unit: str
    code: str
    activity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The closing figures; both means are printed, each with its name. Money in cents."""

    mean_of_activities: Fraction | None
    mean_of_actions: Fraction | None
    median_of_activities: Fraction | None
    budget_total: int
    spent_total: int
    complete: int
    incomplete: int


@dataclass(frozen=True, slots=True)
class MonthMoney:
    """Budget and spending of a month over all activities, in cents."""

    month: str
    budget: int
    spent: int | None


@dataclass(frozen=True, slots=True)
class Tracking:
    """The whole report."""

    period: Period
    limits: Limits
    today: date
    objectives: tuple[TrackedObjective, ...]
    left_out: tuple[LeftOut, ...]
    summary: Summary
    activity_lights: LightCount
    action_lights: LightCount
    money: tuple[MonthMoney, ...]

    def actions(self) -> Iterator[Action]:
        """Yield every action in order."""
        for objective in self.objectives:
            yield from objective.actions

    def rows(self) -> Iterator[TrackingRow]:
        """Yield every activity in order."""
        for action in self.actions():
            yield from action.rows

    def has_unbegun(self) -> bool:
        """Say whether an activity has nothing to be judged by yet."""
        return any(row.light == NOT_BEGUN for row in self.rows())


def tracking(plans: Sequence[Plan], period: Period, today: date) -> Tracking:
    """Return the tracking of the plans of a file (rules.md, "Up the tree"); method: capped mean."""
    limits, left_out = limits_of(plans), list[LeftOut]()
    objectives = []
    for branch in branches(plans):
        above = [_action(one, branch.code, period, limits, today) for one in branch.goals.values()]
        left_out += [gone for _, some in above for gone in some]
        actions = tuple(action for action, _ in above if action.rows)
        if actions:
            objectives.append(_objective(branch, actions, limits))
    return _report(tuple(objectives), tuple(left_out), period, limits, today)


def reason_to_leave_out(activity: Activity, records: Records, period: Period) -> str:
    """Say why an activity does not enter the report, or "" when it does (note i)."""
    if not activity.active:
        return INACTIVE
    return "" if any(records.planned_in(period.year)) else WITHOUT_MONTHS


def _objective(
    branch: ObjectiveBranch, actions: tuple[Action, ...], limits: Limits
) -> TrackedObjective:
    value = mean(one.progress for one in actions if one.progress is not None)
    shade = light(value, limits, all(one.has_begun for one in actions))
    return TrackedObjective(branch.code, branch.name, actions, value, shade)


def _action(
    branch: GoalBranch, objective: str, period: Period, limits: Limits, today: date
) -> tuple[Action, list[LeftOut]]:
    rows, left_out = [], []
    for leaf in branch.leaves:
        records = records_of(leaf.activity)
        reason = reason_to_leave_out(leaf.activity, records, period)
        if reason:
            left_out.append(_left_out(leaf, reason))
        else:
            made = progress(leaf.activity, records, period, limits, today)
            rows.append(_row(leaf, objective, branch.code, records, made, period, limits))
    return _closed(branch, tuple(rows), limits), left_out


def _closed(branch: GoalBranch, rows: tuple[TrackingRow, ...], limits: Limits) -> Action:
    is_incomplete = any(row.progress.state == INCOMPLETE for row in rows)
    value = None if is_incomplete else _mean(rows)
    has_begun = all(row.progress.has_begun for row in rows if row.progress.enters_means)
    return Action(
        code=branch.code,
        name=branch.name,
        rows=rows,
        progress=value,
        is_incomplete=is_incomplete,
        has_begun=has_begun,
        budget_total=sum(row.budget_total for row in rows),
        spent_total=sum(row.spent_total for row in rows),
        light=light(value, limits, has_begun),
    )


def _row(
    leaf: Leaf,
    objective: str,
    action: str,
    records: Records,
    made: Progress,
    period: Period,
    limits: Limits,
) -> TrackingRow:
    activity, budget = leaf.activity, records.budget_in(period.months)
    spent = records.spent_in(period.months)
    return TrackingRow(
        plan_id=leaf.plan.id,
        activity_id=activity.id,
        unit=leaf.plan.unit,
        objective=objective,
        action=action,
        code=leaf.number,
        activity=activity.text,
        cost_centre=activity.cost_centre,
        priority=_word(activity, "priority"),
        unit_of_measure=activity.unit_of_measure,
        aggregation=_word(activity, "aggregation"),
        planned=records.planned_in(period.months),
        done=records.done_in(period.months),
        progress=made,
        budget=budget,
        spent=spent,
        budget_total=sum(budget),
        spent_total=total(spent) or 0,
        light=light(made.value, limits, made.has_begun),
    )


def _word(activity: Activity, field: str) -> str:
    """Return the word of a choice, and nothing where nothing was chosen."""
    value = getattr(activity, field)
    return declared_fields("activity")[field].show(value) if value else ""


def _left_out(leaf: Leaf, reason: str) -> LeftOut:
    activity = leaf.activity
    return LeftOut(leaf.plan.id, activity.id, leaf.plan.unit, leaf.number, activity.text, reason)


def _mean(rows: Sequence[TrackingRow]) -> Fraction | None:
    return mean(_values(rows))


def _values(rows: Sequence[TrackingRow]) -> Iterator[Fraction]:
    for row in rows:
        if row.progress.enters_means and row.progress.value is not None:
            yield row.progress.value


def _report(
    objectives: tuple[TrackedObjective, ...],
    left_out: tuple[LeftOut, ...],
    period: Period,
    limits: Limits,
    today: date,
) -> Tracking:
    actions = [action for objective in objectives for action in objective.actions]
    rows = [row for action in actions for row in action.rows]
    return Tracking(
        period=period,
        limits=limits,
        today=today,
        objectives=objectives,
        left_out=left_out,
        summary=_summary(actions, rows),
        activity_lights=counted_lights(row.light for row in rows),
        action_lights=counted_lights(action.light for action in actions),
        money=tuple(_money(rows, at, month) for at, month in enumerate(period.months)),
    )


def _summary(actions: Sequence[Action], rows: Sequence[TrackingRow]) -> Summary:
    incomplete = sum(1 for row in rows if row.progress.state == INCOMPLETE)
    return Summary(
        mean_of_activities=_mean(rows),
        mean_of_actions=mean(one.progress for one in actions if one.progress is not None),
        median_of_activities=median(_values(rows)),
        budget_total=sum(row.budget_total for row in rows),
        spent_total=sum(row.spent_total for row in rows),
        complete=len(rows) - incomplete,
        incomplete=incomplete,
    )


def _money(rows: Sequence[TrackingRow], at: int, month: str) -> MonthMoney:
    return MonthMoney(
        month, sum(row.budget[at] for row in rows), total(row.spent[at] for row in rows)
    )
