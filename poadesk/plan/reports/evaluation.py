"""The evaluation by contribution of areas: sum over sum, not capped; never mixed with means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from poadesk.plan.model import GoalComment, ObjectiveComment, Plan
from poadesk.plan.reports.branches import GoalBranch, Leaf, ObjectiveBranch, branches
from poadesk.plan.reports.efficacy import label_of, paragraph
from poadesk.plan.reports.limits import Limits, limits_of
from poadesk.plan.reports.percent import percent
from poadesk.plan.reports.period import Period
from poadesk.plan.reports.progress import MONTHLY
from poadesk.plan.reports.records import Records, missing_months, records_of
from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """What one unit planned and did for an action, in thousandths; `percent` is not capped.

    `percent` is None without planning in the period; such an area enters no sum. `missing` counts
    the months of its activities that are not recorded, which count as nothing done.
    """

    unit: str
    planned: int
    done: int
    percent: Fraction | None
    missing: int


@dataclass(frozen=True, slots=True)
class EvaluatedAction:
    """An AEI with its areas; `label` is None and `text` says so when nothing was planned.

    `goal_ids` are its rows, the first one keeps a new comment; `comment` is the person's own.
    """

    objective: str
    code: str
    name: str
    areas: tuple[Area, ...]
    planned: int
    done: int
    percent: Fraction | None
    label: str | None
    text: str
    comment: str
    goal_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvaluatedObjective:
    """An OEI: the sums over its actions, and the person's own comment."""

    code: str
    name: str
    actions: tuple[EvaluatedAction, ...]
    planned: int
    done: int
    percent: Fraction | None
    comment: str
    objective_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole report."""

    period: Period
    limits: Limits
    objectives: tuple[EvaluatedObjective, ...]

    def actions(self) -> Iterator[EvaluatedAction]:
        """Yield every action in order."""
        for objective in self.objectives:
            yield from objective.actions


def evaluation(plans: Sequence[Plan], period: Period) -> Evaluation:
    """Return the evaluation of the plans of a file (rules.md, "Efficacy by contribution")."""
    limits = limits_of(plans)
    return Evaluation(
        period, limits, tuple(_objective(one, period, limits) for one in branches(plans))
    )


def _objective(branch: ObjectiveBranch, period: Period, limits: Limits) -> EvaluatedObjective:
    actions = tuple(
        _action(goal, branch.code, period, limits) for goal in branch.goals.values() if goal.leaves
    )
    planned, done = sum(one.planned for one in actions), sum(one.done for one in actions)
    return EvaluatedObjective(
        code=branch.code,
        name=branch.name,
        actions=actions,
        planned=planned,
        done=done,
        percent=percent(done, planned) if planned else None,
        comment=_comment(branch.objectives, period),
        objective_ids=tuple(row.id for row in branch.objectives),
    )


def _action(branch: GoalBranch, objective: str, period: Period, limits: Limits) -> EvaluatedAction:
    by_unit: dict[str, list[Leaf]] = {}
    for leaf in branch.leaves:
        if leaf.activity.active:
            by_unit.setdefault(area_of(leaf), []).append(leaf)
    areas = tuple(_area(unit, some, period, limits) for unit, some in by_unit.items())
    counted = [area for area in areas if area.percent is not None]
    planned, done = sum(one.planned for one in counted), sum(one.done for one in counted)
    value = percent(done, planned) if planned else None
    label = label_of(value, limits)
    return EvaluatedAction(
        objective=objective,
        code=branch.code,
        name=branch.name,
        areas=areas,
        planned=planned,
        done=done,
        percent=value,
        label=label,
        text=paragraph(areas, planned, done, limits),
        comment=_comment(branch.goals, period),
        goal_ids=tuple(row.id for row in branch.goals),
    )


def area_of(leaf: Leaf) -> str:
    """Return the area that an activity belongs to: its unit, or its cost centre without one."""
    return leaf.plan.unit.strip() or leaf.activity.cost_centre.strip()


def _area(unit: str, some: Sequence[Leaf], period: Period, limits: Limits) -> Area:
    planned = done = missing = 0
    for leaf in some:
        records = records_of(leaf.activity)
        of_plan, of_done = _contribution(leaf, records, period)
        planned, done = planned + of_plan, done + of_done
        missing += len(missing_months(records, period.months, limits)) if of_plan else 0
    return Area(unit, planned, done, percent(done, planned) if planned else None, missing)


def _contribution(leaf: Leaf, records: Records, period: Period) -> tuple[int, int]:
    """Return planned and done of an activity; *Acumulado Mensual* counts its last value above 0."""
    amounts = records.planned_in(period.months), records.done_in(period.months)
    if leaf.activity.aggregation == MONTHLY:
        planned, done = ([one for one in some if one] for some in amounts)
        return (planned or [0])[-1], (done or [0])[-1]
    return sum(amounts[0]), sum(amount or 0 for amount in amounts[1])


def _comment(rows: Iterable[object], period: Period) -> str:
    """Return what the person wrote of the rows of a branch for this cut-off month."""
    found: list[GoalComment | ObjectiveComment] = [
        comment for row in rows for comment in getattr(row, "comments", ())
    ]
    return "\n".join(
        one.text.strip() for one in found if one.month == period.until and one.text.strip()
    )
