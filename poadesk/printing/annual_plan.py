"""The complete annual plan as one PDF, or any of its parts alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.verification import verification_code
from poadesk.printing import cover, faces, introduction, lines, matrix, schedule, signatures, swot
from poadesk.printing.block import repeated_block
from poadesk.printing.engine import Canvas, Flowable, NextPageTemplate, PageBreak, PageTemplate
from poadesk.printing.grid import Grid
from poadesk.printing.options import PARTS, PrintOptions
from poadesk.printing.page import (
    Document,
    Printout,
    Section,
    counting,
    draw_code,
    draw_footer,
    draw_head,
    template,
)
from poadesk.printing.paper import BLOCK_TOP, Sheet, lying, upright
from poadesk.printing.paper_places import PaperPlaces
from poadesk.printing.tables import year_of

_TEMPLATES = {
    "cover": "cover",
    "introduction": "text",
    "swot": "text",
    "lines": "text",
    "matrix": "first",
    "schedule": "wide",
    "signatures": "text",
}
_STORIES: dict[str, Callable[[Printout], list[Flowable]]] = {
    "cover": cover.story,
    "introduction": introduction.story,
    "swot": swot.story,
    "lines": lines.story,
    "matrix": matrix.story,
    "schedule": schedule.story,
}


def build(
    plans: Sequence[Plan],
    options: PrintOptions = PrintOptions(),  # noqa: B008  (a frozen value)
    progress: Callable[[float], None] | None = None,
    places: PaperPlaces | None = None,
) -> bytes:
    """Return the PDF of the plans, one after the other; equal input gives equal bytes.

    `progress` is told the share done, 0 to 1, and may raise to stop; `places` is told where
    everything stands. Raises ValueError when there is no plan to print.
    """
    if not plans:
        raise ValueError("no plan to print")
    printouts = [_printout(plan, options, at, len(plans) > 1) for at, plan in enumerate(plans)]
    story = [flowable for printout in printouts for flowable in _story(printout)]
    stream = BytesIO()
    document = Document(
        stream, counting(story, progress), places, **_information(plans[0], len(plans))
    )
    document.addPageTemplates(_templates(printouts))
    document.build(_without_first_break(story))
    return stream.getvalue()


def has_content(plan: Plan, part: str) -> bool:
    """Say whether a part has anything written that the whole document would show."""
    contents = {
        "swot": any(item.text.strip() for item in plan.swot_items),
        "lines": bool(plan.strategic_lines or plan.strategy_source.strip()),
        "matrix": bool(plan.objectives or plan.general_objective.strip()),
        "schedule": any(True for _ in plan.activities()),
    }
    return contents.get(part, True)


def title_of(plan: Plan, part: str) -> str:
    """Return the title of a part, as its heading and the list of sections say it."""
    titles = {
        "cover": "Portada",
        "introduction": "Introducción",
        "swot": "Análisis FODA de la unidad",
        "lines": "Líneas estratégicas",
        "matrix": f"Planificación operativa {year_of(plan)}",
        "schedule": f"Cronograma de {profile_of(plan.profile).activities} {year_of(plan)}",
        "signatures": "Firmas de elaboración, revisión y autorización",
    }
    return titles[part]


def _printout(plan: Plan, options: PrintOptions, number: int, among_others: bool) -> Printout:
    sections = tuple(
        Section(f"{part}-{number}", part, faces.clean(title_of(plan, part)).replace("\n", " "))
        for part in PARTS
        if part in options.parts and (options.single_part or has_content(plan, part))
    )
    return Printout(plan, options, number, sections, among_others, verification_code(plan))


def _story(printout: Printout) -> list[Flowable]:
    story: list[Flowable] = []
    before = ""
    for section in printout.sections:
        if section.part == "signatures":
            # They stand at the end of the schedule if they fit there.
            follows = before == "schedule"
            sheet = lying(printout.options.paper) if follows else upright(printout.options.paper)
            flowables = signatures.story(printout, sheet)
        else:
            follows = False
            flowables = _STORIES[section.part](printout)
        if not follows:
            name = printout.template(_TEMPLATES[section.part])
            story += [NextPageTemplate(name), PageBreak()]
        story += flowables
        before = section.part
    return story


def _without_first_break(story: list[Flowable]) -> list[Flowable]:
    """Drop the page break at the start; the first template is the document's own."""
    return story[2:]


def _templates(printouts: Sequence[Printout]) -> list[PageTemplate]:
    made = [page for printout in printouts for page in templates_of(printout)]
    first = printouts[0].template(_TEMPLATES[printouts[0].sections[0].part])
    return sorted(made, key=lambda page: page.id != first)


def templates_of(printout: Printout) -> list[PageTemplate]:
    """Return the pages of a plan: cover, upright, lying, and those of its matrix."""
    paper, name = printout.options.paper, printout.template
    text, wide, low, front = (
        upright(paper),
        lying(paper),
        matrix.sheet(printout),
        cover.sheet(paper),
    )
    # Made once: a long matrix draws it on hundreds of pages.
    block = repeated_block(printout.plan, low.frame_width, low.frame_height)
    return [
        template(name("cover"), front, lambda canvas: draw_code(canvas, front, printout.code)),
        template(name("text"), text, lambda canvas: _draw_frame(canvas, text, printout)),
        template(name("wide"), wide, lambda canvas: _draw_frame(canvas, wide, printout)),
        template(
            name("first"),
            wide,
            lambda canvas: _draw_frame(canvas, wide, printout),
            name("matrix"),
        ),
        template(
            name("matrix"), low, lambda canvas: _draw_block(canvas, low, block, printout.code)
        ),
    ]


def _draw_frame(canvas: Canvas, sheet: Sheet, printout: Printout) -> None:
    draw_head(canvas, sheet, printout.plan)
    draw_footer(canvas, sheet, printout.code)


def _draw_block(canvas: Canvas, sheet: Sheet, block: Grid, code: str) -> None:
    """Draw the header block of the matrix where other pages have their running head."""
    height = block.wrap(sheet.frame_width, sheet.frame_height)[1]
    block.drawOn(canvas, sheet.left, sheet.height - BLOCK_TOP - height)
    draw_footer(canvas, sheet, code)


def _information(plan: Plan, count: int) -> dict[str, str]:
    """Return what the PDF says about itself."""
    title = f"{plan.title} {year_of(plan)}"
    subject = plan.unit if count == 1 else plan.entity
    words = {"title": title, "author": plan.responsible or plan.unit, "subject": subject}
    return {name: " ".join(faces.clean(value).split()) for name, value in words.items()}
