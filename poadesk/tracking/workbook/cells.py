"""A cell as a workbook stores it: what kind of thing it holds, and its words or figures."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from poadesk.plan.activities_sheet import LONGEST_CELL

NUMBER, DATE, TEXT, TRUTH, ERROR, NO_RESULT = "number", "date", "text", "truth", "error", "result"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_COUNTED_FROM = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


class Cell(NamedTuple):
    """`content` is the text, or the number as it is stored; of a date, `2022-01-31`."""

    kind: str
    content: str

    def shown(self) -> str:
        """Return what the person sees in the cell, near enough to find it."""
        if self.kind == NUMBER:
            return as_shown(self.content) or self.content
        if self.kind == DATE:
            return "/".join(reversed(self.content.split("-")))
        return self.content


def as_shown(stored: str) -> str:
    """Return a stored number with the 15 digits that Excel shows: 0.30000000000000004 -> `0.3`.

    What is no number at all gives "".
    """
    try:
        return f"{float(stored):.15g}"
    except ValueError:
        return ""


def as_date(stored: str, from_1904: bool) -> str | None:
    """Return the day that a stored number stands for, as `2022-01-31`; None if there is none."""
    try:
        return (_COUNTED_FROM[from_1904] + timedelta(days=int(float(stored)))).isoformat()
    except (ValueError, OverflowError):
        return None


def as_written_date(stored: str) -> str | None:
    """Return the day of a date or a moment as ISO 8601 writes them; None if it is neither."""
    try:
        return datetime.fromisoformat(stored.strip()).date().isoformat()
    except ValueError:
        return None


def text_cell(content: str) -> Cell | None:
    """Return the cell of a text, or None where it says nothing.

    Of a text longer than a cell can be, only so much is kept that this is still seen.
    """
    text = plain(content)
    return Cell(TEXT, text[: LONGEST_CELL + 1]) if text.strip() else None


def plain(text: str) -> str:
    """Return a text without the codes and control characters that spreadsheets leave in it."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
