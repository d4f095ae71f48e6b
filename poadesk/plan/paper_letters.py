"""Which letters and signs the papers can print: those of the typefaces that travel with them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from struct import iter_unpack, unpack_from

from poadesk.resources import resource

# What nearly every text consists of is printed for sure: the typeface is not read for it.
_RARE = re.compile("[^\0-\u024f\u2010-\u2027\u2030-\u203a\u20a0-\u20b5]")
# What the face of the text has beyond the one that stands in for it; bullets of word processors.
_OTHERS = "\u20bf\u274c\uf0b7\uf0a7\uf0d8"
_NOT_SEEN, _UNKNOWN = ("Cc", "Cf", "Cs"), ("Cn", "Co")  # kinds of characters
_VARIATIONS = range(0xFE00, 0xFE10)
_WHOLE_RANGE = (3, 10)  # the table of a typeface with every character, in groups


def unprintable(text: str) -> list[str]:
    """Return the letters and signs of a text for which the papers print an empty box."""
    if not _RARE.search(text):
        return []
    rare = dict.fromkeys(_RARE.findall(unicodedata.normalize("NFC", text)))
    return [char for char in rare if _is_lost(char)]


def _is_lost(char: str) -> bool:
    kind = unicodedata.category(char)
    # The papers drop marks of direction and the like without a trace.
    if kind in _NOT_SEEN or ord(char) in _VARIATIONS or char in _OTHERS:
        return False
    return kind in _UNKNOWN or char not in _letters()


@cache
def _letters() -> frozenset[str]:
    """Return the characters of the typeface that stands in for the others."""
    font = resource("fonts", "dejavu", "DejaVuSans.ttf").read_bytes()
    table = _table_of_characters(font)
    (count,) = unpack_from(">L", font, table + 12)
    groups = iter_unpack(">LLL", font[table + 16 : table + 16 + 12 * count])
    return frozenset(chr(code) for first, last, _ in groups for code in range(first, last + 1))


def _table_of_characters(font: bytes) -> int:
    """Return where the groups of characters begin in a TrueType file."""
    (count,) = unpack_from(">H", font, 4)
    tables = iter_unpack(">4sLLL", font[12 : 12 + 16 * count])
    start = next(place for name, _, place, _ in tables if name == b"cmap")
    (count,) = unpack_from(">H", font, start + 2)
    encodings = iter_unpack(">HHL", font[start + 4 : start + 4 + 8 * count])
    return start + next(place for *kind, place in encodings if tuple(kind) == _WHOLE_RANGE)
