"""Which words of a text a dictionary is asked about: not figures, acronyms or addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_CHUNK = re.compile(r"\S+")
_LETTER = r"[\w\u0300-\u036f]"
_WORD = re.compile(rf"{_LETTER}+(?:[-'’]{_LETTER}+)*")
_ADDRESS = re.compile(
    r"@|://|^www\.|^[\w.-]+\.(?:com|org|net|gob|gov|edu|info|sv|pe|bo|gt|hn|pdf|docx?|xlsx?)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile("[ivx]+")
_ACRONYMS = re.compile(r"[^\W\d_]{2,}s")


def words_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each word worth looking up, in characters of Python."""
    for chunk in _CHUNK.finditer(text):
        at = chunk.start()
        for start, end in _words_of(chunk[0]):
            yield at + start, at + end


# A paragraph is gone through at each key, and all its words but one are the same as before.
@lru_cache(maxsize=20_000)
def _words_of(chunk: str) -> tuple[tuple[int, int], ...]:
    if _ADDRESS.search(chunk.lstrip("(<“\"'")):
        return ()
    return tuple(word.span() for word in _WORD.finditer(chunk) if is_word(word[0]))


def is_word(word: str) -> bool:
    """Say whether a dictionary can know it: no figure, no acronym, no name such as `eMail`."""
    if len(word) < 2 or any(sign.isdigit() or sign == "_" for sign in word):
        return False
    if word.isupper() or _ROMAN.fullmatch(word):
        return False
    return not (_is_plural_acronym(word) or _has_capitals_inside(word))


def spelled_plainly(word: str) -> str:
    """Return the word in the one form in which dictionaries hold its accents and apostrophes."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def _is_plural_acronym(word: str) -> bool:
    return _ACRONYMS.fullmatch(word) is not None and word[:-1].isupper()


def _has_capitals_inside(word: str) -> bool:
    return any(part[1:] != part[1:].lower() for part in word.split("-"))
