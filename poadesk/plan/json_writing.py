"""Rows of a plan as the objects of its JSON, and those objects as text with exact numbers.

So that a round trip is an update, every object carries its `id`, and beside the lists meant for
people stand lists with ids: `swot_rows` beside `swot`, `strategic_line_rows` beside an objective's
`strategic_lines`, `week_ids` beside a month's `weeks`. The picture in `logo` is in base64.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from poadesk.plan.fields import Field, Flag, Money, Percent, Picture, Quantity
from poadesk.plan.model import (
    QUADRANTS,
    Activity,
    Goal,
    Objective,
    Plan,
    Row,
    StrategicLine,
    SwotItem,
    declared_fields,
)
from poadesk.plan.numbering import numbers

FORMAT = "poadesk-plan"
VERSION = 1
QUADRANT_KEYS = {
    "strength": "strengths",
    "opportunity": "opportunities",
    "weakness": "weaknesses",
    "threat": "threats",
}


def key_of(field_name: str) -> str:
    """Return the key of a field: amounts go without the unit in which they are stored."""
    for unit in ("_thousandths", "_cents", "_hundredths"):
        field_name = field_name.removesuffix(unit)
    return field_name


def plan_object(plan: Plan) -> dict[str, Any]:
    """Return a plan and all below it as an object ready to be written."""
    codes = numbers(plan)
    return {
        **_own(plan),
        "strategic_lines": [_line(line) for line in plan.strategic_lines],
        "swot": {
            QUADRANT_KEYS[name]: [item.text for item in plan.quadrant(name)] for name in QUADRANTS
        },
        "swot_rows": {
            QUADRANT_KEYS[name]: [_swot_row(item) for item in plan.quadrant(name)]
            for name in QUADRANTS
        },
        "objectives": [_objective(objective, codes) for objective in plan.objectives],
        "remarks": [_own(remark) for remark in plan.remarks],
        "deliveries": [_own(delivery) for delivery in plan.deliveries],
        "kit_parts": [_own(part) for part in plan.kit_parts],
        "catalogue": [_own(item) for item in plan.catalogue],
    }


def _line(line: StrategicLine) -> dict[str, Any]:
    return {**_own(line), "programmes": [_own(programme) for programme in line.programmes]}


def _swot_row(item: SwotItem) -> dict[str, Any]:
    ties = [{"id": tie.id, "objective": tie.objective_id} for tie in item.objectives]
    return {"id": item.id, "objectives": ties}


def _objective(objective: Objective, codes: dict[str, str]) -> dict[str, Any]:
    ties = [{"id": tie.id, "line": tie.strategic_line_id} for tie in objective.lines]
    return {
        **_own(objective),
        "strategic_lines": [codes.get(tie.strategic_line_id, "") for tie in objective.lines],
        "strategic_line_rows": ties,
        "goals": [_goal(goal) for goal in objective.goals],
        "comments": [_own(comment) for comment in objective.comments],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        **_own(goal),
        "activities": [_activity(activity) for activity in goal.activities],
        "resources": [_own(resource) for resource in goal.resources],
        "indicators": [_own(indicator) for indicator in goal.indicators],
        "comments": [_own(comment) for comment in goal.comments],
    }


def _activity(activity: Activity) -> dict[str, Any]:
    used = {record.month for record in activity.months} | {mark.month for mark in activity.weeks}
    return {
        **_own(activity),
        "months": {month: _month(activity, month) for month in sorted(used)},
        "deviations": [_own(deviation) for deviation in activity.deviations],
    }


def _month(activity: Activity, month: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for record in activity.months:
        if record.month == month:
            result = _own(record)
            del result["month"]
    marks = sorted((mark for mark in activity.weeks if mark.month == month), key=lambda m: m.week)
    if marks:
        result["weeks"] = [mark.week for mark in marks]
        result["week_ids"] = [mark.id for mark in marks]
    return result


def _own(row: Row) -> dict[str, Any]:
    fields = declared_fields(row.TABLE)
    values = {key_of(name): value_of(kind, getattr(row, name)) for name, kind in fields.items()}
    return {"id": row.id, **values}


def value_of(kind: Field, value: Any) -> Any:
    """Return a stored value as it is written: exact numbers, None for nothing."""
    if value is None or value == "":
        return None
    if isinstance(kind, Quantity):
        return Decimal(value) / 1000
    if isinstance(kind, Money | Percent):
        return Decimal(value) / 100
    if isinstance(kind, Flag):
        return bool(value)
    return base64.b64encode(value).decode("ascii") if isinstance(kind, Picture) else value


def written(value: Any, margin: str = "") -> str:
    """Return a value as JSON: Decimals exactly as they are, small objects in one line."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    open_mark, close_mark = "{}" if isinstance(value, dict) else "[]"
    inner = margin + " "
    parts = list(_parts(value, inner))
    if not any(_is_deep(part) for part in _values(value)):
        return open_mark + ", ".join(parts) + close_mark
    lines = f",\n{inner}".join(parts)
    return f"{open_mark}\n{inner}{lines}\n{margin}{close_mark}"


def _parts(value: dict[str, Any] | list[Any], margin: str) -> Iterable[str]:
    if isinstance(value, list):
        return (written(one, margin) for one in value)
    return (
        f"{json.dumps(key, ensure_ascii=False)}: {written(one, margin)}"
        for key, one in value.items()
    )


def _values(value: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _is_deep(value: Any) -> bool:
    """Say whether a value asks for lines of its own: an object, or a list with anything big."""
    if isinstance(value, list):
        return any(isinstance(one, dict | list) or len(str(one)) > 40 for one in value)
    return isinstance(value, dict)
