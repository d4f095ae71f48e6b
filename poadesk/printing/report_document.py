"""A report of one or more plans as a document: pages, running head, heading and outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from poadesk.plan.model import Plan
from poadesk.printing import faces
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.page import (
    Document,
    counting,
    draw_footer,
    draw_head_words,
    mark_page,
    template,
)
from poadesk.printing.paper import Sheet
from poadesk.printing.paper_places import PaperPlaces
from poadesk.printing.styles import style
from poadesk.printing.tables import year_of
from poadesk.printing.text import paragraph
from poadesk.quick_dataclass import dataclass

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class ReportName:
    """What a report is called: its heading, what its subtitle adds, and its period."""

    title: str
    subtitle: str
    period: str


class OutlineEntry(Flowable):
    """A point in the document that the outline leads to."""

    def __init__(self, title: str, key: str, level: int = 0) -> None:
        super().__init__()
        self.title, self.key, self.level = title, key, level

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Add the entry to the outline."""
        note_outline(self.canv, self.title, self.key, self.level)


def note_outline(canvas: Canvas, title: str, key: str, level: int) -> None:
    """Make the page that is being drawn an entry of the outline, in one line."""
    mark_page(canvas, key)
    canvas.addOutlineEntry(" ".join(faces.clean(title).split()), key, level)


def plan_name(plans: Sequence[Plan]) -> str:
    """Return what the plans of a file are called, with their year."""
    return f"{plans[0].title} {year_of(plans[0])}"


def heading(plans: Sequence[Plan], name: ReportName) -> list[Flowable]:
    """Return the title of a report, with its entry in the outline, and the line below it."""
    title = paragraph(style("report-title"), name.title)
    words = f"{plan_name(plans)}. {name.subtitle}"
    return [OutlineEntry(name.title, "report"), title, paragraph(style("subtitle"), words)]


def build_document(
    plans: Sequence[Plan],
    name: ReportName,
    sheet: Sheet,
    story: list[Flowable],
    progress: Progress | None = None,
    places: PaperPlaces | None = None,
) -> bytes:
    """Return the PDF of a story; equal input gives equal bytes.

    `progress` is told the share done, 0 to 1, and may raise to stop.
    """
    stream = BytesIO()
    document = Document(stream, counting(story, progress), places, **_information(plans, name))
    document.addPageTemplates([template("report", sheet, _frame(plans, name, sheet))])
    document.build(story)
    return stream.getvalue()


def _frame(plans: Sequence[Plan], name: ReportName, sheet: Sheet) -> Callable[[Canvas], None]:
    entity, unit = plans[0].entity, _unit(plans)
    right = f"{plan_name(plans)} · {name.period[:1].upper()}{name.period[1:]}"

    def draw(canvas: Canvas) -> None:
        draw_head_words(canvas, sheet, entity, unit, right)
        draw_footer(canvas, sheet)

    return draw


def _unit(plans: Sequence[Plan]) -> str:
    """Return the unit that all of the report is about; a file of many units has none."""
    return plans[0].unit if len(plans) == 1 else ""


def _information(plans: Sequence[Plan], name: ReportName) -> dict[str, str]:
    """Return what the PDF says about itself."""
    words = {
        "title": f"{name.title} · {plan_name(plans)}",
        "author": (plans[0].responsible if len(plans) == 1 else "") or plans[0].entity,
        "subject": _unit(plans) or plans[0].entity,
    }
    return {key: " ".join(faces.clean(value).split()) for key, value in words.items()}
