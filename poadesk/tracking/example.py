"""The first half year of the example plan: what was done and spent, and what fell short."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from poadesk.plan.fields import exact
from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    MonthRecord,
    Objective,
    ObjectiveComment,
    Plan,
    new_id,
)
from poadesk.plan.numbering import numbers
from poadesk.plan.reports.limits import PLANNED_MONTHS
from poadesk.resources import resource

Told = Mapping[str, Any]


def with_follow_up(plan: Plan) -> Plan:
    """Return the example plan with its half year, by the numbers of its activities."""
    told = json.loads(resource("example", "follow_up.json").read_bytes(), parse_float=Decimal)
    numbered = numbers(plan)
    objectives = tuple(_objective(one, told, numbered) for one in plan.objectives)
    # The example is a unit that records only the months in which it planned something.
    return replace(plan, objectives=objectives, recorded_months=PLANNED_MONTHS)


def _objective(objective: Objective, told: Told, numbered: Mapping[str, str]) -> Objective:
    comments = tuple(
        ObjectiveComment(id=new_id(), position=at, month=month, text=text)
        for at, (month, text) in enumerate(told["comments"].get(numbered[objective.id], {}).items())
    )
    goals = tuple(_goal(goal, told["activities"], numbered) for goal in objective.goals)
    return replace(objective, goals=goals, comments=comments)


def _goal(goal: Goal, told: Told, numbered: Mapping[str, str]) -> Goal:
    activities = tuple(
        _followed(activity, told[numbered[activity.id]])
        if numbered[activity.id] in told
        else activity
        for activity in goal.activities
    )
    return replace(goal, activities=activities)


def _followed(activity: Activity, told: Told) -> Activity:
    deviations = tuple(
        Deviation(id=new_id(), position=at, **one)
        for at, one in enumerate(told.get("deviations", ()))
    )
    months = _with_records(activity.months, told["months"])
    return replace(activity, months=tuple(months), deviations=deviations)


def _with_records(
    months: Iterable[MonthRecord], told: Mapping[str, Mapping[str, int | Decimal]]
) -> Iterable[MonthRecord]:
    by_month = {record.month: record for record in months}
    for month in sorted({*by_month, *told}):
        record = by_month.get(month) or MonthRecord(id=new_id(), month=month)
        amounts = told.get(month, {})
        yield replace(
            record,
            done_thousandths=_scaled(amounts.get("done"), 3),
            budget_cents=_scaled(amounts.get("budget"), 2),
            spent_cents=_scaled(amounts.get("spent"), 2),
        )


def _scaled(amount: int | Decimal | None, decimals: int) -> int | None:
    return None if amount is None else exact(Decimal(amount), decimals)
