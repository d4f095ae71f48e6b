"""Sheets of the institution's workbooks: a heading, and rows of texts, counts and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from poadesk.plan.activities_sheet import LONGEST_CELL
from poadesk.plan.model import Plan
from poadesk.printing.workbook_cells import clean, heading_cell, new_cell, text_cell
from poadesk.quick_dataclass import dataclass

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_CUT = " […]"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in cents."""

    cents: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in thousandths."""

    thousandths: int


Value = str | int | Money | Quantity | None
# A heading with the width of its column in letters.
Heading = tuple[str, int]


def begun(front: Plan, title: str) -> Workbook:
    """Return a workbook without sheets; equal plans give equal workbooks."""
    # Local: openpyxl costs 110 ms, which only a workbook needs.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = clean(front.entity)
    book.properties.title = title
    book.properties.created = book.properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    return book


def add_table(
    book: Workbook,
    name: str,
    headings: Sequence[Heading],
    rows: Iterable[Sequence[Value]],
    closing: Sequence[Value] = (),
) -> None:
    """Add a sheet with one table that can be filtered; `closing` sums it up."""
    from openpyxl.utils import get_column_letter

    sheet = new_sheet(book, name, [width for _, width in headings])
    sheet.freeze_panes = "B2"
    add_headings(sheet, [words for words, _ in headings])
    count = 0
    for row in rows:
        add_row(sheet, row)
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count + 1}"
    if closing:
        add_row(sheet, closing, bold=True)


def new_sheet(book: Workbook, name: str, widths: Sequence[int]) -> WriteOnlyWorksheet:
    """Return a new sheet with columns of these widths in letters."""
    from openpyxl.utils import get_column_letter

    sheet: WriteOnlyWorksheet = book.create_sheet(name)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    return sheet


def add_headings(sheet: WriteOnlyWorksheet, words: Sequence[str]) -> None:
    """Add a row of headings."""
    sheet.append([heading_cell(sheet, one) for one in words])


def add_row(sheet: WriteOnlyWorksheet, values: Sequence[Value], bold: bool = False) -> None:
    """Add a row; a text stays a text whatever it looks like, and says so where it was cut."""
    sheet.append([_cell(sheet, value, bold) for value in values])


def _cell(sheet: WriteOnlyWorksheet, value: Value, bold: bool) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return text_cell(sheet, _shortened(clean(value)), bold)
    number, shape = _number(value)
    cell = new_cell(sheet, number, bold)
    cell.number_format = shape
    return cell


def _number(value: int | Money | Quantity) -> tuple[int | float, str]:
    if isinstance(value, Money):
        return value.cents / 100, "#,##0.00"
    if isinstance(value, Quantity):
        whole, rest = divmod(value.thousandths, 1000)
        return (value.thousandths / 1000, "#,##0.###") if rest else (whole, "#,##0")
    return value, "#,##0"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT
