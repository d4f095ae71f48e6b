"""ReportLab's layout classes, imported once our own faces are known to it."""
# ruff: noqa: E402  (the faces must be registered before these imports, see faces.py)

from typing import Any

from poadesk.printing import faces
from poadesk.printing.giving_way import give_way
from poadesk.printing.paper_places import PaperPlace

faces.register()

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus.paraparser import ParaFrag

__all__ = (
    "BaseDocTemplate",
    "Canvas",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "Kept",
    "NextPageTemplate",
    "PageBreak",
    "PageTemplate",
    "ParaFrag",
    "Paragraph",
    "ParagraphStyle",
    "Spacer",
    "note_place",
)


class Paragraph(PlainParagraph):
    """A paragraph that tells where it was drawn. `row_id` is whose words it prints, or ""."""

    row_id = ""

    def breakLines(self, width: Any) -> Any:
        """Break the words into lines, which takes most of the time of a paper."""
        give_way()
        return super().breakLines(width)

    def split(self, width: float, height: float) -> list[Any]:
        """Return what `height` points hold and the rest, both of the same row."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.row_id = self.row_id
        return parts

    def draw(self) -> None:
        """Draw the words and note their place."""
        give_way()
        super().draw()
        note_place(self.canv, self.row_id, 0, 0, self.width, self.height)


class Kept(KeepTogether):
    """Flowables that stay on one page while they fit on one."""

    @property
    def row_count(self) -> int:
        """Return how many table rows they draw, for telling the progress."""
        return sum(getattr(one, "row_count", 0) for one in self._content)


def note_place(
    canvas: Canvas, row_id: str, left: float, bottom: float, right: float, top: float
) -> None:
    """Note where something of a row is being drawn, if it is a row's and anybody asks."""
    places = getattr(canvas, "places", None)
    if places is None or not row_id:
        return
    low, high = canvas.absolutePosition(left, bottom), canvas.absolutePosition(right, top)
    places.add(row_id, PaperPlace(canvas.getPageNumber(), *low, *high))
