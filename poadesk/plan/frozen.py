"""A plan as the bytes that are kept of a revision, and the digest that tells one from another.

The rows stand table by table with the names of their columns, so that a later version of the
program reads what an earlier one kept. A column in which every row has its default is left out: a
field that comes later changes no digest of before.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from operator import attrgetter
from typing import Any

from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Plan,
    Row,
    child_attributes,
    declared_fields,
    rows_under,
)

LARGEST_CONTENT = 200_000_000  # bytes of a revision unpacked; the largest real plan has 5,000,000
# What happens to a plan on its way is not its content.
_NO_CONTENT = {"plan": {"position", "state", "revision"}}
_TABLES_WITHOUT_CONTENT = {"delivery"}
_FORMAT = "poadesk-revision"


class BrokenRevisionError(ValueError):
    """Bytes that are no kept revision of a plan, or no longer whole."""


def frozen(plan: Plan) -> bytes:
    """Return a plan with all its ids as bytes to keep; `thawed` reads them again."""
    return zlib.compress(_written(_columns(_placed(plan), {})), level=1)


def thawed(content: bytes) -> Plan:
    """Return the plan that was kept; raise `BrokenRevisionError` if it cannot be read."""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(content, LARGEST_CONTENT)
        if not unpacking.eof:
            raise BrokenRevisionError("the revision is cut off, or larger than any plan")
        document = json.loads(text)
        if document["format"] != _FORMAT:
            raise BrokenRevisionError("no revision of a plan")
        return _planted(document["tables"])
    except (zlib.error, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BrokenRevisionError(str(error)) from error


def digest(plan: Plan) -> str:
    """Return the SHA-256 of all that stands in a plan, but not of what happened to it on its way.

    Two plans with the same rows, ids and words have the same; state, revision and deliveries
    make no difference.
    """
    placed = {
        # By their ids: their positions tell their order, and rows may be read in another one.
        table: sorted(pairs, key=lambda pair: pair[1].id)
        for table, pairs in _placed(plan).items()
        if table not in _TABLES_WITHOUT_CONTENT
    }
    return sha256(_written(_columns(placed, _NO_CONTENT))).hexdigest()


def _written(tables: dict[str, Any]) -> bytes:
    document = {"format": _FORMAT, "tables": tables}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _placed(plan: Plan) -> dict[str, list[tuple[str, Row]]]:
    """Return {table: (parent id, row) of each row in the order of the plan}."""
    by_table: defaultdict[str, list[tuple[str, Row]]] = defaultdict(list)
    by_table["plan"] = [("", plan)]
    for parent_id, row in rows_under(plan):
        by_table[row.TABLE].append((parent_id, row))
    return by_table


def _columns(
    placed: dict[str, list[tuple[str, Row]]], without: dict[str, set[str]]
) -> dict[str, dict[str, list[Any]]]:
    """Return {table: {column: its values}} of the rows in their order."""
    return {
        cls.TABLE: _of_table(cls, placed[cls.TABLE], without.get(cls.TABLE, set()))
        for cls in ROW_CLASSES
        if placed.get(cls.TABLE)
    }


def _of_table(
    cls: type[Row], pairs: list[tuple[str, Row]], without: set[str]
) -> dict[str, list[Any]]:
    rows = [row for _, row in pairs]
    result: dict[str, list[Any]] = {"id": [row.id for row in rows]}
    if cls.PARENT:
        result["parent"] = [parent for parent, _ in pairs]
    for name, usual in _stored(cls.TABLE):
        if name in without:
            continue
        values = list(map(attrgetter(name), rows))
        if any(value != usual for value in values):
            result[name] = [_packed(value) for value in values] if name == "logo" else values
    return result


@cache
def _stored(table: str) -> tuple[tuple[str, Any], ...]:
    """Return (column, default) of what a row holds besides its id."""
    fresh = BY_TABLE[table](id="")
    names = ("position", *declared_fields(table))
    return tuple((name, getattr(fresh, name)) for name in names)


def _packed(picture: bytes | None) -> str | None:
    return None if picture is None else base64.b64encode(picture).decode("ascii")


def _planted(tables: dict[str, Any]) -> Plan:
    """Return the plan whose rows these are, the tree put together from below."""
    below: dict[str, dict[str, list[Row]]] = {}
    for cls in reversed(ROW_CLASSES):
        below[cls.TABLE] = _rows_of(cls, tables.get(cls.TABLE, {"id": []}), below)
    plans = below["plan"][""]
    if len(plans) != 1 or not isinstance(plans[0], Plan):
        raise BrokenRevisionError("a revision is of one plan")
    return plans[0]


def _rows_of(
    cls: type[Row], columns: dict[str, list[Any]], below: dict[str, dict[str, list[Row]]]
) -> dict[str, list[Row]]:
    """Return {parent id: rows in order} of one table."""
    names = [name for name, _ in _stored(cls.TABLE) if name in columns]
    ids = columns["id"]
    parents = columns.get("parent", []) if cls.PARENT else [""] * len(ids)
    values = [_unpacked(columns[name]) if name == "logo" else columns[name] for name in names]
    result: defaultdict[str, list[Row]] = defaultdict(list)
    for row_id, parent_id, own in zip(ids, parents, _across(values, len(ids)), strict=True):
        children = {
            attribute: tuple(below[table].get(row_id, ()))
            for table, attribute in child_attributes(cls.TABLE).items()
        }
        told = {**dict(zip(names, own, strict=True)), **children}
        result[parent_id].append(cls(id=row_id, **told))
    return result


def _across(columns: list[list[Any]], count: int) -> Iterator[tuple[Any, ...]]:
    return zip(*columns, strict=True) if columns else iter([()] * count)


def _unpacked(pictures: list[str | None]) -> list[bytes | None]:
    return [None if one is None else base64.b64decode(one) for one in pictures]
