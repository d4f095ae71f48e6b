"""The list of what a consolidated document holds, with page numbers and links."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.consolidated.summary import Summary
from poadesk.printing.consolidated.document import Chapter, in_one_line, received_words
from poadesk.printing.engine import Flowable
from poadesk.printing.introduction import ContentsLine
from poadesk.printing.page import Section
from poadesk.printing.styles import style
from poadesk.printing.text import paragraph

CONTENTS = Chapter("contents", "Contenido")


def contents(summary: Summary, chapters: Sequence[Chapter], order: str) -> list[Flowable]:
    """Return the heading, a sentence on what the document is, and a line for each chapter."""
    made: list[Flowable] = [paragraph(style("h1"), CONTENTS.title)]
    made.append(paragraph(style("body"), in_words(summary, order)))
    for at, chapter in enumerate(chapters, 1):
        made.append(ContentsLine(at, Section(chapter.key, "", in_one_line(chapter.title))))
    return made


def in_words(summary: Summary, order: str) -> str:
    """Say what the document puts together, and in which order."""
    how = {
        "unit": "unidad por unidad",
        "line": "por línea estratégica, con la unidad que hace cada cosa",
        "objective": "por objetivo, con la unidad que hace cada cosa",
    }
    approved = summary.count("approved")
    state = "" if approved < summary.received else " y aprobó la institución"
    return (
        f"Este documento reúne los planes de {received_words(summary)}, tal como cada una los "
        f"entregó{state}, {how[order]}."
    )
