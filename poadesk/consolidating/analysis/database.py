"""The export for analysis as one SQLite database, for programs that open such a file at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from poadesk.plan.analysis import cells
from poadesk.plan.analysis.dictionary import HEADINGS, dictionary_rows
from poadesk.plan.analysis.spots import Unit, unit_of
from poadesk.plan.analysis.tables import TABLES, Table
from poadesk.plan.model import Plan
from poadesk.planfile.flat_tables import FlatTables, Value, new_flat_tables

DICTIONARY = "diccionario"
# SQLite has no exact decimals: a real number gives back the first 15 digits as they were.
_TYPES: dict[str, type] = {
    cells.WHOLE: int,
    cells.FLAG: int,
    cells.QUANTITY: float,
    cells.MONEY: float,
    cells.PERCENT: float,
}
_TIE = "_id"  # how the columns end that name a row of another table


def write_database(path: Path, plans: Iterable[Plan]) -> int:
    """Write the plans of units into a new database; return how many they are.

    Each plan is forgotten before the next is asked for. Raises `OutputError`.
    """
    units = 0
    with new_flat_tables(path) as tables:
        _make(tables)
        for units, plan in enumerate(plans, 1):
            _add(tables, unit_of(plan, units))
    return units


def _make(tables: FlatTables) -> None:
    tables.make(DICTIONARY, dict.fromkeys(HEADINGS, str), indexed=())
    tables.add(DICTIONARY, HEADINGS, dictionary_rows())
    for table in TABLES:
        columns = {column.name: _TYPES.get(column.kind, str) for column in table.columns}
        ties = (name for name in columns if name == "id" or name.endswith(_TIE))
        tables.make(table.name, columns, ties)


def _add(tables: FlatTables, unit: Unit) -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        tables.add(table.name, names, _rows(table, unit))


def _rows(table: Table, unit: Unit) -> Iterator[list[Value]]:
    kinds = [column.kind for column in table.columns]
    for row in table.rows(unit):
        yield [_value(kind, cell) for kind, cell in zip(kinds, row, strict=True)]


def _value(kind: str, cell: str) -> Value:
    """Return the value of a cell; a text as it was written, for here nothing is a formula."""
    if kind == cells.FLAG and cell:
        return int(cell == "true")
    to = _TYPES.get(kind)
    if to is None:
        return cells.as_written(cell)
    return to(cell) if cell else None
