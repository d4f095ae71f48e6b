"""A comparison as JSON: what differs in words, and the values exactly as a plan's JSON has them."""

from __future__ import annotations

from typing import Any

from poadesk.plan.comparing import Comparison, Difference, MonthDifference, Section
from poadesk.plan.comparing.gathered import WEEKS
from poadesk.plan.json_writing import key_of, value_of, written
from poadesk.plan.model import Plan, declared_fields

FORMAT = "poadesk-comparison"
VERSION = 1


def comparison_json(comparison: Comparison, names: tuple[str, str] = ("", "")) -> str:
    """Return a comparison as text; `names` say which revisions these are, the old one first."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "old": _plan(comparison.old, names[0]),
        "new": _plan(comparison.new, names[1]),
        "counts": dict(sorted(comparison.counts().items())),
        "sections": [_section(section) for section in comparison.sections],
    }
    return written(document) + "\n"


def _plan(plan: Plan, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "id": plan.id,
        "entity": plan.entity,
        "unit": plan.unit,
        "title": plan.title,
        "year_label": plan.year_label,
        "revision": plan.revision,
    }


def _section(section: Section) -> dict[str, Any]:
    differences = [_difference(one) for one in section.differences]
    return {"title": section.title, "text": section.text, "differences": differences}


def _difference(one: Difference) -> dict[str, Any]:
    result: dict[str, Any] = {
        "key": one.key,
        "kind": one.kind,
        "table": one.table,
        "id": one.id,
        "field": key_of(one.field) or None,
        "name": one.name,
        "text": one.text,
        "old_number": one.old_number or None,
        "new_number": one.new_number or None,
        "label": one.label or None,
        "old_words": one.old,
        "new_words": one.new,
    }
    if one.field in declared_fields(one.table):
        kind = declared_fields(one.table)[one.field]
        result |= {"old": value_of(kind, one.old_value), "new": value_of(kind, one.new_value)}
    if one.months:
        result["months"] = [_month(month) for month in one.months]
    return {**result, "needs": list(one.needs)}


def _month(one: MonthDifference) -> dict[str, Any]:
    if one.measure == WEEKS:
        old, new = list(one.old_value or ()), list(one.new_value or ())
    else:
        kind = declared_fields("month_record")[one.measure]
        old, new = value_of(kind, one.old_value), value_of(kind, one.new_value)
    return {"month": one.month, "measure": key_of(one.measure), "old": old, "new": new}
