"""Whether the values in a file from somebody else are such as this program writes.

Whole columns are looked at, not value by value, because fifty units send a quarter of a million
rows. What is asked is what a field's own `read` would have let through; whether a plan makes sense
is for the checks to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from poadesk.plan.by_table import by_table
from poadesk.plan.fields import (
    LARGEST_NUMBER,
    LONGEST_ID,
    LONGEST_TEXT,
    MOST_PERCENT,
    Choice,
    Field,
    Flag,
    Money,
    Month,
    Percent,
    Picture,
    Quantity,
    Whole,
    is_month,
)
from poadesk.plan.json_values import PICTURE_STARTS, is_plain
from poadesk.plan.model import Plan, declared_fields

MOST_ROWS = 60_000  # of all tables; a plan of 2,000 activities has 30,000
_FURTHEST = 10**9
_NUMBERS = {
    Quantity: int(LARGEST_NUMBER) * 1000,
    Money: int(LARGEST_NUMBER) * 100,
    Percent: MOST_PERCENT * 100,
    Flag: 1,
}
Column = Sequence[Any]


class ForeignValueError(ValueError):
    """A value that this program never writes; the message names its table and column."""


def require_values(table: str, rows: list[tuple[Any, ...]]) -> None:
    """Raise `ForeignValueError` unless all rows (parent id, id, position, fields) are sound."""
    if not rows:
        return
    parents, ids, positions, *columns = zip(*rows, strict=True)
    if not _are_ids(ids) or not _are_texts(parents):
        raise ForeignValueError(f"{table}.id")
    if not _are_numbers(positions, -_FURTHEST, _FURTHEST):
        raise ForeignValueError(f"{table}.position")
    for (name, kind), column in zip(declared_fields(table).items(), columns, strict=True):
        if not _are_of(kind, column):
            raise ForeignValueError(f"{table}.{name}")


def require_own_ties(plans: Sequence[Plan]) -> None:
    """Raise `ForeignValueError` if an id stands twice, or a plan is tied to rows of another."""
    taken: set[str] = set()
    for plan in plans:
        ids = {table: [row.id for row in placed.rows] for table, placed in by_table(plan).items()}
        every = list(chain.from_iterable(ids.values()))
        if len(set(every)) < len(every) or not taken.isdisjoint(every):
            raise ForeignValueError("an id stands for two rows")
        taken.update(every)
        ties = {tie.strategic_line_id for one in plan.objectives for tie in one.lines}
        answers = {tie.objective_id for item in plan.swot_items for tie in item.objectives}
        if not ties <= set(ids["strategic_line"]) or not answers <= set(ids["objective"]):
            raise ForeignValueError("a tie leads into another plan")


def _are_of(kind: Field, column: Column) -> bool:
    if isinstance(kind, Quantity | Money):
        return _are_numbers([one for one in column if one is not None], 0, _NUMBERS[type(kind)])
    if isinstance(kind, Percent | Flag):
        return _are_numbers(column, 0, _NUMBERS[type(kind)])
    if isinstance(kind, Whole):
        return _are_numbers(column, 0, kind.most)
    if isinstance(kind, Picture):
        return all(one is None or _is_picture(one) for one in column)
    if not _are_texts(column):
        return False
    if isinstance(kind, Choice):
        return set(column) <= {value for value, _ in kind.options}
    return not isinstance(kind, Month) or all(map(is_month, set(column)))


def _are_numbers(column: Column, least: int, most: int) -> bool:
    if not column:
        return True
    return set(map(type, column)) == {int} and least <= min(column) and max(column) <= most


def _are_texts(column: Column) -> bool:
    if set(map(type, column)) != {str}:
        return False
    # NUL ends a text for many programs: what one shows and another prints would differ.
    return max(map(len, column)) <= LONGEST_TEXT and "\x00" not in "\x01".join(column)


def _are_ids(column: Column) -> bool:
    if set(map(type, column)) != {str}:
        return False
    lengths = set(map(len, column))
    return min(lengths) > 0 and max(lengths) <= LONGEST_ID and is_plain("".join(column))


def _is_picture(value: object) -> bool:
    return isinstance(value, bytes) and value.startswith(PICTURE_STARTS)
