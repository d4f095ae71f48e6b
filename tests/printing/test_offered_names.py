"""The names that are offered for reports and documents are such as every system takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from office_plans import UNITS, office

from poadesk.plan.comparing import compared
from poadesk.plan.model import Plan
from poadesk.plan.reports.kinds import TRACKING
from poadesk.printing.consolidated.options import CONSOLIDATED, DocumentOptions
from poadesk.printing.screen.compare import saving as comparison
from poadesk.printing.screen.documents import wish as document
from poadesk.printing.screen.reports import saving as report
from poadesk.printing.screen.reports.making import Wish

WORDS = "Caja/Cobros\x07\u202e" + "😀" * 80
PLAN = Plan(id="p", unit=WORDS, entity=WORDS, first_month="2027-01", month_count=12)


def of_a_report(plan: Plan) -> str:
    return report.offered_name(Wish((plan,), TRACKING, "2027-06", "quarter", date.today()), "pdf")


def of_a_comparison(plan: Plan) -> str:
    return comparison.offered_name(compared(plan, plan), "pdf")


def of_a_document(plan: Plan) -> str:
    plans = tuple(replace(one, entity=plan.entity) for one in office(UNITS[:1]))
    return document.offered_name(document.DocumentWish(CONSOLIDATED, plans, DocumentOptions()))


@pytest.mark.parametrize("name_of", [of_a_report, of_a_comparison, of_a_document])
def test_a_name_can_be_seen_whole_and_is_not_too_long_in_any_alphabet(name_of) -> None:
    name = name_of(PLAN)
    assert "Caja Cobros 😀" in name
    assert len(name.encode()) < 250
    assert name.isprintable()


def test_the_period_of_a_report_stands_behind_the_longest_name_of_a_unit() -> None:
    assert of_a_report(PLAN).endswith(" enero a junio de 2027.pdf")
