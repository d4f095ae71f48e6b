"""In which order the lines of a table are shown, and which of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from poadesk.plan.folding import folded
from poadesk.plan.phrases import listed, quoted
from poadesk.plan.reports.table import TEXT, Line
from poadesk.printing.screen.reports.making import NOWHERE, SIGNS, ShownTable
from poadesk.quick_dataclass import dataclass

_DIGITS = re.compile(r"(\d+)")
_SEVERITY = {word: at for at, word in enumerate(SIGNS)}
Key = tuple[bool, tuple[tuple[bool, int | Fraction, str], ...]]


@dataclass(frozen=True, slots=True)
class Filter:
    """Words that a line must hold, its unit and its state; "" is any."""

    words: str = ""
    unit: str = ""
    state: str = ""


def nothing_words(wanted: Filter) -> str:
    """Say what no line is: `Ninguna fila tiene el estado “En riesgo”.`"""
    parts = [
        f"{verb} {quoted(value)}"
        for verb, value in (
            ("dice", wanted.words.strip()),
            ("es de", wanted.unit),
            ("tiene el estado", wanted.state),
        )
        if value
    ]
    return f"Ninguna fila {listed(parts)}{' a la vez' if len(parts) > 1 else ''}."


def passing(shown: ShownTable, wanted: Filter) -> list[int]:
    """Return the indexes of the lines that a filter leaves, in the order of the table."""
    lines = shown.table.lines
    found = matching(shown, wanted)
    if wanted.state and shown.state != NOWHERE:
        found = [at for at in found if shown.state_of(lines[at]) == wanted.state]
    return found


def states(shown: ShownTable, wanted: Filter) -> Counter[str]:
    """Count the states of the lines that the words and the unit of a filter leave."""
    lines = shown.table.lines
    return Counter(shown.state_of(lines[at]) for at in matching(shown, wanted))


def matching(shown: ShownTable, wanted: Filter) -> list[int]:
    """Return the lines that hold the words and are of the unit, whatever their state."""
    parts, lines = folded(wanted.words).split(), shown.table.lines
    by_unit = bool(wanted.unit) and shown.unit != NOWHERE
    return [
        at
        for at, words in enumerate(shown.words)
        if all(part in words for part in parts)
        and (not by_unit or lines[at].values[shown.unit] == wanted.unit)
    ]


def ordered(
    shown: ShownTable, rows: Sequence[int], column: int, descending: bool = False
) -> list[int]:
    """Sort lines by a column; numbers as numbers, and what has none (S.P., S.I., —) at the end."""
    lines = shown.table.lines
    keyed = [(_key(shown, lines[at], column), at) for at in rows]
    known = sorted((pair for pair in keyed if not pair[0][0]), key=_of_pair, reverse=descending)
    unknown = sorted((pair for pair in keyed if pair[0][0]), key=_of_pair)
    return [at for _, at in (*known, *unknown)]


def _of_pair(pair: tuple[Key, int]) -> Key:
    return pair[0]


def _key(shown: ShownTable, line: Line, column: int) -> Key:
    """Return whether nothing is known, and what to compare: numbers before letters."""
    value = line.values[column]
    if column == shown.state:
        return not value, ((False, _SEVERITY.get(str(value), len(_SEVERITY)), ""),)
    if shown.table.columns[column].kind == TEXT:
        return not value, _natural(str(value or ""))
    if isinstance(value, int | Fraction):
        return False, ((False, value, ""),)
    return True, ((True, 0, str(value or "")),)


def _natural(text: str) -> tuple[tuple[bool, int | Fraction, str], ...]:
    """Compare `1.10` after `1.9`, and words without case or accents."""
    parts = _DIGITS.split(folded(text))
    return tuple(
        (False, int(part), "") if at % 2 else (True, 0, part)
        for at, part in enumerate(parts)
        if part
    )
