"""Rows of the file as values of the model, and back."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Plan,
    Row,
    child_attributes,
    declared_fields,
    parent_column,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Values = dict[str, Any]


@cache
def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table: id, parent, position and its declared fields."""
    parent = parent_column(table)
    return ("id", *([parent] if parent else []), "position", *declared_fields(table))


def values_of(row: Row, parent_id: str) -> Values:
    """Return the stored values of a row of the model."""
    stored = {name: getattr(row, name) for name in columns(row.TABLE) if hasattr(row, name)}
    parent = parent_column(row.TABLE)
    return {**stored, parent: parent_id} if parent else stored


@cache
def order_of(table: str) -> tuple[str, ...]:
    """Return the columns by which rows of a table below the same parent are put in order."""
    times = tuple(name for name in ("month", "week") if name in declared_fields(table))
    return times or ("position", "id")


def read_plans(db: Database) -> tuple[Plan, ...]:
    """Read every plan of the file, whole, in two passes: rows by table, then the tree upwards."""
    by_parent: dict[str, dict[str, list[Row]]] = {}
    for cls in reversed(ROW_CLASSES):
        by_parent[cls.TABLE] = _read_table(db, cls.TABLE, by_parent)
    return tuple(row for row in by_parent["plan"][""] if isinstance(row, Plan))


def _read_table(
    db: Database, table: str, by_parent: dict[str, dict[str, list[Row]]]
) -> dict[str, list[Row]]:
    """Return {parent id: rows in order} of a table whose children have been read already."""
    parent = parent_column(table)
    fields = declared_fields(table)
    children = child_attributes(table)
    names = ", ".join(f'"{name}"' for name in ("id", "position", *fields))
    result: dict[str, list[Row]] = defaultdict(list)
    query = (
        f"SELECT {parent or repr('')}, {names} FROM {table} ORDER BY {', '.join(order_of(table))}"
    )
    for parent_id, row_id, position, *values in db.execute(query):
        below = {
            attribute: tuple(by_parent[child].get(row_id, ()))
            for child, attribute in children.items()
        }
        made = BY_TABLE[table](
            id=row_id, position=position, **dict(zip(fields, values, strict=True)), **below
        )
        result[parent_id].append(made)
    return result


def to_text(values: Values | None) -> str | None:
    """Write values for the journal as JSON; bytes go as base64."""
    if values is None:
        return None
    return json.dumps(values, ensure_ascii=False, default=_bytes_to_json)


def from_text(text: str | None) -> Values | None:
    """Read values back from the journal; raise ValueError if they are none."""
    if text is None:
        return None
    try:
        values = json.loads(text, object_hook=_bytes_from_json)
    except (TypeError, RecursionError) as error:
        raise ValueError("no values in the journal") from error
    if not isinstance(values, dict):
        raise ValueError("no values in the journal")
    return values


def _bytes_to_json(value: object) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"cannot keep a {type(value).__name__} in the journal")
    return {"base64": base64.b64encode(value).decode("ascii")}


def _bytes_from_json(found: dict[str, Any]) -> Any:
    return base64.b64decode(found["base64"]) if set(found) == {"base64"} else found
