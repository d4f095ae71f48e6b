"""Recognizes the headings of a workbook and the words of a list, however a person writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from poadesk.plan.activities_sheet import COLUMNS, Column
from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.fields import Choice
from poadesk.plan.folding import folded

_WRITTEN_OUT = (
    (re.compile("^(programad[oa]|programacion)"), "prog"),
    (re.compile("^(ejecutad[oa]|ejecucion)"), "ejec"),
    (re.compile("^(prog|ejec)financier[oa]"), r"\1fin"),
)
_NOT_A_WORD = re.compile(r"[\W_]+")
_NEAR = 0.78
_LONGEST_KEY = 80


def key(heading: str) -> str:
    """Return what makes headings the same: accents, case, spaces and points do not matter."""
    compact = _NOT_A_WORD.sub("", folded(heading))
    for pattern, instead in _WRITTEN_OUT:
        compact = pattern.sub(instead, compact)
    return compact


def column_of(heading: str) -> Column | None:
    """Return the column that a heading stands for; None if it is none of ours."""
    return _BY_KEY.get(key(heading))


def nearest(heading: str, among: Iterable[str]) -> str:
    """Return the word most like a heading, or "" where nothing is near."""
    wanted, by_key = key(heading)[:_LONGEST_KEY], {key(one): one for one in among}
    close = get_close_matches(wanted, list(by_key), n=1, cutoff=_NEAR)
    return by_key[close[0]] if close else ""


def month_within(heading: str) -> Column | None:
    """Return the month column whose name a longer heading begins with: `Prog ENE 2027`."""
    wanted = key(heading)
    return next(
        (column for name, column in _BY_KEY.items() if column.month and wanted.startswith(name)),
        None,
    )


def month_called(heading: str) -> str:
    """Return the three letters of the month that is all a heading says; "" if it says else."""
    column = _BY_KEY.get(f"prog{key(heading)}")
    return column.heading[-3:] if column and column.month else ""


def choice_of(field: Choice, text: str) -> str | None:
    """Return the stored value of a word, whatever its accents and case; None if it is none."""
    wanted = key(text)
    return next((value for value, word in field.options if wanted in (key(value), key(word))), None)


def _by_key() -> dict[str, Column]:
    result = {key(column.heading): column for column in COLUMNS}
    for column in COLUMNS:
        if column.month:
            family = column.heading[:-3]
            for name in (MONTH_NAMES[column.month - 1], *_OTHER_NAMES.get(column.month, ())):
                result[key(family + name)] = column
    return result


_OTHER_NAMES = {9: ("setiembre", "set")}
_BY_KEY = _by_key()
