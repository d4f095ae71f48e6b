"""What a cell means where a quantity, an amount, words or a month are expected."""

from __future__ import annotations

import re
from decimal import Decimal

from poadesk.plan.activities_sheet import LONGEST_CELL, Column
from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.fields import Choice, Money, UnreadableError, exact, is_month
from poadesk.plan.folding import folded
from poadesk.tracking.workbook.cells import DATE, ERROR, NO_RESULT, NUMBER, TRUTH, Cell, as_shown
from poadesk.tracking.workbook.columns import choice_of, key

_SHOWN_LETTERS = 24
_SMALL_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_MONTH_FORMS = (
    re.compile(r"(?P<year>\d{4})[-/. ](?P<number>\d{1,2})(?:[-/. ]\d{1,2})?", re.ASCII),
    re.compile(r"(?:\d{1,2}[-/. ])?(?P<number>\d{1,2})[-/. ](?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<name>[a-z]+)\.?(?: de(?:l)?)?[-/ ]+(?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<year>\d{4})[-/ ]+(?P<name>[a-z]+)", re.ASCII),
    re.compile(r"(?P<name>[a-z]+)|(?P<number>\d{1,2})", re.ASCII),
)


def words(cell: Cell | None, lines: int = 1) -> str:
    """Return the words of a cell, spaced once; line ends are kept where a field has `lines`.

    Raises `UnreadableError` for errors, formulas without a result, dates and endless texts.
    """
    if cell is None:
        return ""
    _require_result(cell)
    if cell.kind == DATE:
        raise UnreadableError(
            f"hay una fecha ({cell.shown()}) donde va un texto: dele a la celda formato de texto."
        )
    text = cell.shown()
    if len(text) > LONGEST_CELL:
        raise UnreadableError(
            f"el texto tiene más de {LONGEST_CELL:,} letras, que no caben en una celda: acórtelo."
        )
    if lines == 1:
        return " ".join(text.split())
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def figure(cell: Cell | None, column: Column) -> int | None:
    """Return a quantity in thousandths or an amount in cents; None for an empty cell.

    Raises `UnreadableError` for what is none, or cannot be kept exactly.
    """
    if cell is None:
        return None
    if cell.kind == NUMBER and _SMALL_WHOLE.fullmatch(cell.content):
        return int(cell.content) * (100 if isinstance(column.field, Money) else 1000)
    _require_result(cell)
    if cell.kind == DATE:
        raise UnreadableError(f"hay una fecha ({cell.shown()}) y no {column.measure}.")
    refusal = f'"{short(cell.shown())}" no es {column.measure}'
    if cell.kind == TRUTH:
        raise UnreadableError(f"{refusal}.")
    try:
        return _exact(cell, column)
    except UnreadableError as error:
        reason = str(error)
        if reason.startswith("“"):  # it only says again that this is no number
            raise UnreadableError(f"{refusal}.") from error
        raise UnreadableError(f"{refusal}: {reason[0].lower()}{reason[1:]}") from error


def choice(cell: Cell | None, field: Choice) -> str:
    """Return the stored value of a word of a list, or "" for an empty cell.

    Raises `UnreadableError` with the words there are.
    """
    text = words(cell)
    found = choice_of(field, text) if text else ""
    if found is None:
        known = ", ".join(word for value, word in field.options if value)
        raise UnreadableError(f'"{short(text)}" no es una de las opciones: {known}.')
    return found


def month(cell: Cell, year: str) -> str:
    """Return a month as `2022-01` from a date, `enero 2022`, `01/2022` or, with a year, `enero`.

    Raises `UnreadableError` for anything else.
    """
    if cell.kind == DATE:
        return cell.content[:7]
    text = folded(words(cell))
    for form in _MONTH_FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            number = parts.get("number") or str(_number_of_month(parts.get("name") or ""))
            read = f"{parts.get('year') or year}-{int(number):02d}"
            if is_month(read):
                return read
    raise UnreadableError(
        f'"{short(words(cell))}" no es un mes: escríbalo con año y número, como 2022-01.'
    )


def short(text: str, letters: int = _SHOWN_LETTERS) -> str:
    """Return the beginning of a text, for a sentence about it."""
    text = " ".join(text.split())
    return text if len(text) <= letters else f"{text[:letters]}…"


def _require_result(cell: Cell) -> None:
    if cell.kind == ERROR:
        raise UnreadableError(f"la celda tiene un error ({cell.content}): corrija su fórmula.")
    if cell.kind == NO_RESULT:
        raise UnreadableError(
            "la fórmula no tiene guardado su resultado: abra el libro con Excel y guárdelo."
        )


def _exact(cell: Cell, column: Column) -> int | None:
    if cell.kind == NUMBER:
        decimals = 2 if isinstance(column.field, Money) else 3
        return exact(Decimal(as_shown(cell.content) or "nan"), decimals)
    value: int | None = column.field.read(cell.content)
    return value


def _number_of_month(name: str) -> int:
    if len(name) < 3:
        return 0
    known = "septiembre" if name in ("set", "setiembre") else name
    return next((n for n, whole in enumerate(MONTH_NAMES, 1) if whole.startswith(key(known))), 0)
