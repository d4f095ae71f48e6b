"""Two revisions beside each other on paper.

Renew the golden text, and read the difference, with
`POADESK_RENEW_GOLDEN=1 python -m pytest tests/printing/test_comparison_paper.py`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from comparison_samples import NEW_NAME, OLD_NAME, two_revisions
from hypothesis import Phase, given, settings
from ink import boxes, overlaps
from reading import joined, pages, pieces, reader
from revisions import revisions

from poadesk.plan.comparing import compared
from poadesk.plan.model import Plan
from poadesk.printing.comparison_paper import NOTHING, build_comparison
from poadesk.printing.options import PAPERS
from poadesk.printing.report_options import ReportOptions

GOLDEN = Path(__file__).parent / "golden" / "comparison" / "comparison.txt"
NAMES = (OLD_NAME, NEW_NAME)


def printed(old: Plan, new: Plan, paper: str = "carta") -> bytes:
    return build_comparison(compared(old, new), NAMES, ReportOptions(paper))


def test_the_comparison_says_what_it_said():
    text = "\n\f\n".join(pages(printed(*two_revisions()))) + "\n"
    if os.environ.get("POADESK_RENEW_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_comparison_gives_the_same_bytes():
    pair = two_revisions()
    assert printed(*pair) == printed(*pair)


def test_two_equal_revisions_are_said_to_be_equal():
    old, _ = two_revisions()
    assert NOTHING in joined(printed(old, old))


def test_the_outline_leads_to_each_part():
    titles = [entry.title for entry in reader(printed(*two_revisions())).outline[1]]
    assert titles[:2] == ["Datos generales", "FODA"]
    assert titles[2].startswith("Objetivo 1 Dar sombra")


def test_old_words_have_a_line_through_them_and_new_ones_a_line_below():
    old, _ = two_revisions()
    changed = printed(old, replace(old, place="Otro lugar"))
    lines = reader(changed).pages[0].get_contents().get_data().count(b" l S")
    assert lines > reader(printed(old, old)).pages[0].get_contents().get_data().count(b" l S") + 2


def test_a_very_long_text_goes_on_over_the_pages_and_loses_no_word():
    old, _ = two_revisions()
    words = [f"palabra{n}" for n in range(2_500)]
    new = replace(old, introduction=" ".join(words))
    told = joined(printed(old, new))
    assert [word for word in words if word not in told] == []
    assert "(continúa)" in told


@pytest.mark.parametrize(
    "hostile", ["<b>&amp; <para>", "W" * 400, "\x00\x07\u202eabc", "uno\n\ndos"]
)
def test_hostile_texts_are_printed_as_they_are(hostile: str):
    old, _ = two_revisions()
    objective = replace(old.objectives[0], text=hostile)
    new = replace(old, unit=hostile, title=hostile, objectives=(objective, *old.objectives[1:]))
    told = "".join(joined(printed(old, new)).split())
    shown = "".join(c for c in hostile if c.isprintable() and c != "\u202e" and not c.isspace())
    assert shown in told


@given(revisions(most=1))
@settings(max_examples=12, deadline=None, phases=[Phase.generate])
def test_no_letter_stands_on_another_whatever_differs(pair: tuple[Plan, Plan]):
    for paper in PAPERS[:1]:
        made = printed(*pair, paper)
        assert min((piece.size for piece in pieces(made)), default=7.0) >= 6.99
        assert list(overlaps(boxes(reader(made)))) == []
