"""The text of each paper, kept in `golden/`, so that a change of words is seen.

Renew the files, and read the difference, with
`POADESK_RENEW_GOLDEN=1 python -m pytest tests/printing/test_golden_papers.py`.
"""

import os
from pathlib import Path

import pytest
from reading import pages
from sample_plans import activity, full_plan, goal, objective, weekly

from poadesk.printing.annual_plan import build
from poadesk.printing.options import PARTS, PrintOptions

GOLDEN = Path(__file__).parent / "golden"


def _by_weeks():
    rows = (
        weekly("Regar los arriates de la entrada.", {1: (1, 2, 3, 4), 2: (1,), 12: (4,)}),
        weekly("Revisar la bomba del pozo.", {6: (2, 3)}),
        activity("Pintar la glorieta.", "...X........"),
    )
    return full_plan(
        schedule_step="week", objectives=(objective("Dar agua.", goal("Regar.", rows)),)
    )


def _july_to_june():
    rows = (
        activity("Sembrar en la ladera.", "XX........X.", first_month="2027-07"),
        activity(
            "Entregar plantas.",
            quantities={2: 350, 8: 1200},
            unit_of_measure="Planta",
            annual_target_thousandths=1_550_000,
            first_month="2027-07",
        ),
    )
    return full_plan(
        first_month="2027-07",
        year_label="2027-2028",
        objectives=(objective("Dar sombra.", goal("Sembrar.", rows)),),
    )


def _without_goals():
    rows = (activity("Podar.", "X..........."), activity("Barrer.", "XXXXXXXXXXXX"))
    return full_plan(objectives=(objective("Tener limpio.", goal("", rows)),), swot_items=())


PAPERS = {
    **{part: (full_plan, PrintOptions(parts=(part,))) for part in PARTS},
    "matrix-by-objective": (full_plan, PrintOptions(parts=("matrix",), rows="objective")),
    "schedule-x": (full_plan, PrintOptions(parts=("schedule",), marks="x", paper="oficio")),
    "schedule-july-june": (_july_to_june, PrintOptions(parts=("schedule",), paper="a4")),
    "schedule-weeks": (_by_weeks, PrintOptions(parts=("schedule",), paper="oficio")),
    "matrix-without-goals": (_without_goals, PrintOptions(parts=("matrix",))),
    "whole": (full_plan, PrintOptions()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_says_what_it_said(name):
    make, options = PAPERS[name]
    text = "\n\f\n".join(pages(build([make()], options))) + "\n"
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("POADESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(PAPERS)
