"""Checks across activities: the same thing written twice, or in two ways; who is responsible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from poadesk.plan.model import Activity
from poadesk.plan.phrases import listed, plain, plain_singular, quoted, spelled
from poadesk.plan.review import Finding, Review
from poadesk.quick_dataclass import dataclass

# Comparing every activity with every other takes too long in a plan of thousands.
_MOST_TO_COMPARE = 400
_FEWEST_WORDS = 4
_ENOUGH_IN_COMMON = 0.8


@dataclass(frozen=True, slots=True)
class _Named:
    """A field whose values are names that should always be written the same way."""

    field: str
    what: str
    key: Callable[[str], str]
    advice: str


_TOTALS = "Con un solo nombre, los totales salen juntos."
_NAMED = (
    _Named("unit_of_measure", "la misma unidad de medida", plain_singular, _TOTALS),
    _Named("cost_centre", "el mismo centro de costo", plain, _TOTALS),
    _Named("responsible", "el mismo responsable", plain, "Use un solo nombre."),
)


def words_findings(review: Review) -> Iterator[Finding]:
    """Yield names written in two ways, repeated activities and missing responsibles."""
    activities = list(review.plan.activities())
    for named in _NAMED:
        yield from _two_ways(review, named, activities)
    yield from _repeated(review, activities)
    yield from _without_responsible(review, activities)


def _two_ways(review: Review, named: _Named, activities: list[Activity]) -> Iterator[Finding]:
    spellings: dict[str, dict[str, list[Activity]]] = defaultdict(lambda: defaultdict(list))
    for activity in activities:
        written = getattr(activity, named.field).strip()
        if written:
            spellings[named.key(written) or written][written].append(activity)
    for ways in spellings.values():
        if len(ways) > 1:
            rarest = min(ways.values(), key=len)
            message = f"{listed([quoted(way) for way in ways])} parecen {named.what}."
            places = listed(review.numbers_of([users[0] for users in ways.values()]))
            reason = f"Aparecen en {places}. {named.advice}"
            yield review.finding("warning", rarest[0], "goals", named.field, message, reason)


def _repeated(review: Review, activities: list[Activity]) -> Iterator[Finding]:
    groups: dict[str, list[Activity]] = defaultdict(list)
    for activity in activities:
        if plain(activity.text):
            groups[plain(activity.text)].append(activity)
    for same in groups.values():
        if len(same) > 1:
            message = f"{listed(review.numbers_of(same))} son la misma {review.words.activity}."
            reason = f"{quoted(same[0].text)} Deje una sola, o diga qué las distingue."
            yield review.finding("warning", same[1], "goals", "text", message, reason)
    yield from _alike(review, [same[0] for same in groups.values()])


def _alike(review: Review, activities: list[Activity]) -> Iterator[Finding]:
    if len(activities) > _MOST_TO_COMPARE:
        return
    told = _masks([_telling_words(activity.text) for activity in activities])
    known: list[set[int]] = []
    for at, mine in enumerate(told):
        twins = [other for other in range(at + 1, len(told)) if _say_the_same(mine, told[other])]
        group = {at, *twins}
        # Of three that are alike, the second and the third were told with the first.
        if twins and not any(group <= others for others in known):
            known.append(group)
            same = [activities[other] for other in (at, *twins)]
            message = f"{listed(review.numbers_of(same))} se parecen mucho."
            reason = f"Empiece por {quoted(same[0].text)}: si son lo mismo, deje una sola."
            yield review.finding("hint", same[1], "goals", "text", message, reason)


def _telling_words(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry the meaning."""
    return frozenset(word[:6] for word in plain(text).split() if len(word) > 3 or word.isdigit())


def _masks(texts: list[frozenset[str]]) -> list[int]:
    """Return each set of words as the bits of a number: pairs of those are soon compared."""
    places: dict[str, int] = {}
    return [sum(1 << places.setdefault(word, len(places)) for word in words) for words in texts]


def _say_the_same(some: int, others: int) -> bool:
    shared = (some & others).bit_count()
    if shared < _FEWEST_WORDS:
        return False
    return shared >= _ENOUGH_IN_COMMON * min(some.bit_count(), others.bit_count())


def _without_responsible(review: Review, activities: list[Activity]) -> Iterator[Finding]:
    active = [activity for activity in activities if activity.active]
    nobody = [activity for activity in active if not activity.responsible.strip()]
    others = len(active) - len(nobody)
    if nobody and others > len(nobody):
        verb = "no tiene" if len(nobody) == 1 else "no tienen"
        message = f"{listed(review.numbers_of(nobody))} {verb} responsable."
        count = spelled(others, feminine=True)
        reason = f"Las otras {count} {review.words.activities} sí lo tienen."
        yield review.finding("warning", nobody[0], "goals", "responsible", message, reason)
