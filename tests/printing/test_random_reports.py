"""Random follow-up on paper: every figure and every word, once, in its frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count

import pytest
from follow_up_plans import action, followed, followed_plan
from generated_plans import plans
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import words
from report_sheets import check_headings, check_sheets, squeezed

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.reports.execution import Execution, execution
from poadesk.plan.reports.period import GROUPS, period_of
from poadesk.plan.reports.report_tables import figures_of
from poadesk.plan.reports.table import NOT_RECORDED, shown_value
from poadesk.plan.reports.tracking import Tracking, tracking
from poadesk.plan.schedule import plan_months
from poadesk.printing.execution_paper import build_execution
from poadesk.printing.options import PAPERS
from poadesk.printing.report_options import ReportOptions
from poadesk.printing.tracking_columns import action_words, money_words, percent_words
from poadesk.printing.tracking_paper import build_tracking

TODAY = date(2027, 8, 1)
papers, groups = st.sampled_from(PAPERS), st.sampled_from(tuple(GROUPS))
several = st.lists(plans(most=2), min_size=1, max_size=2)


def _any_month(chance: st.DataObject, found: Sequence[Plan]) -> str:
    return chance.draw(st.sampled_from(plan_months(found[0])))


@settings(max_examples=25, deadline=None)
@given(several, papers, groups, st.data())
def test_every_figure_of_any_execution_is_on_the_paper(
    found: list[Plan], paper: str, group: str, chance: st.DataObject
) -> None:
    report = execution(found, period_of(found, _any_month(chance, found)), group)
    pdf = build_execution(found, report, ReportOptions(paper))
    check_sheets(pdf, paper)
    printed = squeezed(pdf)
    for figure in _execution_figures(report):
        assert figure in printed


def _execution_figures(report: Execution) -> list[str]:
    amounts: list[int | None] = []
    for row in (*report.rows, report.total) if report.rows else ():
        amounts += [row.target, *(amount for amount in row.planned if amount), *row.done]
        for one in row.groups:
            amounts += [one.planned] if one.planned else []
            amounts.append(one.done)
    return [NOT_RECORDED if amount is None else show_quantity(amount) for amount in amounts]


@settings(max_examples=25, deadline=None)
@given(several, papers, st.data())
def test_every_figure_of_any_tracking_is_on_the_paper(
    found: list[Plan], paper: str, chance: st.DataObject
) -> None:
    report = tracking(found, period_of(found, _any_month(chance, found)), TODAY)
    pdf = build_tracking(found, report, ReportOptions(paper))
    check_sheets(pdf, paper)
    printed = squeezed(pdf)
    for figure in _tracking_figures(report, found[0]):
        assert figure.replace(" ", "") in printed


def _tracking_figures(report: Tracking, plan: Plan) -> list[str]:
    found: list[str] = []
    for row in report.rows():
        if len(report.period.months) <= 12:
            found += [show_quantity(amount) for amount in (*row.planned, *row.done) if amount]
            found += [money_words(amount) for amount in (*row.budget, *row.spent) if amount]
        found += [money_words(row.budget_total), money_words(row.spent_total)]
        found.append(percent_words(row.progress, report.limits))
        totals = (row.progress.planned, row.progress.done)
        found += [show_quantity(amount) for amount in totals if amount]
    for one in report.actions():
        found += [action_words(one, report.limits), money_words(one.spent_total)]
        found.append(money_words(one.budget_total))
    for figure in figures_of(report, profile_of(plan.profile)):
        found.append(shown_value(figure.value, figure.column, report.limits))
    return [*found, *(one.reason for one in report.left_out)]


class _Writer:
    """Writes words and amounts of which no two are alike; amounts are less than their sums."""

    def __init__(self) -> None:
        self.numbers, self.counts = count(1), count(10_001)
        self.words: list[str] = []
        self.amounts: list[str] = []

    def text(self, size: int) -> str:
        made = [f"a{next(self.numbers):06d}" for _ in range(size)]
        self.words += made
        return " ".join(made)

    def some(self, months: int) -> list[float]:
        made = [next(self.counts) for _ in range(months)]
        self.amounts += [f"{amount:,}" for amount in made]
        return list(made)


def _printed_whole(build: Callable[[_Writer], bytes], paper: str, heading: str) -> None:
    writer = _Writer()
    pdf = build(writer)
    assert words(pdf, r"a\d{6}") == Counter(writer.words)
    amounts = words(pdf, r"(?<![\d,])1\d,\d{3}(?![\d,])")
    assert amounts == Counter(writer.amounts)
    check_sheets(pdf, paper)
    check_headings(pdf, heading, "a0")


lengths = st.lists(st.integers(1, 40) | st.integers(60, 500), min_size=1, max_size=12)


@settings(max_examples=15, deadline=None)
@given(st.lists(lengths, min_size=1, max_size=3), papers, st.sampled_from((6, 12)))
def test_the_execution_prints_every_word_and_every_month_once(
    units: list[list[int]], paper: str, until: int
) -> None:
    def build(writer: _Writer) -> bytes:
        made = [
            followed_plan(
                *(followed(writer.some(12), writer.some(until), text=writer.text(n)) for n in some),
                unit=f"Unidad {at}",
            )
            for at, some in enumerate(units)
        ]
        # Or the total would repeat the months of an activity that is alone.
        made.append(followed_plan(followed([25_000] * 12, [25_000] * until), unit="Otra"))
        report = execution(made, period_of(made, f"2027-{until:02d}"))
        return build_execution(made, report, ReportOptions(paper))

    _printed_whole(build, paper, "POI")


@settings(max_examples=15, deadline=None)
@given(st.lists(lengths, min_size=1, max_size=3), papers, st.sampled_from((2, 6, 7, 12)))
def test_the_tracking_prints_every_word_and_every_month_once(
    actions: list[list[int]], paper: str, until: int
) -> None:
    def build(writer: _Writer) -> bytes:
        made = followed_plan(
            *(
                action(
                    *(
                        followed(writer.some(until), writer.some(until), text=writer.text(n))
                        for n in some
                    ),
                    code=f"AEI.01.{at:02d}",
                )
                for at, some in enumerate(actions)
            )
        )
        report = tracking([made], period_of([made], f"2027-{until:02d}"), TODAY)
        return build_tracking([made], report, ReportOptions(paper))

    _printed_whole(build, paper, "OBJETIVO")


@pytest.mark.parametrize("paper", PAPERS)
def test_three_hundred_activities_with_names_of_three_hundred_letters_are_whole(paper: str) -> None:
    names = [f"a{at:06d} " + "palabras largas y cortas " * 12 for at in range(300)]
    whole = [name[:299].strip() + "." for name in names]
    plan = followed_plan(*(followed([3, 4], [3, 3], [10.5], [9.25], text=name) for name in whole))
    report = tracking([plan], period_of([plan], "2027-06"), TODAY)
    pdf = build_tracking([plan], report, ReportOptions(paper))
    printed = squeezed(pdf)
    for name in whole:
        assert printed.count(name.replace(" ", "")) == 1
    check_headings(pdf, "FÍSICO", "a0")
