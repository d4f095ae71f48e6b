"""The introduction, with the list of sections and their page numbers."""

from __future__ import annotations

from poadesk.printing.engine import Flowable
from poadesk.printing.grid import draw_line
from poadesk.printing.page import Mark, Printout, Section, page_of
from poadesk.printing.styles import style
from poadesk.printing.text import of_row, paragraph, paragraphs

NOT_LISTED = ("cover", "introduction")
CONTENTS_SHARE = 0.885
BASELINE = 10.3
CALM = "Todavía no se ha escrito la introducción de este plan."


def story(printout: Printout) -> list[Flowable]:
    """Return the introduction's paragraphs and the list of what follows."""
    listed = [section for section in printout.sections if section.part not in NOT_LISTED]
    written = of_row("introduction", paragraphs(printout.plan.introduction, style("body")))
    result: list[Flowable] = [Mark(printout, "introduction")]
    if written or not listed:
        result.append(_heading("h1", printout.section("introduction").title))
        result += written or [paragraph(style("calm"), CALM)]
    if listed:
        result.append(_heading("h2" if written else "h1", "Contenido"))
        result += [ContentsLine(at, section) for at, section in enumerate(listed, 1)]
    return result


class ContentsLine(Flowable):
    """A section in the list: number, name, page, and a link to it."""

    def __init__(self, number: int, section: Section) -> None:
        super().__init__()
        self.number, self.section = number, section
        self.name = paragraph(style("contents"), section.title)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room of the name and the line below it."""
        self.width = width * CONTENTS_SHARE
        self.height = self.name.wrap(self.width - 70, height)[1] + 7
        return width, self.height

    def draw(self) -> None:
        """Draw the line; the page number is known when the document ends."""
        number = paragraph(style("contents-number"), str(self.number))
        number.wrap(30, 100)
        number.drawOn(self.canv, 0, self.height - 14)
        self.name.drawOn(self.canv, 18, 7)
        page_of(self.canv, self.section, self.width, self.height - BASELINE)
        draw_line(self.canv, "hair", 0, 2, self.width, 2)
        area = (0, 2, self.width, self.height)
        self.canv.linkRect("", self.section.key, area, relative=1, Border="[0 0 0]")


def _heading(kind: str, words: str) -> Flowable:
    made = paragraph(style(kind), words)
    made.keepWithNext = kind == "h2"
    return made
