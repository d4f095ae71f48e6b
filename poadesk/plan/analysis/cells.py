"""Values as the text of a cell: exact numbers with a point, and no text that could be a formula."""

from __future__ import annotations

from typing import Any

TEXT, MONTH, WHOLE, QUANTITY, MONEY, PERCENT, FLAG = (
    "texto",
    "mes",
    "entero",
    "cantidad",
    "dinero",
    "porcentaje",
    "sí o no",
)
_MARK = "'"
# What a spreadsheet takes for the beginning of a formula, also in the wide letters of some
# keyboards; and the mark itself, so that taking one mark away always gives the text back.
_LOOKS_ACTIVE = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠", _MARK)
_PLACES = {QUANTITY: 3, MONEY: 2, PERCENT: 2}


def cell(kind: str, value: Any) -> str:
    """Return a stored value as the text of a cell; nothing known is an empty cell."""
    if value is None:
        return ""
    if kind in _PLACES:
        return _decimal(value, _PLACES[kind], keep_zeros=kind == MONEY)
    if kind == FLAG:
        return "true" if value else "false"
    return harmless(str(value))


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs: with an apostrophe before what looks active.

    Ends of line are those of Unix, and the character 0, which no database takes, is left out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return _MARK + text if text.startswith(_LOOKS_ACTIVE) else text


def as_written(text: str) -> str:
    """Return the text that a cell holds, without the apostrophe of `harmless`."""
    return text.removeprefix(_MARK)


def _decimal(scaled: int, places: int, keep_zeros: bool) -> str:
    """Write thousandths or cents exactly; in whole numbers, which have no limit of digits."""
    whole, rest = divmod(abs(scaled), 10**places)
    text = f"{'-' if scaled < 0 else ''}{whole}.{rest:0{places}d}"
    return text if keep_zeros else text.rstrip("0").rstrip(".")
