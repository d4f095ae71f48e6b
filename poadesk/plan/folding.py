"""Finds words in a text whatever their case and accents, and says where in the text itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Where a match begins and ends in a text: indexes of its characters.
Span = tuple[int, int]
_TILDE_OF_ENYE = "\N{COMBINING TILDE}"


@lru_cache(maxsize=32_768)
def folded(text: str, keeps_enye: bool = False) -> str:
    """Return a text without case or accents; ñ counts as n unless it is kept."""
    apart = unicodedata.normalize("NFD", text.casefold())
    if apart.isascii():
        return apart
    kept = _TILDE_OF_ENYE if keeps_enye else ""
    return "".join(c for c in apart if not unicodedata.combining(c) or c == kept)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: the words as one phrase, and each by itself."""

    phrase: re.Pattern[str]
    words: tuple[re.Pattern[str], ...]
    keeps_enye: bool

    def as_phrase(self, text: str) -> list[Span]:
        """Return where the words stand one after the other, however far apart in spaces."""
        return self._spans(text, self.phrase)

    def in_any_order(self, text: str) -> list[Span]:
        """Return where each of the words stands; nothing unless all of them do."""
        found = [self._spans(text, word) for word in self.words]
        return _joined([span for spans in found for span in spans]) if all(found) else []

    def _spans(self, text: str, pattern: re.Pattern[str]) -> list[Span]:
        matches = list(pattern.finditer(folded(text, self.keeps_enye)))
        at = self._origins(text) if matches else []
        return [
            (at[match.start()], at[match.end()])
            for match in matches
            if not _cuts(at, match.start()) and not _cuts(at, match.end())
        ]

    def _origins(self, text: str) -> list[int]:
        """Return for each folded character the index of the one that it comes from."""
        by_character = (len(folded(c, self.keeps_enye)) for c in text)
        return [i for i, count in enumerate(by_character) for _ in range(count)] + [len(text)]


def sought(words: str) -> Sought | None:
    """Prepare what a person typed; None when it holds nothing to look for."""
    keeps_enye = "ñ" in unicodedata.normalize("NFC", words).casefold()
    parts = folded(words, keeps_enye).split()
    if not parts:
        return None
    each = [re.escape(part) for part in parts]
    return Sought(re.compile(r"\s+".join(each)), tuple(map(re.compile, each)), keeps_enye)


def _cuts(at: list[int], place: int) -> bool:
    """Say whether a place lies within what one character became: `s` in `ß`."""
    return place > 0 and at[place - 1] == at[place]


def _joined(spans: list[Span]) -> list[Span]:
    """Put spans in order, those that touch as one."""
    result: list[Span] = []
    for begin, end in sorted(spans):
        if result and begin <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((begin, end))
    return result
