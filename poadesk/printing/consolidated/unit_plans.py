"""The plans of the units one after the other, each opened by its own page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from poadesk.plan.consolidated.summary import Summary, UnitFigures
from poadesk.plan.consolidated.units import UnitStanding
from poadesk.plan.model import Plan
from poadesk.printing import matrix, schedule, swot
from poadesk.printing.annual_plan import has_content, templates_of, title_of
from poadesk.printing.consolidated import unit_page
from poadesk.printing.consolidated.document import Chapter, in_one_line, unit_name
from poadesk.printing.engine import Flowable, NextPageTemplate, PageBreak, PageTemplate
from poadesk.printing.options import PrintOptions
from poadesk.printing.page import Printout, Section

# What is printed of each unit, after its own page, and on which of its pages.
_PARTS: dict[str, tuple[str, Callable[[Printout], list[Flowable]]]] = {
    "swot": ("text", swot.story),
    "matrix": ("first", matrix.story),
    "schedule": ("wide", schedule.story),
}


def unit_plans(
    summary: Summary, options: PrintOptions, went_on: Callable[[], None]
) -> tuple[list[Chapter], list[Flowable], list[PageTemplate]]:
    """Return the chapters, the pages and the page templates of all units.

    `went_on` is called after each unit, and may raise to stop.
    """
    chapters: list[Chapter] = []
    story: list[Flowable] = []
    templates: list[PageTemplate] = []
    standing = {unit.plan.id: unit for unit in summary.units if unit.plan is not None}
    for number, figures in enumerate(summary.figures, 1):
        unit = standing[figures.plan.id]
        printout = _printout(figures.plan, options, number, unit.code)
        chapters.append(Chapter(printout.sections[0].key, unit_name(figures.plan)))
        story += _story(printout, unit, figures)
        templates += templates_of(printout)
        went_on()
    return chapters, story, templates


def _printout(plan: Plan, options: PrintOptions, number: int, code: str) -> Printout:
    parts = [part for part in _PARTS if has_content(plan, part)]
    sections = [
        Section(f"{part}-{number}", part, in_one_line(title_of(plan, part))) for part in parts
    ]
    opening = Section(f"unit-{number}", unit_page.PART, unit_page.TITLE)
    return Printout(plan, options, number, (opening, *sections), True, code)


def _story(printout: Printout, unit: UnitStanding, figures: UnitFigures) -> list[Flowable]:
    opening = partial(unit_page.story, unit=unit, figures=figures)
    made: list[Flowable] = []
    for section in printout.sections:
        template, story = _PARTS.get(section.part, ("text", opening))
        made += [NextPageTemplate(printout.template(template)), PageBreak(), *story(printout)]
    return made
