"""Spanish turns of phrase: lists, counts, plurals, quotations, and when two texts say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from poadesk.plan.fields import show_quantity

_SMALL = ("", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
_LONGEST_QUOTATION = 70
_LONGEST_UNIT = 40
# What follows one of these is not the thing counted: "visita a empresas" -> "visitas a empresas".
_JOINING = {"a", "al", "con", "de", "del", "en", "para", "por", "sin", "y", "o"}


def listed(words: Sequence[str], most: int = 8) -> str:
    """Join words as a person says them: `1.1, 1.2 y 1.3`; what exceeds `most` is only counted."""
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} más")
    if len(shown) < 2:
        return "".join(shown)
    joint = "e" if _sounds_like_i(shown[-1]) else "y"
    return f"{', '.join(shown[:-1])} {joint} {shown[-1]}"


def quoted(text: str) -> str:
    """Return a text in quotation marks and in one line, shortened at a word if it is long."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTATION:
        cut = text[:_LONGEST_QUOTATION]
        text = (cut.rsplit(" ", 1)[0] or cut).rstrip(".,;: ") + "…"
    return f"“{text}”"


def spelled(count: int, feminine: bool = False) -> str:
    """Return a count in words up to ten, `siete`, and in figures from there on."""
    if count == 1:
        return "una" if feminine else "un"
    return _SMALL[count] if 1 < count < len(_SMALL) else f"{count:,}"


def counted(thousandths: int, unit: str) -> str:
    """Return a quantity with its unit in singular or plural: 50000, `llamada` -> `50 llamadas`."""
    unit = " ".join(unit.split())[:_LONGEST_UNIT]
    return f"{show_quantity(thousandths)} {unit if thousandths == 1000 else plural(unit)}".strip()


# A plan repeats its few units, and all of them are said when the cronograma is opened.
@lru_cache(maxsize=1024)
def plural(unit: str) -> str:
    """Return a unit of measure in plural: `visita a empresas` -> `visitas a empresas`."""
    words = unit.split(" ")
    for at, word in enumerate(words):
        if word.casefold() in _JOINING:
            break
        words[at] = _plural_word(word)
    return " ".join(words)


# Remembered, because after each change every text of a plan is compared with every other.
@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text without case, accents, punctuation or double spaces, to compare it."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w%]+", " ", bare).split())


def plain_singular(text: str) -> str:
    """Return a text as `plain` does, with every word in singular too."""
    return " ".join(_stem(word) for word in plain(text).split())


def _sounds_like_i(word: str) -> bool:
    sound = plain(word)
    return sound.startswith(("i", "hi")) and not sound.startswith(("hie", "hia"))


def _plural_word(word: str) -> str:
    if not word.isalpha() or len(word) < 3 or word.isupper():
        return word
    if word.endswith("s"):
        return word + "es" if len(re.findall("[aeiou]", plain(word))) == 1 else word
    if word[-1] in "aeiouáéó":
        return word + "s"
    if word.endswith("z"):
        return word[:-1] + "ces"
    return re.sub("[áéíóú](?=[ns]es$)", lambda found: plain(found[0]), word + "es")


def _stem(word: str) -> str:
    if len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "c" if word.endswith("z") else word
