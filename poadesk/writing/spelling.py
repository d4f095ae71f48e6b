"""The Spanish dictionary: which words of a text it does not know, and what was meant by them.

Loading takes a tenth of a second and is meant for a thread in the background; until it is done
every word counts as known. Each word is looked up once and then remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from poadesk.writing import near_words
from poadesk.writing.words import is_word, spelled_plainly, words_of

MOST_SUGGESTIONS = 5
_LONGEST_WORD = 40
# Prefixes are written together with their word (reprogramar), and dictionaries list few of these.
_PREFIXES = ("re", "pre", "sub", "multi", "micro", "inter", "auto", "anti", "geo", "co")
_SHORTEST_AFTER_PREFIX = 6
# What is made of a verb in -ar: tributación, notificadores.
_FROM_VERBS = ("ación", "aciones", "ador", "adora", "adores", "adoras")


class Dictionary:
    """Words of `es.aff`, `es.dic` and `municipal.txt` in `folder`, and of the person's own file."""

    def __init__(self, folder: Path, own_words: Path) -> None:
        self._folder = folder
        self._own_path = own_words
        self._lookup: Any = None
        self._more_words: set[str] = set()
        self._own_words: set[str] = set()
        self._verdicts: dict[str, bool] = {}

    @property
    def is_loaded(self) -> bool:
        """Say whether words can be looked up."""
        return self._lookup is not None

    def load(self) -> None:
        """Read the words; may run in a thread. What cannot be read is told in the log."""
        try:
            lookup = _read(self._folder / "es")
            self._more_words = _words_in(self._folder / "municipal.txt")
        except (OSError, ImportError, ValueError) as error:
            _warn("spelling is not checked: %s", error)
            return
        self.use_own_words(self._own_path)
        self._lookup = lookup

    def use_own_words(self, path: Path) -> None:
        """Take the person's own words from a file with one in each line, and add to it later."""
        self._own_path = path
        try:
            self._own_words = _words_in(path) if path.exists() else set()
        except (OSError, ValueError) as error:
            self._own_words = set()
            _warn("own words were not read: %s", error)
        self._verdicts = {}

    def add(self, word: str) -> None:
        """Add a word to the person's own; it holds at once even where it cannot be written."""
        self._own_words.add(spelled_plainly(word).casefold())
        self._verdicts = {}
        try:
            self._own_path.parent.mkdir(parents=True, exist_ok=True)
            with self._own_path.open("a", encoding="utf-8") as file:
                file.write(spelled_plainly(word) + "\n")
        except OSError as error:
            _warn("a word was not kept: %s", error)

    def unknown_words(self, text: str) -> list[tuple[int, int]]:
        """Return (start, end) of each unknown word, in characters of Python."""
        return [(start, end) for start, end in words_of(text) if not self.knows(text[start:end])]

    def knows(self, word: str) -> bool:
        """Say whether a word is right, or at least nothing that a dictionary could judge."""
        if self._lookup is None:
            return True
        verdict = self._verdicts.get(word)
        if verdict is None:
            verdict = self._verdicts[word] = self._judge(spelled_plainly(word))
        return verdict

    def verdict(self, word: str) -> bool | None:
        """Return what `knows` has found before, at no cost; None where it was not asked."""
        return self._verdicts.get(word)

    def suggestions(self, word: str) -> list[str]:
        """Return up to five right words near a wrong one, the likeliest first."""
        if self._lookup is None:
            return []
        word = spelled_plainly(word)
        found: dict[str, None] = {}
        for near in self._near(word[:_LONGEST_WORD].lower()):
            found.setdefault(near_words.like(word, near))
            if len(found) == MOST_SUGGESTIONS:
                break
        return list(found)

    def _judge(self, word: str) -> bool:
        if not is_word(word) or len(word) > _LONGEST_WORD or self._is_written(word):
            return True
        # With a capital it may be the name of a person or a place, unless it resembles a word.
        return word[0].isupper() and not any(map(self._is_written, _misheard(word.lower())))

    def _is_written(self, word: str) -> bool:
        folded = word.casefold()
        if folded in self._own_words or folded in self._more_words:
            return True
        if folded.split("-")[0] in _PREFIXES and "-" in folded:
            return False
        return bool(self._lookup(word)) or self._is_formed(folded)

    def _is_formed(self, word: str) -> bool:
        """Say whether a word is made from a known one, as any Spanish speaker makes them."""
        verbs = (f"{stem}ar" for stem in _stems(word))
        return any(map(self._lookup, verbs)) or self._has_prefix(word)

    def _has_prefix(self, word: str) -> bool:
        for prefix in _PREFIXES:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= _SHORTEST_AFTER_PREFIX:
                rest = rest[1:] if rest.startswith("rr") else rest
                if self._lookup(rest) or rest in self._more_words:
                    return True
        return False

    def _near(self, word: str) -> Iterator[str]:
        """Yield right words that somebody may have meant; the less likely where none is likely."""
        found = False
        for words in chain(((near,) for near in _misheard(word)), near_words.in_two(word)):
            if all(map(self._is_written, words)):
                found = True
                yield " ".join(words)
        if not found and "-" not in word:
            others = chain(near_words.one_letter_less(word), near_words.one_letter_away(word))
            yield from filter(self._is_written, others)


def _stems(word: str) -> Iterator[str]:
    for ending in _FROM_VERBS:
        if word.endswith(ending):
            yield word.removesuffix(ending)


def _misheard(word: str) -> Iterator[str]:
    if "-" in word:
        yield word.replace("-", "")
    yield from near_words.sounding_alike(word)
    yield from near_words.swapped(word)


def _read(path: Path) -> Any:
    """Return what looks words up; `path` has no ending. Raises OSError, ImportError, ValueError."""
    # Local: none of this is needed before the first letter is written.
    from spylls.hunspell.algo.lookup import Lookup

    from poadesk.writing.endings import read_affixes
    from poadesk.writing.word_list import WordList

    affixes, context = read_affixes(path.with_suffix(".aff"))
    return Lookup(affixes, WordList(path.with_suffix(".dic"), affixes, context))


def _words_in(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {spelled_plainly(line.strip()).casefold() for line in lines if line.strip()}


def _warn(words: str, error: Exception) -> None:
    import logging  # local: it hardly ever comes to this

    logging.getLogger("poadesk").warning(words, error)
