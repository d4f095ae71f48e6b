"""A plan as the bytes that are kept of a revision, and the digest that tells one from another.

The rows stand table by table with the names of their columns, so that a later version of the
program reads what an earlier one kept. A column in which every row has its default is left out: a
field that comes later changes no digest of before.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from poadesk.plan.by_table import Rows, by_table, in_order_by_table
from poadesk.plan.model import (
    BY_TABLE,
    ROW_CLASSES,
    Plan,
    Row,
    child_attributes,
    declared_fields,
)

LARGEST_CONTENT = 200_000_000  # bytes of a revision unpacked; the largest real plan has 5,000,000
# What happens to a plan on its way is not its content.
_ON_ITS_WAY = {"state", "revision"}
_TABLES_WITHOUT_CONTENT = {"delivery"}
_FORMAT = "poadesk-revision"
_TABLES = tuple(cls.TABLE for cls in ROW_CLASSES)
# {table: {column: its values as JSON}}; a table without rows is left out.
_Written = dict[str, dict[str, str]]


class BrokenRevisionError(ValueError):
    """Bytes that are no kept revision of a plan, or no longer whole."""


def frozen(plan: Plan) -> bytes:
    """Return a plan with all its ids as bytes to keep; `thawed` reads them again."""
    return _packed(_written(by_table(plan), {}, {}))


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
        return _planted(dict(document["tables"]))
    except (zlib.error, LookupError, TypeError, ValueError, RecursionError) as error:
        raise BrokenRevisionError(str(error)) from error


def digest(plan: Plan) -> str:
    """Return the SHA-256 of all that stands in a plan, but not of what happened to it on its way.

    Two plans with the same rows in the same order, ids and words have the same; state, revision
    and deliveries make no difference, nor do gaps between positions.
    """
    return _hashed(_written(in_order_by_table(plan), {}, {}))


class Content:
    """What stands in a plan, written once for both: its digest, and the bytes to keep of it."""

    def __init__(self, plan: Plan) -> None:
        placed = by_table(plan)
        self._written = _written(placed, {}, {})
        self.digest = _hashed(_written(in_order_by_table(plan), placed, self._written))

    def packed(self) -> bytes:
        """Return the same as `frozen`."""
        return _packed(self._written)


def _packed(written: _Written) -> bytes:
    """Return the document as bytes; table by table, so that it never lies in memory whole."""
    packing = zlib.compressobj(level=1)
    packed = [packing.compress(f'{{"format":"{_FORMAT}","tables":{{'.encode())]
    for at, (table, columns) in enumerate(written.items()):
        told = f'{"," if at else ""}"{table}":{_object(columns.items())}'
        packed.append(packing.compress(told.encode("utf-8")))
    packed += [packing.compress(b"}}"), packing.flush()]
    return b"".join(packed)


def _hashed(written: _Written) -> str:
    import hashlib  # local: a plan that is opened is not hashed

    hashed = hashlib.sha256()
    for table, columns in written.items():
        if table not in _TABLES_WITHOUT_CONTENT:
            content = {name: told for name, told in columns.items() if _is_content(table, name)}
            hashed.update(f"{table}{_object(content.items())}".encode())
    return hashed.hexdigest()


def _is_content(table: str, column: str) -> bool:
    """Say whether a column counts; positions do not, because rows are told in their order."""
    return column != "position" and not (table == Plan.TABLE and column in _ON_ITS_WAY)


def _object(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ",".join(f'"{name}":{told}' for name, told in pairs) + "}"


def _written(
    placed: Mapping[str, Rows], before: Mapping[str, Rows], known: Mapping[str, dict[str, str]]
) -> _Written:
    """Return tables as JSON by column; what stands `before` in the same order is `known`."""
    return {
        table: known[table]
        if before.get(table) == placed[table]
        else _columns(table, *placed[table])
        for table in _TABLES
        if placed[table].rows
    }


def _columns(table: str, rows: Iterable[Row], parents: Iterable[int]) -> dict[str, str]:
    result = {"id": _text([row.id for row in rows])}
    if table != Plan.TABLE:
        result["parent"] = _text(parents)
    for name, usual in _stored(table):
        values = list(map(attrgetter(name), rows))
        if any(value != usual for value in values):
            result[name] = _text([_encoded(one) for one in values] if name == "logo" else values)
    return result


def _text(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


@cache
def _stored(table: str) -> tuple[tuple[str, Any], ...]:
    """Return (column, default) of what a row holds besides its id."""
    fresh = BY_TABLE[table](id="")
    names = ("position", *declared_fields(table))
    return tuple((name, getattr(fresh, name)) for name in names)


def _encoded(picture: bytes | None) -> str | None:
    import base64  # local: only a coat of arms needs it

    return None if picture is None else base64.b64encode(picture).decode("ascii")


def _planted(tables: dict[str, Any]) -> Plan:
    """Return the plan whose rows these are, the tree put together from below."""
    below: dict[str, dict[int, list[Row]]] = {}
    for cls in reversed(ROW_CLASSES):
        below[cls.TABLE] = _rows_of(cls, tables.get(cls.TABLE, {"id": []}), below)
    plans = below["plan"].get(0, [])
    if len(plans) != 1 or not isinstance(plans[0], Plan):
        raise BrokenRevisionError("a revision is of one plan")
    return plans[0]


def _rows_of(
    cls: type[Row], columns: dict[str, list[Any]], below: dict[str, dict[int, list[Row]]]
) -> dict[int, list[Row]]:
    """Return {place of the parent: rows in order} of one table."""
    names = [name for name, _ in _stored(cls.TABLE) if name in columns]
    ids = columns["id"]
    parents = columns["parent"] if cls.PARENT and ids else [0] * len(ids)
    values = [_decoded(columns[name]) if name == "logo" else columns[name] for name in names]
    result: defaultdict[int, list[Row]] = defaultdict(list)
    told = zip(ids, parents, _across(values, len(ids)), strict=True)
    for at, (row_id, parent, own) in enumerate(told):
        children = {
            attribute: tuple(below[table].get(at, ()))
            for table, attribute in child_attributes(cls.TABLE).items()
        }
        values_of = {**dict(zip(names, own, strict=True)), **children}
        result[parent].append(cls(id=row_id, **values_of))
    return result


def _across(columns: list[list[Any]], count: int) -> Iterator[tuple[Any, ...]]:
    return zip(*columns, strict=True) if columns else iter([()] * count)


def _decoded(pictures: list[str | None]) -> list[bytes | None]:
    import base64

    return [None if one is None else base64.b64decode(one) for one in pictures]
