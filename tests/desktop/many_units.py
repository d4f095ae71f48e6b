"""Plans of many units for one file: each is the example under ids of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from poadesk.plan.model import Plan, Row, child_attributes, declared_fields
from poadesk.writing.example import example_plan


def units(*names: str) -> list[Plan]:
    """Return a plan for each name, with one objective less than the one before while it can."""
    example = example_plan()
    return [_unit(example, at, name) for at, name in enumerate(names)]


def _unit(example: Plan, at: int, name: str) -> Plan:
    kept = example.objectives[: max(1, len(example.objectives) - at)]
    ids = {objective.id for objective in kept}
    items = tuple(
        replace(item, objectives=tuple(tie for tie in item.objectives if tie.objective_id in ids))
        for item in example.swot_items
    )
    plan = replace(example, unit=name, position=at, objectives=kept, swot_items=items)
    return _with_ids(plan, f"{at}-")


def _with_ids(row: Any, prefix: str) -> Any:
    """Return a row and all below it with a prefix before every id."""
    changed: dict[str, Any] = {"id": prefix + row.id}
    for name in declared_fields(row.TABLE):
        if name.endswith("_id"):
            changed[name] = prefix + getattr(row, name)
    for attribute in child_attributes(row.TABLE).values():
        below: tuple[Row, ...] = getattr(row, attribute)
        changed[attribute] = tuple(_with_ids(child, prefix) for child in below)
    return replace(row, **changed)
