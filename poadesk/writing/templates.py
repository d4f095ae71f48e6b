"""Last year's plan, moved to the next one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

from poadesk.plan import calendar
from poadesk.plan.model import (
    Activity,
    Delivery,
    Goal,
    KitPart,
    MonthRecord,
    ObjectiveLine,
    Plan,
    Remark,
    Row,
    SwotObjective,
    WeekMark,
    child_attributes,
    new_id,
    rows_under,
)
from poadesk.writing.edits import SAID_OF_EXECUTION

AnyRow = TypeVar("AnyRow", bound=Row)
_MONTHS = 12
# What belongs to the year that has ended: its execution, and its way between the offices.
_STAYS_BEHIND = (*SAID_OF_EXECUTION, Remark, Delivery, KitPart)
_ONLY_YEARS = re.compile(r"\s*\d{4}(\s*[-–/]\s*\d{4})?\s*", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)


def next_year(plan: Plan) -> Plan:
    """Return a copy for the following year, a draft with new ids and nothing done, spent or said
    of it; the limits of the follow-up stay."""
    ids = {plan.id: new_id()} | {row.id: new_id() for _, row in rows_under(plan)}
    return _carried(plan, ids)


def _carried(row: AnyRow, ids: dict[str, str]) -> AnyRow:
    """Return a row and all below it, moved to the next year."""
    below: dict[str, Any] = {
        attribute: tuple(
            _carried(child, ids)
            for child in getattr(row, attribute)
            if not isinstance(child, _STAYS_BEHIND)
        )
        for attribute in child_attributes(row.TABLE).values()
    }
    return replace(row, id=ids[row.id], **{**below, **_moved(row, ids, below)})


def _moved(row: Row, ids: dict[str, str], below: dict[str, Any]) -> dict[str, Any]:
    """Return what changes in a row besides its id."""
    match row:
        case Plan():
            return _plan_values(row)
        case Goal():
            return {"period_text": _just_years(row.period_text)}
        case Activity():
            # What was only done or spent last year leaves an empty month behind.
            planned = [month for month in below["months"] if month.planned_thousandths is not None]
            return {"months": tuple(replace(m, position=at) for at, m in enumerate(planned))}
        case MonthRecord():
            cleared = {"done_thousandths": None, "budget_cents": None, "spent_cents": None}
            return {"month": calendar.shifted(row.month, _MONTHS), **cleared}
        case WeekMark():
            return {"month": calendar.shifted(row.month, _MONTHS)}
        case ObjectiveLine():
            return {"strategic_line_id": ids[row.strategic_line_id]}
        case SwotObjective():
            return {"objective_id": ids[row.objective_id]}
    return {}


def _plan_values(plan: Plan) -> dict[str, Any]:
    years = calendar.years(calendar.months(plan.first_month, plan.month_count))
    return {
        "first_month": calendar.shifted(plan.first_month, _MONTHS),
        "year_label": _just_years(plan.year_label),
        "title": _YEAR.sub(lambda y: _next(y) if y[0] in years else y[0], plan.title),
        "drafted_on": "",
        "state": "draft",
        "revision": 1,
        "kit_id": "",
        "kit_version": 0,
        "due_on": "",
    }


def _just_years(text: str) -> str:
    """Move the years of a text that holds nothing else: `2027` -> `2028`."""
    return _YEAR.sub(_next, text) if _ONLY_YEARS.fullmatch(text) else text


def _next(year: re.Match[str]) -> str:
    return f"{int(year[0]) + 1:04d}"
