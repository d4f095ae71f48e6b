"""The consolidated plan on paper: cover, contents, figures, and then the plans of all units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from poadesk.plan.consolidated.by_line import by_line, by_objective
from poadesk.plan.consolidated.summary import Summary
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.printing import cover
from poadesk.printing.consolidated.contents import CONTENTS, contents
from poadesk.printing.consolidated.document import (
    TEXT,
    WIDE,
    Chapter,
    ChapterMark,
    institution_templates,
    received_words,
)
from poadesk.printing.consolidated.general_schedule import SCHEDULE, schedule_pages
from poadesk.printing.consolidated.line_matrix import line_matrices
from poadesk.printing.consolidated.options import BY_LINE, BY_UNIT, DocumentOptions
from poadesk.printing.consolidated.summary_pages import SUMMARY, summary_pages
from poadesk.printing.consolidated.unit_plans import unit_plans
from poadesk.printing.consolidated.units_table import UNITS, units_pages
from poadesk.printing.engine import Flowable, NextPageTemplate, PageBreak, PageTemplate
from poadesk.printing.options import PrintOptions
from poadesk.printing.page import Printout, Section, template

COVER = "institution-cover"
NAME = "Plan consolidado"
GoOn = Callable[[], None]


def consolidated_pages(
    plans: Sequence[Plan], summary: Summary, options: DocumentOptions, went_on: GoOn
) -> tuple[list[Flowable], list[PageTemplate]]:
    """Return the story of the whole document and its page templates, the first one first.

    `went_on` is called after each unit that is prepared, and may raise to stop.
    """
    own = [template(COVER, cover.sheet(options.paper), None)]
    own += institution_templates(summary.front, options.paper, NAME)
    chapters, body, more = _body(plans, summary, options, went_on)
    story = [
        *_cover(summary, options),
        *_begun(TEXT, [ChapterMark(CONTENTS)]),
        *contents(summary, [SUMMARY, UNITS, *chapters], options.order),
        *_begun(TEXT, summary_pages(plans, summary, options.paper)),
        *_begun(WIDE, units_pages(summary, options.paper)),
        *body,
    ]
    return story, [*own, *more]


def _cover(summary: Summary, options: DocumentOptions) -> list[Flowable]:
    words = f"{NAME} de {received_words(summary)}"
    front = replace(summary.front, unit=words, unit_code="")
    section = Section("cover-0", "cover", "Portada")
    return cover.story(Printout(front, PrintOptions(paper=options.paper), 0, (section,)))


def _body(
    plans: Sequence[Plan], summary: Summary, options: DocumentOptions, went_on: GoOn
) -> tuple[list[Chapter], list[Flowable], list[PageTemplate]]:
    """Return the plans in the order that was chosen: chapters, story and their templates."""
    if options.order == BY_UNIT:
        of_plans = PrintOptions(paper=options.paper, marks=options.marks)
        return unit_plans(summary, of_plans, went_on)
    by_lines = options.order == BY_LINE
    groups = by_line(plans) if by_lines else by_objective(plans)
    noun = profile_of(summary.front.profile).noun("strategic_line" if by_lines else "objective")
    chapters, story = line_matrices(groups, noun.title, options.paper, went_on)
    pages = schedule_pages(summary, options.paper, options.marks, went_on)
    return [*chapters, SCHEDULE], [*_begun(WIDE, story), *_begun(WIDE, pages)], []


def _begun(page: str, story: Sequence[Flowable]) -> list[Flowable]:
    """Return a part that begins on a page of its own."""
    return [NextPageTemplate(page), PageBreak(), *story]
