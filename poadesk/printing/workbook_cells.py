"""Cells of the workbooks that are written: a person's text stays a text, whatever it looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# What Excel reads as the code of a letter; its own way to write it down is `_x005F_`.
_LIKE_A_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NAVY, _BAND = "FF1E3A5F", "FFE8EDF3"


def text_cell(sheet: WriteOnlyWorksheet, text: str, bold: bool = False) -> WriteOnlyCell:
    """Return a cell of text that is neither a formula nor an error, as `clean` leaves it."""
    text = clean(text)
    cell = new_cell(sheet, _LIKE_A_CODE.sub("_x005F_", text), bold)
    cell.data_type = "s"
    if text.startswith("="):
        cell.quotePrefix = True
    return cell


def heading_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """Return a cell of a heading, on a ground of its own."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = text_cell(sheet, text)
    cell.font = Font(bold=True, color=_NAVY)
    cell.fill = PatternFill("solid", start_color=_BAND)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def new_cell(sheet: WriteOnlyWorksheet, value: Any, bold: bool = False) -> WriteOnlyCell:
    """Return a cell of any value."""
    # Local: openpyxl costs 110 ms, which only a workbook needs.
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value)
    if bold:
        cell.font = Font(bold=True)
    return cell


def clean(text: str) -> str:
    """Return a text without the characters that no cell can hold."""
    return _CONTROL.sub("", text)
