"""Finds words in every text of a plan, and replaces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from poadesk.plan import calendar
from poadesk.plan.folding import Sought, Span, folded, sought
from poadesk.plan.model import Plan, Row, SwotItem, child_attributes, declared_fields, text_fields
from poadesk.plan.numbering import numbers
from poadesk.plan.profiles import Noun, field_of, profile_of
from poadesk.plan.step_names import ALL_STEPS, step_of
from poadesk.quick_dataclass import dataclass

# Row id and field of a text.
Spot = tuple[str, str]
_MAIN_FIELDS = ("text", "name")
_LIKENESS = 0.7
_STEP_TITLES = {step.key: step.title for step in ALL_STEPS}


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A text of the plan that holds what was looked for, and where in it.

    `kind` says in Spanish what the text is; `spans` are what to highlight, and empty where the
    row was found by its number. Only a phrase (`is_phrase`) can be replaced.
    """

    id: str
    table: str
    field: str
    number: str
    kind: str
    text: str
    spans: tuple[Span, ...]
    is_phrase: bool

    @property
    def spot(self) -> Spot:
        """Return what the place is known by as long as its row exists."""
        return self.id, self.field


def places_of(plan: Plan, words: str) -> list[FoundPlace]:
    """Return the texts with these words: by its number, as a phrase, in any order.

    Each of the three in the order of the plan; case and accents make no difference.
    """
    wanted = sought(words)
    if wanted is None:
        return []
    telling = _Telling(plan)
    found = [place for row, over in _rows(plan) for place in telling.places(row, over, wanted)]
    by_number = telling.by_number(words, {place.spot for place in found})
    return by_number + sorted(found, key=lambda place: not place.is_phrase)


def replaceable(places: list[FoundPlace]) -> list[FoundPlace]:
    """Return the places in which the words stand as a phrase."""
    return [place for place in places if place.is_phrase]


def replaced(text: str, words: str, by: str) -> str:
    """Return a text with other words in place of each phrase; capitals follow those replaced.

    Words that hold capitals of their own are written as they are, and so are those that differ
    from what they replace in nothing but capitals: that is what the person wants to change.
    """
    wanted = sought(words)
    spans = wanted.as_phrase(text) if wanted else []
    result, after = "", 0
    for begin, end in spans:
        result += text[after:begin] + _in_case_of(text[begin:end], by)
        after = end
    return result + text[after:]


def suggestions(plan: Plan, words: str) -> list[str]:
    """Return up to two ways to write what was not found, each of which is in the plan."""
    known = _words_of(plan)
    parts = words.split()
    closest = [_closest(part, known) for part in parts]
    together = " ".join(close or part for close, part in zip(closest, parts, strict=True))
    candidates = dict.fromkeys([together, *(close for close in closest if close)])
    return [found for found in candidates if places_of(plan, found)][:2]


class _Telling:
    """Names the places of one plan: number and kind."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.numbers = numbers(plan)
        words = self._words = profile_of(plan.profile)
        self._names = {
            "strategic_line": ("línea estratégica", "de la"),
            "programme": ("programa", "del"),
            **{table: (noun.one, _joint(noun)) for table, noun in words.levels.items()},
            "resource": ("recurso", "del"),
            "indicator": ("indicador", "del"),
            "deviation": ("desviación", "de la"),
            "goal_comment": ("comentario", "del"),
            "objective_comment": ("comentario", "del"),
        }

    def places(self, row: Row, over: Row | None, wanted: Sought) -> Iterator[FoundPlace]:
        """Yield the texts of a row that hold what is wanted."""
        for field in text_fields(row.TABLE):
            text = getattr(row, field)
            phrase = wanted.as_phrase(text) if text else []
            apart = text and not phrase and len(wanted.words) > 1
            spans = wanted.in_any_order(text) if apart else phrase
            if spans:
                yield self._place(row, over, field, tuple(spans), bool(phrase))

    def by_number(self, words: str, found: set[Spot]) -> list[FoundPlace]:
        """Return the main text of each row with this number, unless it was found already."""
        number = folded(words).split()
        ids = {one for one, its in self.numbers.items() if folded(its).split() == number}
        return [
            self._place(row, over, field, (), False)
            for row, over in (_rows(self._plan) if ids else ())
            for field in _MAIN_FIELDS
            if row.id in ids and field in text_fields(row.TABLE) and (row.id, field) not in found
        ]

    def _place(
        self, row: Row, over: Row | None, field: str, spans: tuple[Span, ...], is_phrase: bool
    ) -> FoundPlace:
        number = self.numbers.get(row.id) or (self.numbers.get(over.id, "") if over else "")
        number, text = " ".join(number.split()), getattr(row, field)
        kind = self._kind(row, over, field)
        return FoundPlace(row.id, row.TABLE, field, number, kind, text, spans, is_phrase)

    def _kind(self, row: Row, over: Row | None, field: str) -> str:
        label = field_of(self._words, row.TABLE, field).label
        if isinstance(row, Plan):
            return f"{label} · {_STEP_TITLES[step_of(row.TABLE, field)]}"
        if isinstance(row, SwotItem):
            return declared_fields("swot_item")["quadrant"].show(row.quadrant)
        name = self._names[row.TABLE][0]
        if over is not None and row.id not in self.numbers:
            above, of = self._names[over.TABLE]
            name = f"{name} {of} {above} {self.numbers[over.id]}"
        if month := getattr(row, "month", ""):
            name = f"{name}, {calendar.name_with_year(month)}"
        name = name[0].upper() + name[1:]
        return name if field in _MAIN_FIELDS else f"{label} · {name}"


def _joint(noun: Noun) -> str:
    return "de la" if noun.feminine else "del"


def _rows(row: Row, over: Row | None = None) -> Iterator[tuple[Row, Row | None]]:
    """Yield (row, the row above it) of all rows with words, in the order of the plan."""
    yield row, over
    for table, attribute in child_attributes(row.TABLE).items():
        if text_fields(table):
            for child in getattr(row, attribute):
                yield from _rows(child, row)


def _in_case_of(before: str, by: str) -> str:
    if by != by.lower() or by == before.lower():
        return by
    if len(before) > 1 and before.isupper():
        return by.upper()
    return by[:1].upper() + by[1:] if before[:1].isupper() else by


def _words_of(plan: Plan) -> dict[str, str]:
    """Return {folded word: the word as it is first written} of all texts."""
    result: dict[str, str] = {}
    for row, _ in _rows(plan):
        for field in text_fields(row.TABLE):
            for word in re.findall(r"\w+", getattr(row, field)):
                result.setdefault(folded(word), word.lower())
    return result


def _closest(word: str, known: dict[str, str]) -> str:
    """Return the word of the plan that is most like one, or "" if none is."""
    found = get_close_matches(folded(word), known, n=1, cutoff=_LIKENESS)
    return known[found[0]] if found else ""
