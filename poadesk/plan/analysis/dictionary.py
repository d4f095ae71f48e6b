"""The data dictionary: what each column of the flat tables means, in words for people."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan.analysis import cells
from poadesk.plan.analysis.tables import TABLES

HEADINGS = ("tabla", "columna", "significado", "tipo", "unidad")
_KIND_WORDS = {
    cells.TEXT: "texto",
    cells.MONTH: "texto, un mes",
    cells.WHOLE: "número entero",
    cells.QUANTITY: "número exacto, hasta 3 decimales",
    cells.MONEY: "número exacto, 2 decimales",
    cells.PERCENT: "número exacto, hasta 2 decimales",
    cells.FLAG: "true o false",
}


def dictionary_rows() -> Iterator[tuple[str, ...]]:
    """Yield a row for each table, whose column is empty, and then one for each of its columns."""
    for table in TABLES:
        yield table.name, "", table.meaning, "", ""
        for column in table.columns:
            kind = _KIND_WORDS[column.kind]
            yield table.name, column.name, column.meaning, kind, column.unit
