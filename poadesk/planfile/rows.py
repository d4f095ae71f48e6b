"""Rows of the file as values of the model, and back."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from sys import intern
from typing import Any

from poadesk.plan.by_table import order_of
from poadesk.plan.fields import Month
from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Plan,
    Row,
    child_attributes,
    declared_fields,
    parent_column,
)
from poadesk.planfile.database import Database

Values = dict[str, Any]

_AT_ONCE = 1_000  # rows that are in memory twice while they are made


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


# What is asked of the rows of a table (parent id, id, position, fields) before they are used.
Check = Callable[[str, list[tuple[Any, ...]]], None]


def read_plans(db: Database, check: Check | None = None) -> tuple[Plan, ...]:
    """Read every plan of the file, whole, in two passes: rows by table, then the tree upwards."""
    return _read(db, check, "")


def read_plan(db: Database, plan_id: str) -> Plan | None:
    """Read one plan of the file, whole; None if it is not there."""
    return next(iter(_read(db, None, plan_id)), None)


def each_plan(db: Database) -> Iterator[Plan]:
    """Yield every plan of the file, whole, in order, so that one at a time is in memory."""
    ids = db.execute(f"SELECT id FROM plan ORDER BY {', '.join(order_of('plan'))}").fetchall()
    for (plan_id,) in ids:
        yield from _read(db, None, plan_id)


def read_values(db: Database) -> None:
    """Read every value of every plan and keep none; sqlite3.Error if one of them is not text."""
    for cls in ROW_CLASSES:
        names = ", ".join(f'"{name}"' for name in columns(cls.TABLE))
        deque(db.execute(f"SELECT {names} FROM {cls.TABLE}"), maxlen=0)


@cache
def below(table: str) -> str:
    """Return the SQL that is true for the rows of a table in one plan, whose id is its value."""
    parent = parent_column(table)
    if not parent:
        return "id = ?"
    above = parent.removesuffix("_id")
    if above == "plan":
        return "plan_id = ?"
    return f"{parent} IN (SELECT id FROM {above} WHERE {below(above)})"


def _read(db: Database, check: Check | None, plan_id: str) -> tuple[Plan, ...]:
    """Return the plan with this id, or all of them for ""."""
    by_parent: dict[str, dict[str, list[Row]]] = {}
    for cls in reversed(ROW_CLASSES):
        rows: Iterable[tuple[Any, ...]] = _read_table(db, cls.TABLE, plan_id)
        if check is not None:
            rows = list(rows)
            check(cls.TABLE, rows)
        by_parent[cls.TABLE] = _planted(cls.TABLE, rows, by_parent)
    return tuple(row for row in by_parent["plan"].get("", ()) if isinstance(row, Plan))


def _read_table(db: Database, table: str, plan_id: str) -> Iterable[tuple[Any, ...]]:
    """Return (parent id, id, position, fields) of each row of a table, in order.

    One after the other as they are asked for: a country's file has a million of them.
    """
    parent = parent_column(table) or repr("")
    names = ", ".join(f'"{name}"' for name in ("id", "position", *declared_fields(table)))
    order = ", ".join(order_of(table))
    where, values = (f"WHERE {below(table)}", [plan_id]) if plan_id else ("", [])
    query = f"SELECT {parent}, {names} FROM {table} {where} ORDER BY {order}"
    return db.execute(query, values)


def _planted(
    table: str, rows: Iterable[tuple[Any, ...]], by_parent: dict[str, dict[str, list[Row]]]
) -> dict[str, list[Row]]:
    """Return {parent id: rows in order} of a table whose children have been read already."""
    names = ("id", "position", *declared_fields(table))
    children = [(name, by_parent[child]) for child, name in child_attributes(table).items()]
    result: dict[str, list[Row]] = defaultdict(list)
    rows = iter(rows)
    while some := tuple(islice(rows, _AT_ONCE)):
        parents, *values = zip(*some, strict=True)
        own: dict[str, Iterable[Any]] = dict(zip(names, values, strict=True))
        for name in _repeated(table):
            own[name] = map(intern, own[name])
        for name, below_it in children:
            own[name] = [tuple(below_it.pop(row_id, ())) for row_id in own["id"]]
        for parent_id, row in zip(parents, _made(BY_TABLE[table], own, len(some)), strict=True):
            result[parent_id].append(row)
    return result


def _made(cls: type[Row], columns: Mapping[str, Iterable[Any]], count: int) -> list[Row]:
    """Return rows of a class out of all its fields, each with its values in the order of the rows.

    Field by field, so that Python goes through the rows by itself: in a third of the time that it
    takes to call the class for each, which sets the fields of a frozen row one by one.
    """
    made = [object.__new__(cls) for _ in range(count)]
    for name, values in columns.items():
        deque(map(getattr(cls, name).__set__, made, values), maxlen=0)
    return made


@cache
def _repeated(table: str) -> tuple[str, ...]:
    """Return the columns whose values come again and again, and are kept in memory once."""
    kinds = declared_fields(table).items()
    return tuple(name for name, kind in kinds if isinstance(kind, Month))


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
    import base64  # local: only a coat of arms needs it

    return {"base64": base64.b64encode(value).decode("ascii")}


def _bytes_from_json(found: dict[str, Any]) -> Any:
    if set(found) != {"base64"}:
        return found
    import base64

    return base64.b64decode(found["base64"])
