"""Words near one that is not known: those that sound alike first, then those one letter away.

Spanish is mostly misspelled by ear, `recaudasion` for `recaudación`. Trying what sounds alike
finds that in milliseconds, where the suggestions of spylls take a second and miss it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

_VOWELS = "aeiou"
_ACCENTED = dict(zip(_VOWELS, "áéíóú", strict=True))
_BARE = {accented: vowel for vowel, accented in _ACCENTED.items()}
_LETTERS = "abcdefghijlmnopqrstuvxyzáéíóúñü"
_MOST_SOUNDS = 9
# What is written for what, and before which letters only; the commonest confusions first.
_SOUNDS: tuple[tuple[str, str, str], ...] = (
    ("s", "c", "eiéí"),
    ("s", "z", ""),
    ("c", "s", "eiéí"),
    ("z", "c", "eiéí"),
    ("z", "s", ""),
    ("b", "v", ""),
    ("v", "b", ""),
    ("g", "j", "eiéí"),
    ("j", "g", "eiéí"),
    ("ll", "y", ""),
    ("y", "ll", ""),
    ("h", "", ""),
    ("n", "m", "pb"),
    ("m", "n", "vf"),
    ("g", "gu", "eiéí"),
    ("c", "cc", "ií"),
    ("s", "x", "cpt"),
    ("x", "s", ""),
    ("k", "qu", "eiéí"),
    ("k", "c", ""),
    ("rr", "r", ""),
    ("n", "ñ", "aeiou"),
    ("u", "ü", "eiéí"),
    ("s", "cc", "ií"),
    ("x", "cc", "ií"),
    ("r", "rr", "aeiou"),
)
# Spaces forgotten beside one of these are common; elsewhere a split is seldom what was meant.
_SHORT = "a al con de del e el en es la las lo los más no o para por que se sin su sus un una y"
_SHORT_WORDS = frozenset(_SHORT.split())


def sounding_alike(word: str) -> Iterator[str]:
    """Yield spellings that sound like a word in small letters, the nearest first."""
    bare = "".join(_BARE.get(letter, letter) for letter in word)
    changes = _changes(bare)[:_MOST_SOUNDS]
    for count in range(3):
        for chosen in combinations(changes, count):
            if all(_apart(one, other) for one, other in combinations(chosen, 2)):
                changed = _with_changes(bare, chosen)
                yield changed
                yield from _accented(changed)


def swapped(word: str) -> Iterator[str]:
    """Yield the word with two neighbours the other way round."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def one_letter_less(word: str) -> Iterator[str]:
    """Yield the word without each of its letters, of a word with more than two."""
    for at in range(len(word) if len(word) > 2 else 0):
        yield word[:at] + word[at + 1 :]


def one_letter_away(word: str) -> Iterator[str]:
    """Yield the word with a letter more, and with another letter in place of each."""
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
    for at in range(len(word)):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]


def in_two(word: str) -> Iterator[tuple[str, str]]:
    """Yield the word as two, where one of them is a little word such as `de`."""
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if first in _SHORT_WORDS or second in _SHORT_WORDS:
            yield first, second


def _changes(word: str) -> list[tuple[int, str, str]]:
    """Return (place, what stands there, what could stand there), the commonest first."""
    found = [
        (at, old, new)
        for old, new, before in _SOUNDS
        for at in range(len(word))
        if word.startswith(old, at)
        and (not before or word[at + len(old) : at + len(old) + 1] in tuple(before))
    ]
    return found + [
        (at, "", "h")
        for at in range(len(word))
        if word[at] in _VOWELS and (at == 0 or word[at - 1] in _VOWELS)
    ]


def _apart(one: tuple[int, str, str], other: tuple[int, str, str]) -> bool:
    first, second = sorted((one, other))
    return first[0] + max(1, len(first[1])) <= second[0]


def _with_changes(word: str, changes: tuple[tuple[int, str, str], ...]) -> str:
    for at, old, new in sorted(changes, reverse=True):
        word = word[:at] + new + word[at + len(old) :]
    return word


def _accented(word: str) -> Iterator[str]:
    """Yield the word with an accent on each of its vowels: `ía` first, then from the last one."""
    places = [at for at in reversed(range(len(word))) if word[at] in _ACCENTED]
    for at in sorted(places, key=lambda at: word[at : at + 2] not in ("ia", "io", "ua", "uo")):
        yield word[:at] + _ACCENTED[word[at]] + word[at + 1 :]


def like(model: str, word: str) -> str:
    """Return a word with a capital where the model has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
