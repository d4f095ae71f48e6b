"""Finds the activities of a plan again by the lines of a workbook, and brings them up to date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from poadesk.plan.folding import same_words
from poadesk.plan.model import Activity, MonthRecord, new_id
from poadesk.tracking.workbook.lines import Line

HomeOf = Callable[[Line | Activity], Hashable]
FIGURES = ("planned_thousandths", "done_thousandths", "budget_cents", "spent_cents")


def matched(
    lines: Sequence[Line], stored: Sequence[Activity], home_of: HomeOf | None = None
) -> dict[int, Activity]:
    """Return {row of a line: its activity}: by code first, then by text where one has no code.

    Of several with the same text it is the one of which `home_of` says the same as of the line,
    and otherwise the one with the first id, which stays the first wherever it is moved. No
    activity is of two lines; a line without one is not in the result.
    """
    found = _by_code(lines, stored)
    by_id = sorted(stored, key=lambda one: one.id)
    texts = Counter(same_words(line.text) for line in lines if not line.code)
    # Where a text comes again, an activity with a code is of none of these lines for certain.
    alone = [line for line in lines if not line.code and texts[same_words(line.text)] == 1]
    for asking, has_code in ((lines, False), (alone, True)):
        if home_of is not None:
            _pair(found, asking, [one for one in stored if bool(one.code) is has_code], home_of)
        _pair(found, asking, [one for one in by_id if bool(one.code) is has_code], lambda _: None)
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


def _pair(
    found: dict[int, Activity], lines: Sequence[Line], stored: Sequence[Activity], home_of: HomeOf
) -> None:
    """Add to what is found the activities with the text and the home of a line, in their order."""
    taken = {activity.id for activity in found.values()}
    free: defaultdict[tuple[str, Hashable], list[Activity]] = defaultdict(list)
    for activity in reversed(stored):
        if activity.id not in taken:
            free[same_words(activity.text), home_of(activity)].append(activity)
    for line in lines:
        alike = free[same_words(line.text), home_of(line)]
        if alike and line.text and line.row not in found:
            found[line.row] = alike.pop()


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
