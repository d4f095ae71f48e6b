"""No letter stands on another and none is too small to read, whatever the plan is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ink import ABOVE, BELOW, boxes, overlaps
from reading import reader
from reportlab.pdfgen.canvas import Canvas
from sample_plans import (
    activity,
    full_plan,
    goal,
    indicator,
    objective,
    resource,
    swot_item,
    weekly,
)

from poadesk.plan.fields import Text
from poadesk.plan.model import QUADRANTS, Plan, StrategicLine, declared_fields
from poadesk.printing import faces
from poadesk.printing.annual_plan import build
from poadesk.printing.options import MARKS, PAPERS, ROWS, PrintOptions
from poadesk.writing.example import example_plan

LEAST_SIZE = 7.0
_SYLLABLES = ["ca", "llé", "ja", "rdín", "Ág", "pla", "ñi", "mu", "nÍ", "xy", "12", "WM"]
# Of words of one syllable up to words that are wider than any column.
_words = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=5).map("".join)
_texts = st.one_of(
    st.lists(_words, max_size=12).map(" ".join),
    st.lists(_words, min_size=40, max_size=160).map(" ".join),
    st.sampled_from(("", "W" * 120, "uno\ndos\n\ntres")),
)
_FACTS = [name for name, kind in declared_fields("plan").items() if type(kind) is Text]
_counts = st.dictionaries(st.integers(1, 12), st.integers(0, 12_000_000), max_size=12)
_weeks = st.dictionaries(st.integers(1, 12), st.sets(st.integers(1, 4)).map(tuple), max_size=12)


@st.composite
def _activities(draw: st.DrawFn, by_week: bool) -> Any:
    fields = {"unit_of_measure": draw(_texts), "responsible": draw(_texts)}
    fields["annual_target_thousandths"] = draw(st.none() | st.integers(0, 10**10))
    marked = draw(st.text("X.", min_size=12, max_size=12))
    made = activity(draw(_texts), marked, draw(st.none() | _counts), **fields)
    if by_week:
        return weekly(made.text, draw(_weeks), months=made.months, **fields)
    return made


@st.composite
def _goals(draw: st.DrawFn, by_week: bool) -> Any:
    needs = draw(st.lists(st.tuples(_texts, st.none() | st.integers(0, 10**9)), max_size=3))
    return goal(
        draw(_texts),
        tuple(draw(st.lists(_activities(by_week), max_size=3))),
        tuple(resource(text, 3, cost, kind=draw(_texts)) for text, cost in needs),
        tuple(indicator(text, formula=text) for text in draw(st.lists(_texts, max_size=2))),
        period_text=draw(_texts),
    )


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    by_week = draw(st.booleans())
    facts: dict[str, Any] = draw(st.dictionaries(st.sampled_from(_FACTS), _texts, max_size=6))
    rows = draw(st.lists(st.tuples(_texts, st.lists(_goals(by_week), max_size=2)), max_size=2))
    items = draw(st.lists(st.tuples(st.sampled_from(QUADRANTS), _texts), max_size=8))
    lines = draw(st.lists(st.tuples(_texts, _texts), max_size=3))
    facts["strategic_lines"] = tuple(
        StrategicLine(id=f"line-{at}", name=name, objective=text)
        for at, (name, text) in enumerate(lines)
    )
    return full_plan(
        **facts,
        schedule_step="week" if by_week else "month",
        objectives=tuple(objective(text, *goals) for text, goals in rows),
        swot_items=tuple(swot_item(*item) for item in items),
    )


_options = st.builds(
    PrintOptions,
    paper=st.sampled_from(PAPERS),
    rows=st.sampled_from(ROWS),
    marks=st.sampled_from(MARKS),
)


def check(pdf: bytes) -> None:
    found = boxes(reader(pdf))
    assert list(overlaps(found)) == []
    assert [box for box in found if box.size < LEAST_SIZE - 0.01] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("marks", MARKS)
def test_no_text_overlaps_on_the_papers_of_the_example(paper, marks):
    for rows in ROWS:
        check(build([example_plan()], PrintOptions(paper=paper, rows=rows, marks=marks)))


@settings(max_examples=20, deadline=None)
@example(full_plan(), PrintOptions())
@given(_plans(), _options)
def test_no_text_overlaps_on_the_papers_of_any_plan(plan, options):
    check(build([plan], options))


def test_every_run_of_letters_that_can_be_seen_has_a_box():
    document = reader(build([full_plan()], PrintOptions(marks="x")))
    seen = sum(len("".join(page.extract_text().split())) for page in document.pages)
    found = boxes(document)
    # The faces are subsets: the codes of the letters are not the letters, but as many.
    drawn = sum(len(box.text.replace(" ", "")) for box in found)
    assert abs(drawn - seen) < seen / 50
    for box in found:
        assert 0 < box.left < box.right < document.pages[box.page - 1].mediabox.width
        assert box.top - box.bottom == pytest.approx((ABOVE + BELOW) * box.size)


def test_letters_on_letters_are_found():
    faces.register()
    paper = BytesIO()
    canvas = Canvas(paper)
    canvas.setFont(faces.NARROW, 10)
    for y, words in ((700, "una línea"), (694, "demasiado cerca"), (684, "ya no"), (670, "lejos")):
        canvas.drawString(100, y, words)
    canvas.setFont(faces.NARROW, 6)
    canvas.drawString(100, 600, "letra chica")
    canvas.save()
    found = boxes(reader(paper.getvalue()))
    ((above, below),) = overlaps(found)
    assert (len(above.text), len(below.text)) == (len("una línea"), len("demasiado cerca"))
    assert [len(box.text) for box in found if box.size < LEAST_SIZE] == [len("letra chica")]
