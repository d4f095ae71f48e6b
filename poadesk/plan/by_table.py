"""The rows of a plan table by table: quicker to go through than the tree, where all are asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from poadesk.plan.model import ROW_CLASSES, Plan, Row, child_attributes, declared_fields


class Rows(NamedTuple):
    """All rows of a table, and for each at which place among theirs its parent stands."""

    rows: Sequence[Any]
    parents: Sequence[int]


@cache
def order_of(table: str) -> tuple[str, ...]:
    """Return the columns by which rows of a table below the same parent are put in order."""
    times = tuple(name for name in ("month", "week") if name in declared_fields(table))
    return times or ("position", "id")


def by_table(plan: Plan) -> dict[str, Rows]:
    """Return {table: its rows} of a plan, all tables, each in the order of the plan."""
    return _by_table(plan, as_they_are=True)


def in_order_by_table(plan: Plan) -> dict[str, Rows]:
    """Return {table: its rows} of a plan in the order in which a file gives them."""
    return _by_table(plan, as_they_are=False)


def _by_table(plan: Plan, as_they_are: bool) -> dict[str, Rows]:
    result = {Plan.TABLE: Rows([plan], [0])}
    for cls in ROW_CLASSES:  # parents before children
        above = result[cls.TABLE].rows
        for table, attribute in child_attributes(cls.TABLE).items():
            groups: list[Sequence[Row]] = list(map(attrgetter(attribute), above))
            if not as_they_are:
                key = attrgetter(*order_of(table))
                groups = [sorted(one, key=key) if len(one) > 1 else one for one in groups]
            parents = [at for at, group in enumerate(groups) for _ in group]
            result[table] = Rows(list(chain.from_iterable(groups)), parents)
    return result
