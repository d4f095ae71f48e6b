"""Finds words in a text whatever their case and accents, and says where in the text itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from poadesk.quick_dataclass import dataclass

# Where a match begins and ends in a text: indexes of its characters.
Span = tuple[int, int]
# Nearly every text: Western letters, each of which folds to one (ß becomes two), and quotes.
_ONE_TO_ONE = re.compile("[\x00-\xde\xe0-\xff\u2013-\u2026]*")
_TILDE_OF_ENYE = "\N{COMBINING TILDE}"


@lru_cache(maxsize=32_768)
def folded(text: str, keeps_enye: bool = False) -> str:
    """Return a text without case or accents; ñ counts as n unless it is kept."""
    apart = unicodedata.normalize("NFD", text.casefold())
    if apart.isascii():
        return apart
    kept = _TILDE_OF_ENYE if keeps_enye else ""
    return "".join(c for c in apart if not unicodedata.combining(c) or c == kept)


def same_words(text: str) -> str:
    """Return what makes two names the same: accents, case and how many spaces do not matter."""
    return folded(" ".join(text.split()))


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
        whole = folded(text, self.keeps_enye)
        match = pattern.search(whole)
        at: Sequence[int] = self._origins(text) if match else ()
        result: list[Span] = []
        while match:
            begin, end = match.span()
            is_whole = not (_cuts(at, begin) or _cuts(at, end))
            if is_whole:
                result.append((at[begin], at[end]))
            match = pattern.search(whole, end if is_whole else begin + 1)
        return result

    def _origins(self, text: str) -> Sequence[int]:
        """Return for each folded character the index of the one that it comes from."""
        if not self.keeps_enye and _ONE_TO_ONE.fullmatch(text):
            return range(len(text) + 1)
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


def _cuts(at: Sequence[int], place: int) -> bool:
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
