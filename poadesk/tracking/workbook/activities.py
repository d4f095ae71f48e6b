"""Finds the activities of a plan again by the lines of a workbook, and brings them up to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from poadesk.plan.folding import same_words
from poadesk.plan.model import Activity, MonthRecord, new_id
from poadesk.tracking.workbook.lines import Line

FIGURES = ("planned_thousandths", "done_thousandths", "budget_cents", "spent_cents")


def matched(lines: Sequence[Line], stored: Iterable[Activity]) -> dict[int, Activity]:
    """Return {row of a line: its activity}: by code first, then by text where one has no code.

    No activity is of two lines; a line without one is not in the result.
    """
    found = _by_code(lines, stored)
    taken = {activity.id for activity in found.values()}
    free = [activity for activity in stored if activity.id not in taken]
    coded: defaultdict[str, list[Activity]] = defaultdict(list)
    uncoded: defaultdict[str, list[Activity]] = defaultdict(list)
    # Of several alike the one with the first id, which stays the first wherever it is moved.
    for activity in sorted(free, key=lambda one: one.id, reverse=True):
        (coded if activity.code else uncoded)[same_words(activity.text)].append(activity)
    for line in lines:
        text = same_words(line.text)
        if line.row in found or not text:
            continue
        if uncoded[text]:
            found[line.row] = uncoded[text].pop()
        elif not line.code and coded[text]:
            found[line.row] = coded[text].pop()
    return found


def brought(line: Line, stored: Activity | None, position: int) -> Activity:
    """Return the activity as a line says it, with what the line does not say left as it is."""
    activity = stored or Activity(id=new_id(), position=position)
    said: dict[str, Any] = {"code": line.code, "text": line.text}
    return replace(
        activity,
        **{name: value for name, value in said.items() if value},
        **line.values,
        months=_months(activity.months, line.months),
    )


def _by_code(lines: Sequence[Line], stored: Iterable[Activity]) -> dict[int, Activity]:
    by_code: dict[str, Activity] = {}
    for activity in stored:
        if activity.code:
            by_code.setdefault(same_words(activity.code), activity)
    return {
        line.row: by_code.pop(same_words(line.code))
        for line in lines
        if line.code and same_words(line.code) in by_code
    }


def _months(
    stored: tuple[MonthRecord, ...], said: Mapping[str, Mapping[str, Any]]
) -> tuple[MonthRecord, ...]:
    """Return the months with what was said of them; a month about which nothing is left goes."""
    records = {record.month: record for record in stored}
    for month, figures in said.items():
        record = records.get(month)
        if record is None:
            if any(value is not None for value in figures.values()):
                records[month] = MonthRecord(id=new_id(), month=month, **figures)
        elif any(getattr(record, name) != value for name, value in figures.items()):
            changed = replace(record, **figures)
            if all(getattr(changed, name) is None for name in FIGURES):
                del records[month]
            else:
                records[month] = changed
    return tuple(records[month] for month in sorted(records))
