"""The text of each printed report, kept in `golden/reports`, so that a change of words is seen.

Renew the files, and read the difference, with
`POADESK_RENEW_GOLDEN=1 python -m pytest tests/printing/test_golden_reports.py`.
"""

import os
from pathlib import Path

import pytest
from reading import pages
from report_samples import TODAY, two_offices

from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING, report_of
from poadesk.printing.report_options import ReportOptions
from poadesk.printing.report_paper import build_report

GOLDEN = Path(__file__).parent / "golden" / "reports"
REPORTS = {
    "execution": (EXECUTION, "2027-06", "quarter", "oficio"),
    "execution-carta": (EXECUTION, "2027-06", "quarter", "carta"),
    "execution-year": (EXECUTION, "2027-12", "half", "carta"),
    "tracking": (TRACKING, "2027-06", "quarter", "oficio"),
    "tracking-year": (TRACKING, "2027-12", "quarter", "oficio"),
    "evaluation": (EVALUATION, "2027-06", "quarter", "carta"),
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_says_what_it_said(name):
    kind, until, group, paper = REPORTS[name]
    plans = two_offices()
    report = report_of(kind, plans, until, TODAY, group)
    text = "\n\f\n".join(pages(build_report(report, plans, ReportOptions(paper)))) + "\n"
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("POADESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(REPORTS)
