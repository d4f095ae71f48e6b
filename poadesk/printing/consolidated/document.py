"""What the institution's papers share: their pages, running head, headings and outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from poadesk.plan.consolidated.summary import Summary
from poadesk.plan.model import Plan
from poadesk.plan.unit_names import NAMELESS
from poadesk.printing import faces
from poadesk.printing.consolidated.options import TITLES
from poadesk.printing.engine import Canvas, Flowable, PageTemplate
from poadesk.printing.page import (
    Document,
    counting,
    draw_footer,
    draw_head_words,
    mark_page,
    template,
)
from poadesk.printing.paper import Sheet, lying, upright
from poadesk.printing.styles import style
from poadesk.printing.tables import year_of
from poadesk.printing.text import paragraph
from poadesk.quick_dataclass import dataclass

Progress = Callable[[float], None]
TEXT, WIDE = "institution-text", "institution-wide"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place that the outline and the list of contents lead to."""

    key: str
    title: str
    level: int = 0


class ChapterMark(Flowable):
    """Where a chapter begins."""

    def __init__(self, chapter: Chapter) -> None:
        super().__init__()
        self.chapter = chapter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the page and add the entry to the outline."""
        note_chapter(self.canv, self.chapter)


def note_chapter(canvas: Canvas, chapter: Chapter) -> None:
    """Let the outline and the list of contents lead to the page that is being drawn."""
    mark_page(canvas, chapter.key)
    canvas.addOutlineEntry(in_one_line(chapter.title), chapter.key, chapter.level)
    canvas.section_pages[chapter.key] = canvas.getPageNumber()


def heading(chapter: Chapter, words: str = "") -> list[Flowable]:
    """Return the title of a chapter with its mark, and a line of small words below it."""
    made: list[Flowable] = [ChapterMark(chapter)]
    if not words:
        return [*made, paragraph(style("h1"), chapter.title)]
    title = paragraph(style("report-title"), chapter.title)
    return [*made, title, paragraph(style("subtitle"), words)]


def unit_name(plan: Plan) -> str:
    """Return the name of the unit of a plan in one line."""
    return in_one_line(plan.unit) or NAMELESS


def in_one_line(text: str) -> str:
    """Return a text as it can be printed, in one line."""
    return " ".join(faces.clean(text).split())


def plan_name(front: Plan) -> str:
    """Return what the plan of the institution is called, with its year."""
    return f"{front.title} {year_of(front)}"


def institution_templates(front: Plan, paper: str, right: str) -> list[PageTemplate]:
    """Return the pages that speak of the institution: upright and lying."""
    return [
        template(name, sheet, _frame(front, sheet, right))
        for name, sheet in ((TEXT, upright(paper)), (WIDE, lying(paper)))
    ]


def build_document(
    kind: str,
    front: Plan,
    templates: Sequence[PageTemplate],
    story: list[Flowable],
    progress: Progress | None,
) -> bytes:
    """Return the PDF of a story that begins with the first of the templates.

    `kind` is one of `options.DOCUMENTS`; equal input gives equal bytes.
    """
    stream = BytesIO()
    told = counting(story, progress)
    document = Document(stream, told, None, **_information(kind, front))
    document.addPageTemplates(list(templates))
    document.build(story)
    return stream.getvalue()


def received_words(summary: Summary) -> str:
    """Say how many of all units have delivered: `12 de 15 unidades`."""
    if summary.received < summary.all_units:
        return f"{summary.received:,} de {summary.all_units:,} unidades"
    return "1 unidad" if summary.received == 1 else f"{summary.received:,} unidades"


def _frame(front: Plan, sheet: Sheet, right: str) -> Callable[[Canvas], None]:
    name = plan_name(front)

    def draw(canvas: Canvas) -> None:
        draw_head_words(canvas, sheet, front.entity, right, name)
        draw_footer(canvas, sheet)

    return draw


def _information(kind: str, front: Plan) -> dict[str, str]:
    """Return what the PDF says about itself."""
    words = {
        "title": f"{TITLES[kind]} · {plan_name(front)}",
        "author": front.responsible or front.entity,
        "subject": front.entity,
    }
    return {key: in_one_line(value) for key, value in words.items()}
