"""The lean words and endings judge as spylls does with all of them in memory."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from spylls.hunspell.algo.lookup import Lookup
from spylls.hunspell.readers import read_aff, read_dic

from poadesk.resources import resource
from poadesk.writing.endings import Lines
from poadesk.writing.spelling import Dictionary

SAMPLE = 300


@pytest.fixture(scope="module")
def lean() -> Dictionary:
    dictionary = Dictionary(resource("dictionary"), Path("none"))
    dictionary.load()
    return dictionary


@pytest.fixture(scope="module")
def whole() -> Dictionary:
    """The same dictionary, with the words that spylls reads itself."""
    path = resource("dictionary")
    affixes, context = read_aff(lines_of(path / "es.aff"))
    words = read_dic(lines_of(path / "es.dic"), aff=affixes, context=context)
    dictionary = Dictionary(path, Path("none"))
    dictionary.load()
    dictionary._lookup = Lookup(affixes, words)
    return dictionary


def lines_of(path: Path) -> Lines:
    return Lines(path.read_text(encoding="utf-8").splitlines())


def stems_with_endings(whole: Dictionary) -> list[tuple[str, str]]:
    """Some words of every kind, each with an ending that it may take or not."""
    chance = random.Random(2027)
    suffixes = [suffix for group in whole._lookup.aff.SFX.values() for suffix in group]
    stems = [word.stem for word in whole._lookup.dic.words if "/" not in word.stem]
    shouted = [stem for stem in stems if stem[1:] != stem[1:].lower()]
    return [
        (stem, chance.choice(suffixes).add)
        for stem in [*chance.sample(stems, SAMPLE), *shouted[:100]]
    ]


def spellings(stem: str, ending: str) -> set[str]:
    """A word with affixes, with a capital, with an accent more or less, and cut short."""
    forms = {stem, stem + "s", stem + ending, "re" + stem, stem[:-1], stem.replace("a", "á")}
    forms |= {form.translate(str.maketrans("áéíóú", "aeiou")) for form in forms}
    forms |= {spelled for form in forms for spelled in (form.lower(), form.capitalize())}
    # Words in capitals are names to us; spylls has a fault there.
    return {form for form in forms if not form.isupper()}


def test_every_word_is_known_or_not_as_spylls_has_it(lean: Dictionary, whole: Dictionary) -> None:
    words = {form for stem in stems_with_endings(whole) for form in spellings(*stem)}
    known = {word for word in words if whole._lookup(word)}
    assert len(words) > 4_000
    assert 1_000 < len(known) < len(words) - 1_000
    assert {word for word in words if lean._lookup(word)} == known


def test_words_in_capitals_are_nothing_to_judge(lean: Dictionary) -> None:
    """spylls takes US and AB for words, as it takes every letter of a word for one."""
    assert all(map(lean.knows, ("US", "AB", "POA", "XQZ")))


def test_the_same_words_are_suggested(lean: Dictionary, whole: Dictionary) -> None:
    wrong = [stem[:-1] + "x" for stem, _ in stems_with_endings(whole)[:10]]
    wrong += ["presuspuesto", "atencion", "Munisipalidad", "vijilar", "desarroyo", "apollar"]
    suggested = {word: whole.suggestions(word) for word in wrong}
    assert sum(map(bool, suggested.values())) > 5
    assert {word: lean.suggestions(word) for word in wrong} == suggested


def test_words_with_capitals_inside_are_known_in_capitals_too(lean: Dictionary) -> None:
    assert lean._lookup("ADSL")
    assert not lean._lookup("ADSLX")


def test_the_words_are_in_the_order_in_which_they_are_looked_up() -> None:
    _, *lines = (resource("dictionary") / "es.dic").read_bytes().splitlines()
    assert lines == sorted(lines)


def test_the_first_and_the_last_word_are_found(lean: Dictionary, whole: Dictionary) -> None:
    words = [word.stem for word in whole._lookup.dic.words]
    for word in (words[0], words[-1]):
        assert lean._lookup(word)
    assert lean._lookup.dic.homonyms("70158") == []
