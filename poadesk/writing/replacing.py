"""Replaces words in texts of a plan, as writes of one step."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.model import declared_fields
from poadesk.plan.searching import FoundPlace, replaced
from poadesk.planfile.journal import Step

_LONGEST = 30  # letters of the words that the name of a step quotes


def changing(places: Sequence[FoundPlace], words: str, by: str) -> list[FoundPlace]:
    """Return the places whose text becomes another one."""
    return [place for place in places if replaced(place.text, words, by) != place.text]


def replace(step: Step, places: Sequence[FoundPlace], words: str, by: str) -> int:
    """Write the texts of these places with other words, and nothing else; return their number.

    Raises `UnreadableError` when a text becomes longer than a field may be.
    """
    for place in places:
        kind = declared_fields(place.table)[place.field]
        text = kind.read(replaced(place.text, words, by))
        step.put(place.table, place.id, **{place.field: text})
    return len(places)


def named(words: str, by: str, count: int, infinitive: bool = True) -> str:
    """Name what is done: `Reemplazar “a” por “b” en 5 lugares`, or in the past `Se reemplazó …`."""
    where = "1 lugar" if count == 1 else f"{count:,} lugares"
    if not by:
        return f"{'Quitar' if infinitive else 'Se quitó'} “{_short(words)}” en {where}"
    verb = "Reemplazar" if infinitive else "Se reemplazó"
    return f"{verb} “{_short(words)}” por “{_short(by)}” en {where}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
