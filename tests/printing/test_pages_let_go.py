"""What is drawn is let go: a paper of a country does not hold all its rows until it ends."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date

import pytest
from reading import joined

from poadesk.bench.follow_up import plans_of
from poadesk.plan.model import Plan
from poadesk.plan.reports.kinds import EXECUTION, TRACKING, report_of
from poadesk.printing import report_document
from poadesk.printing.cells import Row
from poadesk.printing.consolidated.options import BY_LINE, BY_UNIT, CONSOLIDATED, DocumentOptions
from poadesk.printing.consolidated.paper import build_paper
from poadesk.printing.page import Document
from poadesk.printing.report_paper import build_report

ACTIVITIES = 300
Progress = Callable[[float], None]


def rows() -> int:
    gc.collect()
    return sum(isinstance(one, Row) for one in gc.get_objects())


def at_first_and_at_last(build: Callable[[Progress], bytes]) -> tuple[int, int]:
    """Return how many rows are there when a fifth is done, and when all is."""
    counts: dict[bool, int] = {}

    def progress(share: float) -> None:
        if share > 0.2 and (share == 1) not in counts:
            counts[share == 1] = rows()

    build(progress)
    return counts[False], counts[True]


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return plans_of(ACTIVITIES)


@pytest.mark.parametrize("kind", [EXECUTION, TRACKING])
def test_the_rows_of_a_report_are_let_go(plans: list[Plan], kind: str) -> None:
    report = report_of(kind, plans, "2027-06", date(2027, 7, 31))
    require_let_go(lambda told: build_report(report, plans, None, told))


@pytest.mark.parametrize("order", [BY_UNIT, BY_LINE])
def test_the_rows_of_the_consolidated_plan_are_let_go(plans: list[Plan], order: str) -> None:
    options = DocumentOptions(order)
    require_let_go(lambda told: build_paper(CONSOLIDATED, plans, options, told))


def require_let_go(build: Callable[[Progress], bytes]) -> None:
    before = rows()
    first, last = at_first_and_at_last(build)
    assert first - before > ACTIVITIES / 2
    assert last - before < (first - before) / 4


def test_what_a_page_draws_is_packed_before_the_next_is_drawn(
    plans: list[Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    loose: list[int] = []

    class Watched(Document):
        def handle_pageBegin(self) -> None:
            super().handle_pageBegin()
            loose.append(sum(len(one.stream or "") for one in self.canv._doc.Pages.pages))

    monkeypatch.setattr(report_document, "Document", Watched)
    report = report_of(TRACKING, plans, "2027-06", date(2027, 7, 31))
    assert "mesa número 299" in joined(build_report(report, plans)).replace("\u00a0", " ")
    assert len(loose) > 10
    assert set(loose) == {0}
