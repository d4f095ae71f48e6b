"""The execution report: what each activity planned and did, month by month and by groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from poadesk.plan.model import Plan
from poadesk.plan.reports.approved import ApprovedRow, approved_rows
from poadesk.plan.reports.branches import Leaf, leaves
from poadesk.plan.reports.period import Period
from poadesk.plan.reports.records import Amounts, Records, records_of, total
from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Sums:
    """PROG and EJEC of a group of months, in thousandths; None when nothing was recorded."""

    planned: int
    done: int | None


@dataclass(frozen=True, slots=True)
class ExecutionRow:
    """An activity; `planned` has every month of the year, `done` those up to the cut-off.

    `target` is the one stated by hand, or else the sum of the months. All in thousandths.
    """

    plan_id: str
    activity_id: str
    unit: str
    category: str
    number: str
    activity: str
    unit_of_measure: str
    target: int
    planned: tuple[int, ...]
    done: Amounts
    groups: tuple[Sums, ...]


@dataclass(frozen=True, slots=True)
class ExecutionTotal:
    """The sum of every column; it mixes units of measure and is labelled so."""

    target: int
    planned: tuple[int, ...]
    done: Amounts
    groups: tuple[Sums, ...]


@dataclass(frozen=True, slots=True)
class Execution:
    """The report; `group` is a name of `period.GROUPS`. Only active activities have a row.

    `approved` holds them against the plans as they were approved, if any was.
    """

    period: Period
    group: str
    rows: tuple[ExecutionRow, ...]
    total: ExecutionTotal
    approved: tuple[ApprovedRow, ...] = field(default=())


def execution(
    plans: Sequence[Plan],
    period: Period,
    group: str = "quarter",
    approved: Mapping[str, Plan] | None = None,
) -> Execution:
    """Return the execution of all active activities (rules.md, "Planned and done", 1 to 4).

    `approved` has {plan id: the plan as it was approved}.
    """
    rows = tuple(_row(leaf, period, group) for leaf in leaves(plans) if leaf.activity.active)
    against = approved_rows(plans, approved or {}, period, group)
    return Execution(period, group, rows, _total(rows, period, group), against)


def _row(leaf: Leaf, period: Period, group: str) -> ExecutionRow:
    activity, records = leaf.activity, records_of(leaf.activity)
    planned = records.planned_in(period.year)
    stated = activity.annual_target_thousandths
    return ExecutionRow(
        plan_id=leaf.plan.id,
        activity_id=activity.id,
        unit=leaf.plan.unit,
        category=activity.category,
        number=leaf.number,
        activity=activity.text,
        unit_of_measure=activity.unit_of_measure,
        target=sum(planned) if stated is None else stated,
        planned=planned,
        done=records.done_in(period.months),
        groups=tuple(_sums(records, months, period) for months in period.groups(group)),
    )


def _sums(records: Records, months: Sequence[str], period: Period) -> Sums:
    begun = [month for month in months if month <= period.until]
    return Sums(sum(records.planned_in(months)), total(records.done_in(begun)))


def _total(rows: Sequence[ExecutionRow], period: Period, group: str) -> ExecutionTotal:
    return ExecutionTotal(
        target=sum(row.target for row in rows),
        planned=tuple(sum(row.planned[at] for row in rows) for at in range(len(period.year))),
        done=tuple(total(row.done[at] for row in rows) for at in range(len(period.months))),
        groups=tuple(
            _total_of(row.groups[at] for row in rows) for at in range(len(period.groups(group)))
        ),
    )


def _total_of(groups: Iterable[Sums]) -> Sums:
    some = list(groups)
    return Sums(sum(one.planned for one in some), total(one.done for one in some))
