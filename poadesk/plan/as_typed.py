"""The plan as it will be once what is being typed is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from poadesk.plan.model import Plan, Row, child_attributes
from poadesk.plan.places import Place


def with_field(
    plan: Plan, places: Mapping[str, Place], row_id: str, field: str, value: Any
) -> Plan:
    """Return the plan with one field of a row changed; the same plan when the row is not in it.

    `places` is {row id: its place} of this plan.
    """
    place = places.get(row_id)
    if place is None:
        return plan
    row: Row = replace(place.row, **{field: value})
    while place.parent is not None:
        parent = place.parent
        name = child_attributes(parent.TABLE)[row.TABLE]
        rows = tuple(row if other.id == row.id else other for other in getattr(parent, name))
        changed: dict[str, Any] = {name: rows}
        row, place = replace(parent, **changed), places[parent.id]
    assert isinstance(row, Plan)
    return row
