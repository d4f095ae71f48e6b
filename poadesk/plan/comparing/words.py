"""Values and texts of both revisions as a person reads them, with what changed marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from poadesk.plan import calendar
from poadesk.plan.fields import Field, Money, Month, Picture, is_month, show_money
from poadesk.plan.folding import Span

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
# Beyond that two texts have so little in common that marks would only speckle them.
_LEAST_ALIKE = 0.3
# Pieces that are looked at one by one; of longer changes only beginning and end are told.
_MOST_PIECES = 1_500
Spans = tuple[Span, ...]


def shown(kind: Field, value: Any, currency: str = "") -> str:
    """Return a stored value as a person reads it."""
    if value is None:
        return ""
    if isinstance(kind, Money):
        return show_money(value, currency.strip())
    if isinstance(kind, Month):
        return month_name(value, True) if is_month(value) else str(value)
    if isinstance(kind, Picture):
        return f"Imagen de {max(1, round(len(value) / 1000)):,} kB"
    return kind.show(value)


def month_name(month: str, with_year: bool) -> str:
    """Return `marzo`, or `marzo de 2027`."""
    return calendar.name_with_year(month) if with_year else calendar.name(month)


@lru_cache(maxsize=1_000)
def changed_spans(old: str, new: str) -> tuple[Spans, Spans]:
    """Return where the words of two texts differ, word by word, in the old and in the new."""
    if old == new:
        return (), ()
    pieces, others = _PIECE.findall(old), _PIECE.findall(new)
    first = _common(pieces, others)
    last = _common(pieces[first:][::-1], others[first:][::-1])
    middle, other = pieces[first : len(pieces) - last], others[first : len(others) - last]
    changed = _changed(middle, other)
    alike = len(pieces) - sum(b - a for a, b, _, _ in changed)
    if alike < _LEAST_ALIKE * max(len(pieces), len(others)):
        return _whole(old), _whole(new)
    begin = sum(map(len, pieces[:first]))
    return (
        _spans(middle, [(a, b) for a, b, _, _ in changed], begin),
        _spans(other, [(c, d) for _, _, c, d in changed], begin),
    )


def _changed(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return the places among the pieces of both where they differ."""
    if max(len(old), len(new)) > _MOST_PIECES:
        return [(0, len(old), 0, len(new))]
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    # A space alone between two changed words belongs to the change.
    return [
        (a, b, c, d)
        for at, (tag, a, b, c, d) in enumerate(found)
        if tag != "equal" or (0 < at < len(found) - 1 and "".join(old[a:b]).isspace())
    ]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces two texts have in common from the first on."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _spans(pieces: Sequence[str], places: Sequence[tuple[int, int]], begin: int) -> Spans:
    """Return places among pieces as places in the text, those that touch as one.

    The spaces around changed words are not marked, unless nothing but spaces changed.
    """
    starts = [begin]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    result: list[Span] = []
    for first, past in _joined(places):
        words = [at for at in range(first, past) if not pieces[at].isspace()]
        if words:
            first, past = words[0], words[-1] + 1
        result.append((starts[first], starts[past]))
    return tuple(result)


def _joined(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    for first, past in places:
        if first == past:
            continue
        if result and result[-1][1] == first:
            result[-1] = (result[-1][0], past)
        else:
            result.append((first, past))
    return result


def _whole(text: str) -> Spans:
    return ((0, len(text)),) if text else ()
