"""The institution's documents as PDF, each from the plans of a file as pure data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from poadesk.plan.consolidated.summary import Summary, summary_of
from poadesk.plan.model import Plan
from poadesk.printing.consolidated.consolidated_paper import consolidated_pages
from poadesk.printing.consolidated.document import WIDE, build_document, institution_templates
from poadesk.printing.consolidated.general_schedule import schedule_pages
from poadesk.printing.consolidated.options import (
    CONSOLIDATED,
    SCHEDULE,
    TITLES,
    UNITS_LIST,
    DocumentOptions,
)
from poadesk.printing.consolidated.units_table import units_pages
from poadesk.printing.engine import Flowable, PageTemplate

Progress = Callable[[float], None]
# Preparing the pages is this share of the work; drawing them is the rest.
PREPARING = 0.12


def build_paper(
    kind: str,
    plans: Sequence[Plan],
    options: DocumentOptions | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of a document (a name of `options.DOCUMENTS`); equal input, equal bytes.

    `plans` are those of the file, with what the office gives to all if it has that. `progress` is
    told the share done, 0 to 1, and may raise to stop. ValueError if no plan is of a unit.
    """
    options, summary = options or DocumentOptions(), summary_of(plans)
    story, templates = _story(kind, plans, summary, options, _prepared(summary, progress))
    return build_document(kind, summary.front, templates, story, _drawn(progress))


def _story(
    kind: str,
    plans: Sequence[Plan],
    summary: Summary,
    options: DocumentOptions,
    went_on: Callable[[], None],
) -> tuple[list[Flowable], list[PageTemplate]]:
    if kind == CONSOLIDATED:
        return consolidated_pages(plans, summary, options, went_on)
    assert kind in (SCHEDULE, UNITS_LIST)
    pages = institution_templates(summary.front, options.paper, TITLES[kind])
    lying = sorted(pages, key=lambda page: page.id != WIDE)
    if kind == UNITS_LIST:
        return units_pages(summary, options.paper), lying
    return schedule_pages(summary, options.paper, options.marks, went_on), lying


def _prepared(summary: Summary, progress: Progress | None) -> Callable[[], None]:
    """Return what is called after each unit that is prepared."""
    done, whole = 0, len(summary.figures)

    def went_on() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(min(1.0, done / whole) * PREPARING)

    return went_on


def _drawn(progress: Progress | None) -> Progress | None:
    if progress is None:
        return None
    tell = progress
    return lambda share: tell(PREPARING + share * (1 - PREPARING))
