"""The text of the institution's papers, kept in `golden/institution`, to see a change of words.

Renew the files, and read the difference, with
`POADESK_RENEW_GOLDEN=1 python -m pytest tests/printing/test_golden_institution.py`.
"""

import os
from pathlib import Path

import pytest
from office_plans import UNITS, office
from reading import pages

from poadesk.printing.consolidated.options import (
    CONSOLIDATED,
    SCHEDULE,
    UNITS_LIST,
    DocumentOptions,
)
from poadesk.printing.consolidated.paper import build_paper

GOLDEN = Path(__file__).parent / "golden" / "institution"
PAPERS = {
    "by-unit": (CONSOLIDATED, DocumentOptions()),
    "by-line": (CONSOLIDATED, DocumentOptions(order="line", paper="oficio", marks="x")),
    "by-objective": (CONSOLIDATED, DocumentOptions(order="objective", paper="a4")),
    "general-schedule": (SCHEDULE, DocumentOptions()),
    "units": (UNITS_LIST, DocumentOptions()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_says_what_it_said(name):
    kind, options = PAPERS[name]
    text = "\n\f\n".join(pages(build_paper(kind, office(UNITS[:2]), options))) + "\n"
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("POADESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(PAPERS)
