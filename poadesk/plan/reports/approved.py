"""What was approved, what is planned now and what was done, activity by activity.

An activity is known by its id, so that one that was moved or written anew stays the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from poadesk.plan.model import Plan
from poadesk.plan.reports.branches import Leaf, leaves
from poadesk.plan.reports.period import Period
from poadesk.plan.reports.records import Amounts, records_of, total
from poadesk.quick_dataclass import dataclass

SAME, CHANGED, NEW, GONE = "same", "changed", "new", "gone"


@dataclass(frozen=True, slots=True)
class Three:
    """Approved, planned now and done of some months, in thousandths; None where there is none."""

    approved: int | None
    current: int | None
    done: int | None


@dataclass(frozen=True, slots=True)
class ApprovedRow:
    """An activity that is in the approved plan, in the present one, or in both.

    `change` is a word of this module. `months` has every month of the year, `groups` those of the
    report, `year` all of them; what was done is known up to the cut-off.
    """

    plan_id: str
    activity_id: str
    unit: str
    number: str
    activity: str
    unit_of_measure: str
    change: str
    months: tuple[Three, ...]
    groups: tuple[Three, ...]
    year: Three


@dataclass(frozen=True, slots=True)
class ApprovedTotal:
    """The sum of every column; it mixes units of measure and is labelled so."""

    months: tuple[Three, ...]
    groups: tuple[Three, ...]
    year: Three


def approved_rows(
    plans: Sequence[Plan], approved: Mapping[str, Plan], period: Period, group: str
) -> tuple[ApprovedRow, ...]:
    """Return the rows of every plan that was approved; `approved` has {plan id: as it was then}.

    Activities that are no longer there follow those of their plan.
    """
    rows: list[ApprovedRow] = []
    for plan in plans:
        if plan.id in approved:
            rows += _of_plan(plan, approved[plan.id], period, group)
    return tuple(rows)


def approved_total(rows: Sequence[ApprovedRow], period: Period, group: str) -> ApprovedTotal:
    """Sum the rows up."""
    return ApprovedTotal(
        tuple(_sum(row.months[at] for row in rows) for at in range(len(period.year))),
        tuple(_sum(row.groups[at] for row in rows) for at in range(len(period.groups(group)))),
        _sum(row.year for row in rows),
    )


def _of_plan(plan: Plan, approved: Plan, period: Period, group: str) -> list[ApprovedRow]:
    before = {leaf.activity.id: leaf for leaf in _active([approved])}
    now = {leaf.activity.id: leaf for leaf in _active([plan])}
    every = {**now, **{one: leaf for one, leaf in before.items() if one not in now}}
    return [
        _row(plan, leaf, before.get(one), now.get(one), period, group)
        for one, leaf in every.items()
    ]


def _active(plans: Sequence[Plan]) -> Iterable[Leaf]:
    return (leaf for leaf in leaves(plans) if leaf.activity.active)


def _row(
    plan: Plan, shown: Leaf, before: Leaf | None, now: Leaf | None, period: Period, group: str
) -> ApprovedRow:
    months = _months(before, now, period)
    at = {month: place for place, month in enumerate(period.year)}
    groups = [[months[at[month]] for month in of_group] for of_group in period.groups(group)]
    return ApprovedRow(
        plan_id=plan.id,
        activity_id=shown.activity.id,
        unit=plan.unit,
        number=shown.number,
        activity=shown.activity.text,
        unit_of_measure=shown.activity.unit_of_measure,
        change=_change(before, now),
        months=months,
        groups=tuple(map(_sum, groups)),
        year=_sum(months),
    )


def _months(before: Leaf | None, now: Leaf | None, period: Period) -> tuple[Three, ...]:
    count = len(period.year)
    nothing: Amounts = (None,) * count
    approved: Amounts = nothing
    current: Amounts = nothing
    done: Amounts = nothing
    if before is not None:
        approved = records_of(before.activity).planned_in(period.year)
    if now is not None:
        records = records_of(now.activity)
        current = records.planned_in(period.year)
        done = (*records.done_in(period.months), *nothing[len(period.months) :])
    return tuple(map(Three, approved, current, done))


def _change(before: Leaf | None, now: Leaf | None) -> str:
    if before is None or now is None:
        return NEW if before is None else GONE
    return SAME if _told(before) == _told(now) else CHANGED


def _told(leaf: Leaf) -> tuple[object, ...]:
    """Return what an approved activity promises: its words, its unit, its target, its months."""
    one = leaf.activity
    planned = records_of(one).planned
    return one.text, one.unit_of_measure, one.annual_target_thousandths, tuple(planned.items())


def _sum(some: Iterable[Three]) -> Three:
    many = list(some)
    return Three(
        total(one.approved for one in many),
        total(one.current for one in many),
        total(one.done for one in many),
    )
