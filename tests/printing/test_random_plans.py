"""Random plans: every word reaches the paper as often as it belongs there."""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import pages, pieces, reader, words
from sample_plans import activity, full_plan, goal, indicator, objective, resource, swot_item

from poadesk.printing.annual_plan import build
from poadesk.printing.options import ROWS, PrintOptions

lengths = st.one_of(st.integers(0, 8), st.integers(0, 40), st.integers(80, 600))
marks = st.text("X.", min_size=12, max_size=12)
activities = st.lists(st.tuples(lengths, marks), max_size=4)
goals = st.tuples(lengths, activities, st.lists(lengths, max_size=3), st.lists(lengths, max_size=2))
objectives = st.tuples(lengths, st.lists(goals, max_size=4))


class _Writer:
    """Writes texts in which every word is different; the first letter says what it belongs to."""

    def __init__(self) -> None:
        self.numbers = count()
        self.written: Counter[str] = Counter()

    def text(self, letter: str, size: int) -> str:
        made = [f"{letter}{next(self.numbers):06d}" for _ in range(size)]
        self.written.update(made)
        return " ".join(made)

    def goal(self, size, rows, resources, indicators):
        return goal(
            self.text("g", size),
            tuple(activity(self.text("a", length), marked) for length, marked in rows),
            tuple(resource(self.text("r", length), 3, 250) for length in resources),
            tuple(indicator(self.text("i", length)) for length in indicators),
        )

    def objective(self, size, drawn):
        made = [self.goal(*one) for one in drawn]
        return objective(self.text("o", size), *made)


def _plan(drawn):
    writer = _Writer()
    rows = tuple(writer.objective(*one) for one in drawn)
    return writer, full_plan(objectives=rows)


@settings(max_examples=10, deadline=None)
@given(st.lists(objectives, min_size=1, max_size=3), st.sampled_from(ROWS))
def test_the_matrix_prints_every_word_where_it_belongs(drawn, rows):
    writer, printed = _plan(drawn)
    pdf = build([printed], PrintOptions(parts=("matrix",), rows=rows))
    found = words(pdf, r"[ogari]\d{6}")
    assert set(found) == set(writer.written)
    own = {word: times for word, times in found.items() if word[0] != "o"}
    assert set(own.values()) <= {1}
    _check_objectives(found, pages(pdf), least=2)
    _check_pages(pdf, "INDICADOR", r"[gari]\d{6}")


@settings(max_examples=16, deadline=None)
@given(st.lists(objectives, min_size=1, max_size=3))
def test_the_schedule_prints_every_activity_once(drawn):
    writer, printed = _plan(drawn)
    pdf = build([printed], PrintOptions(parts=("schedule",)))
    found = words(pdf, r"[ogari]\d{6}")
    assert {w for w in found if w[0] == "a"} == {w for w in writer.written if w[0] == "a"}
    assert {times for word, times in found.items() if word[0] == "a"} <= {1}
    _check_pages(pdf, "ACTIVIDADES", r"a\d{6}")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("sowt"), lengths), min_size=1, max_size=12))
def test_the_foda_prints_every_item_once(drawn):
    names = {"s": "strength", "o": "opportunity", "w": "weakness", "t": "threat"}
    writer = _Writer()
    items = tuple(swot_item(names[letter], writer.text("g", size)) for letter, size in drawn)
    pdf = build([full_plan(swot_items=items)], PrintOptions(parts=("swot",)))
    assert words(pdf, r"g\d{6}") == writer.written
    _check_pages(pdf, "", "")


def _check_objectives(found: Counter[str], text: list[str], least: int) -> None:
    """An objective stands in the list and in its cell, and may be repeated once per page."""
    continued = sum(page.count("(continúa)") for page in text)
    times = [number for word, number in found.items() if word[0] == "o"]
    assert all(least <= number <= least + continued for number in times)


def _check_pages(pdf: bytes, heading: str, pattern: str) -> None:
    for page in pages(pdf):
        if heading and Counter(page.split())[heading] != 1:
            assert heading not in page
            assert not _words_of(page, pattern)
    boxes = [page.mediabox for page in reader(pdf).pages]
    for piece in pieces(pdf):
        assert 50 <= piece.y <= boxes[piece.page - 1].height - 38, piece
        assert piece.size >= 6.99, piece


def _words_of(page: str, pattern: str) -> list[str]:
    return re.findall(pattern, page)


@pytest.mark.parametrize("rows", ROWS)
def test_a_page_of_only_headings_is_never_printed(rows):
    many = tuple(
        objective(f"Objetivo {at} " * 9, goal("Meta " * 12, (activity("Hacer " * 30),)))
        for at in range(14)
    )
    for page in pages(build([full_plan(objectives=many)], PrintOptions(("matrix",), rows=rows))):
        assert "Hacer" in page or "Meta" in page or "Objetivo general" in page
