"""A report as a workbook: the same tables as on screen, with numbers as numbers.

A person's text never becomes a formula, whatever it begins with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

from poadesk.plan.activities_sheet import LONGEST_CELL
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.reports.evaluation import Evaluation
from poadesk.plan.reports.kinds import METHODS, TITLES, Report, kind_of
from poadesk.plan.reports.limits import limits_of
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.report_tables import figures_of, tables_of
from poadesk.plan.reports.table import COUNT, MONEY, QUANTITY, TEXT, Column, Table, Value
from poadesk.printing.workbook_cells import clean, heading_cell, new_cell, text_cell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_CUT = " […]"
_WIDE, _TEXT, _NUMBER = 44, 20, 11  # widths of columns in letters
_WIDE_FROM = 28


def build_report_workbook(report: Report, plans: Sequence[Plan]) -> bytes:
    """Return the bytes of an .xlsx with a sheet for each table of a report."""
    # Local: openpyxl costs 110 ms, which only a workbook needs.
    from openpyxl import Workbook

    words = profile_of(plans[0].profile)
    book = Workbook(write_only=True)
    # The moment of writing says nothing of the report, and equal reports are to look equal.
    book.properties.creator = plans[0].entity.strip() and clean(plans[0].entity)
    book.properties.title = TITLES[kind_of(report)]
    book.properties.created = book.properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    for table in tables_of(report, words):
        _write_table(book, table)
    _write_notes(book, report, plans)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_table(book: Workbook, table: Table) -> None:
    from openpyxl.utils import get_column_letter

    sheet: WriteOnlyWorksheet = book.create_sheet(table.title)
    for at, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _width(table, at - 1, column)
    bands = any(column.band for column in table.columns)
    first = 2 if bands else 1
    sheet.freeze_panes = f"A{first + 1}"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{first}:{last}{first + len(table.lines)}"
    if bands:
        sheet.append([heading_cell(sheet, column.band) for column in table.columns])
    sheet.append([heading_cell(sheet, column.heading) for column in table.columns])
    for line in table.lines:
        sheet.append(_cells(sheet, line.values, table.columns))
    if table.closing:
        sheet.append(_cells(sheet, table.closing.values, table.columns, bold=True))
    if table.caution:
        sheet.append([_text(sheet, table.caution)])


def _write_notes(book: Workbook, report: Report, plans: Sequence[Plan]) -> None:
    limits, kind = limits_of(plans), kind_of(report)
    sheet = book.create_sheet("Notas")
    sheet.column_dimensions["A"].width = _WIDE
    sheet.column_dimensions["B"].width = _WIDE
    notes: list[tuple[str, Value, Column]] = [
        ("Reporte", TITLES[kind], Column("")),
        ("Entidad", plans[0].entity, Column("")),
        ("Periodo", report.period.words(), Column("")),
        ("Método", METHODS[kind], Column("")),
    ]
    if isinstance(report, Evaluation):
        notes.append(("Eficacia aceptable desde (%)", limits.efficacy_cut, Column("")))
    else:
        notes.append(("Rojo, por debajo de (%)", limits.red_below, Column("")))
        notes.append(("Verde, por encima de (%)", limits.green_above, Column("")))
    notes += [
        (figure.name, figure.value, figure.column)
        for figure in figures_of(report, profile_of(plans[0].profile))
    ]
    for name, value, column in notes:
        sheet.append([heading_cell(sheet, name), _cell(sheet, value, column)])
    if isinstance(report, Evaluation):
        for action in report.actions():
            sheet.append([_text(sheet, action.code), _text(sheet, action.text)])


def _width(table: Table, at: int, column: Column) -> int:
    if column.kind != TEXT:
        return _NUMBER
    longest = max((len(str(line.values[at] or "")) for line in table.lines), default=0)
    return _WIDE if longest > _WIDE_FROM else _TEXT


def _cells(
    sheet: WriteOnlyWorksheet,
    values: Sequence[Value],
    columns: Sequence[Column],
    bold: bool = False,
) -> list[WriteOnlyCell | None]:
    pairs = zip(values, columns, strict=True)
    return [_cell(sheet, value, column, bold) for value, column in pairs]


def _cell(
    sheet: WriteOnlyWorksheet, value: Value, column: Column, bold: bool = False
) -> WriteOnlyCell | None:
    if value is None:
        return _text(sheet, column.unknown, bold) if column.unknown else None
    if isinstance(value, str):
        return _text(sheet, value, bold)
    number, shape = _number(value, column)
    cell = new_cell(sheet, number, bold)
    cell.number_format = shape
    return cell


def _number(value: int | Fraction, column: Column) -> tuple[int | float, str]:
    """Return a number with its format; percentages are those that the papers print."""
    if isinstance(value, Fraction):
        return float(shown(value, column.decimals).replace(",", "")), "0.##"
    if column.kind == MONEY:
        return value / 100, "#,##0.00"
    if column.kind == COUNT:
        return value, "#,##0"
    assert column.kind == QUANTITY
    whole, rest = divmod(value, 1000)
    return (value / 1000, "#,##0.###") if rest else (whole, "#,##0")


def _text(sheet: WriteOnlyWorksheet, text: str, bold: bool = False) -> WriteOnlyCell:
    """Return a cell of text, which says so where it had to be cut."""
    text = clean(text)
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - len(_CUT)] + _CUT
    return text_cell(sheet, text, bold)
