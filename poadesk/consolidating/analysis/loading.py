"""The orders that make the tables in a database and fill them, for DuckDB and PostgreSQL alike."""

from __future__ import annotations

from poadesk.plan.analysis import cells
from poadesk.plan.analysis.columns import Column
from poadesk.plan.analysis.tables import TABLES, Table

# A cost is a quantity times an amount: the largest has 25 digits before its point.
_TYPES = {
    cells.TEXT: "text",
    cells.MONTH: "text",
    cells.WHOLE: "integer",
    cells.QUANTITY: "numeric(18, 3)",
    cells.MONEY: "numeric(38, 2)",
    cells.PERCENT: "numeric(18, 2)",
    cells.FLAG: "boolean",
}
_HEAD = """\
-- Crea las tablas con sus tipos exactos y las llena con los archivos CSV de esta carpeta.
-- DuckDB:     duckdb plan.duckdb < cargar.sql
-- PostgreSQL: cambie COPY por \\copy al principio de cada línea, y psql -f cargar.sql
"""


def loading_orders() -> str:
    """Return `cargar.sql`."""
    return "\n".join([_HEAD, *map(_orders, TABLES)])


def _orders(table: Table) -> str:
    columns = ",\n".join(map(_column, table.columns))
    source = f"'{table.name}.csv' WITH (FORMAT csv, HEADER true)"
    return f"CREATE TABLE {table.name} (\n{columns}\n);\nCOPY {table.name} FROM {source};\n"


def _column(column: Column) -> str:
    return f"    {column.name} {_TYPES[column.kind]}"
