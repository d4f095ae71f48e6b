"""Changes to the cronograma: months, weeks, and the plan year itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from poadesk.plan import calendar
from poadesk.plan.model import (
    WEEKS_IN_A_MONTH,
    Activity,
    Goal,
    MonthRecord,
    Objective,
    Plan,
    Row,
    WeekMark,
    new_id,
)
from poadesk.plan.schedule import MARK, plan_months, planned, weeks_of
from poadesk.planfile.journal import Step

ALL_WEEKS = tuple(range(1, WEEKS_IN_A_MONTH + 1))


def plan_month(step: Step, activity: Activity, month: str, thousandths: int | None) -> None:
    """Write what an activity plans in a month; None or 0 clears it, with its weeks.

    What was done or spent in the month stays.
    """
    record = next((record for record in activity.months if record.month == month), None)
    if thousandths:
        if record is None:
            new = MonthRecord(id=new_id(), month=month, planned_thousandths=thousandths)
            step.put_row(new, activity.id)
        else:
            step.put("month_record", record.id, planned_thousandths=thousandths)
        return
    if record is not None:
        _clear_planned(step, record)
    for mark in activity.weeks:
        if mark.month == month:
            step.delete("week_mark", mark.id)


def weeks_marked(activity: Activity, month: str) -> tuple[int, ...]:
    """Return the weeks (1 to 4) in which an activity works in a month.

    A month planned without saying in which weeks counts as worked in all four.
    """
    weeks = weeks_of(activity, month)
    return weeks if weeks or month not in planned(activity) else ALL_WEEKS


def mark_weeks(
    step: Step, activity: Activity, month: str, weeks: Collection[int], marked: bool
) -> None:
    """Mark weeks (1 to 4) of a month, or clear them; with the last one the month is cleared too.

    What was done or spent in the month stays.
    """
    before = set(weeks_marked(activity, month))
    set_weeks(step, activity, month, before | set(weeks) if marked else before - set(weeks))


def set_weeks(step: Step, activity: Activity, month: str, weeks: Collection[int]) -> None:
    """Let just these weeks (1 to 4) of a month be marked; without any the month is cleared too."""
    if not weeks:
        plan_month(step, activity, month, None)
        return
    stored = {mark.week: mark for mark in activity.weeks if mark.month == month}
    for week in sorted(set(weeks) - stored.keys()):
        step.put_row(WeekMark(id=new_id(), month=month, week=week), activity.id)
    for week in sorted(stored.keys() - set(weeks)):
        step.delete("week_mark", stored[week].id)


def keep_by(step: Step, plan: Plan, schedule_step: str) -> None:
    """Keep the cronograma by `month` or `week`, so that no marked month is lost on the way."""
    step.put("plan", plan.id, schedule_step=schedule_step)
    for activity in plan.activities():
        recorded = {record.month for record in activity.months if record.planned_thousandths}
        in_weeks = {mark.month for mark in activity.weeks}
        if schedule_step == "week":
            for month in sorted(recorded - in_weeks):
                mark_weeks(step, activity, month, ALL_WEEKS, True)
        else:
            for month in sorted(in_weeks - recorded):
                plan_month(step, activity, month, MARK)


def begin_in(step: Step, plan: Plan, first_month: str) -> None:
    """Let the plan year begin in another month; what March had stays in March of the new year.

    The year's label follows. Months that lie outside the old plan year are left alone.
    """
    old = plan_months(plan)
    new = calendar.months(first_month, plan.month_count)
    label = calendar.label_of_years(new)
    step.put("plan", plan.id, first_month=first_month, year_label=label)
    moved = _moves(old, new)
    for activity in plan.activities():
        _move_rows(step, activity, activity.months, moved, lambda row: row.month)
        _move_rows(step, activity, activity.weeks, moved, lambda row: (row.month, row.week))
        _move_rows(step, activity, activity.deviations, moved, lambda row: row.month)
    commented: tuple[Goal | Objective, ...] = (*plan.objectives, *plan.goals())
    for row in commented:
        _move_rows(step, row, row.comments, moved, lambda comment: comment.month)


def _moves(old: tuple[str, ...], new: tuple[str, ...]) -> dict[str, str]:
    """Return {old month: new month}: the same name where there is just one, else the same place."""
    by_name = {month: calendar.same_month_within(month, new) for month in old}
    if None not in by_name.values() and len(old) == len(set(by_name.values())):
        return {month: to for month, to in by_name.items() if to}
    return dict(zip(old, new, strict=True))


def _move_rows(
    step: Step,
    over: Row,
    rows: tuple[Any, ...],
    moves: dict[str, str],
    key: Callable[[Any], object],
) -> None:
    """Delete what moves, then write it anew: two rows may trade months without ever colliding."""
    moving = [row for row in rows if moves.get(row.month, row.month) != row.month]
    ids = {row.id for row in moving}
    for row in moving:
        step.delete(row.TABLE, row.id)
    arrived = [replace(row, month=moves[row.month]) for row in moving]
    taken = {key(row) for row in arrived}
    for row in rows:
        if row.id not in ids and key(row) in taken:
            step.delete(row.TABLE, row.id)
    for row in arrived:
        step.put_row(row, over.id)


def _clear_planned(step: Step, record: MonthRecord) -> None:
    """Clear the plan of a month, and drop its record when nothing else stands in it."""
    others = (record.done_thousandths, record.budget_cents, record.spent_cents)
    if all(value is None for value in others):
        step.delete("month_record", record.id)
    else:
        step.put("month_record", record.id, planned_thousandths=None)
