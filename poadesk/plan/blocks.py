"""Blocks of a grid as text between tabs, as Excel copies and pastes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from poadesk.plan.fields import Field, UnreadableError
from poadesk.plan.model import declared_fields
from poadesk.plan.schedule import MARK

_MARKS = {"X", "✓", "✔", "1"}
_QUANTITY = declared_fields("month_record")["planned_thousandths"]


def written(rows: Sequence[Sequence[str]]) -> str:
    """Return a block as text: a tab between cells, a line for each row."""
    return "".join("\t".join(row) + "\n" for row in rows)


def cells(text: str) -> list[list[str]]:
    """Return the rows of a block; the line end after the last row begins no other."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    return [[_bare(cell) for cell in line.split("\t")] for line in lines]


def number_for_excel(thousandths: int, decimal_comma: bool) -> str:
    """Return a quantity with nothing between its thousands, which Excel would take for decimals.

    After a comma there are never just three figures, for "2,405" is two thousand here.
    """
    text = f"{Decimal(thousandths) / 1000:.3f}".rstrip("0").rstrip(".")
    whole, _, decimals = text.partition(".")
    if not decimal_comma or not decimals:
        return text
    return f"{whole},{decimals}0" if len(decimals) == 3 else f"{whole},{decimals}"


def read_cell(text: str, decimal_comma: bool) -> int:
    """Return the thousandths of a cell: X and ✓ are marks, nothing is 0.

    With `decimal_comma`, "1.150" is a thousand and more. Raises `UnreadableError`.
    """
    return read_quantity(text, decimal_comma) or 0


def read_quantity(text: str, decimal_comma: bool) -> int | None:
    """Return the thousandths of a cell as `read_cell` does, but None for nothing."""
    if text.strip().upper() in _MARKS:
        return MARK
    return read_amount(text, decimal_comma, _QUANTITY)


def read_amount(text: str, decimal_comma: bool, kind: Field) -> int | None:
    """Return a quantity in thousandths or money in cents, as the kind of its field reads it.

    Only what comes from a program with a decimal comma has thousands in "1.150" alone.
    """
    if decimal_comma and re.fullmatch(r"\D*[1-9]\d{0,2}(\.\d{3})+", text.strip(), re.ASCII):
        text = text.replace(".", "")
    return kind.read(text)


def read_mark(text: str) -> int:
    """Return MARK for a mark and 0 for nothing; raise `UnreadableError` for anything else."""
    text = text.strip()
    if text.upper() in _MARKS:
        return MARK
    if text in ("", "0"):
        return 0
    raise UnreadableError("Por semanas solo se marca, con una X.")


def _bare(cell: str) -> str:
    """Return a cell without the quotation marks that Excel puts around line ends and tabs."""
    cell = cell.strip()
    quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return cell[1:-1].replace('""', '"').strip() if quoted else cell
