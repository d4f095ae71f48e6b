"""Approved, planned now and done as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poadesk.plan.profiles import Profile, field_of
from poadesk.plan.reports.approved import (
    CHANGED,
    GONE,
    NEW,
    SAME,
    ApprovedRow,
    ApprovedTotal,
    Three,
    approved_total,
)
from poadesk.plan.reports.period import Period, group_name
from poadesk.plan.reports.table import NOT_RECORDED, QUANTITY, Column, Line, Table, Value

TITLE = "Frente a lo aprobado"
MIXES_UNITS = (
    "El total suma cantidades de distintas unidades de medida. Una celda vacía es de una "
    "actividad que entonces, o ahora, no está en el plan."
)
CHANGE_WORDS = {SAME: "Igual", CHANGED: "Cambió", NEW: "Nueva", GONE: "Se quitó"}


def approved_table(
    rows: tuple[ApprovedRow, ...], period: Period, group: str, words: Profile
) -> Table:
    """Return the table of rows, with three columns for each group of months and for the year."""
    columns = [
        Column(field_of(words, "plan", "unit").label),
        Column("Código"),
        Column(field_of(words, "activity", "text").label),
        Column("Unidad de medida"),
        Column("Cambio"),
    ]
    bands = [group_name(group, at) for at in range(len(period.groups(group)))]
    for band in [*bands, "TODO EL AÑO"]:
        columns += _three_columns(band)
    total = approved_total(rows, period, group)
    closing = Line(("TOTAL", "", "", "", "", *_amounts(total)))
    lines = tuple(_line(row) for row in rows)
    return Table(TITLE, tuple(columns), lines, closing, MIXES_UNITS)


def _three_columns(band: str) -> Iterable[Column]:
    yield Column("Aprobado", QUANTITY, band)
    yield Column("Actual", QUANTITY, band)
    yield Column("Ejecutado", QUANTITY, band, unknown=NOT_RECORDED)


def _line(row: ApprovedRow) -> Line:
    texts = row.unit, row.number, row.activity, row.unit_of_measure, CHANGE_WORDS[row.change]
    # An activity that is gone leads nowhere.
    row_id = "" if row.change == GONE else row.activity_id
    return Line((*texts, *_amounts(row)), row.plan_id, row_id)


def _amounts(row: ApprovedRow | ApprovedTotal) -> tuple[Value, ...]:
    return tuple(value for three in (*row.groups, row.year) for value in _values(three))


def _values(three: Three) -> Iterator[Value]:
    yield three.approved
    yield three.current
    yield three.done
