"""Colours and type sizes of the papers, each named once."""

from __future__ import annotations

from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT

from poadesk.printing.engine import ParagraphStyle
from poadesk.printing.faces import (
    ITALIC,
    LIGHT,
    MEDIUM,
    NARROW,
    NARROW_MEDIUM,
    NARROW_SEMIBOLD,
    REGULAR,
    SEMIBOLD,
)
from poadesk.quick_dataclass import dataclass

INK, SOFT, NAVY = HexColor("#1A2230"), HexColor("#5B6675"), HexColor("#1E3A5F")
WHITE = HexColor("#FFFFFF")
RULE, HAIR = HexColor("#8D98A6"), HexColor("#CBD2DA")
BAND, TINT, BAR = HexColor("#E8EDF3"), HexColor("#F4F6F9"), HexColor("#C9D7E6")
# The traffic light and the labels of efficacy, by the names that the reports give them: for
# words and marks, and the paler fills of charts.
LIGHTS = {
    "red": HexColor("#B3261E"),
    "amber": HexColor("#9A6200"),
    "green": HexColor("#1F7A3D"),
    "blue": HexColor("#1E5FA8"),
    "grey": SOFT,
    "not_begun": SOFT,
}
LIGHT_FILLS = {
    "red": HexColor("#CB6258"),
    "amber": HexColor("#D8A546"),
    "green": HexColor("#5BA277"),
    "blue": HexColor("#6E9BCB"),
    "grey": RULE,
    "not_begun": RULE,
}

STRONG_LINE, NAVY_LINE, THIN_LINE = 0.9, 0.5, 0.35
DASHES = (1.5, 2)


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type: face, size and leading in points, colour, and how lines stand."""

    face: str
    size: float
    leading: float
    colour: HexColor = INK
    align: int = TA_LEFT
    before: float = 0
    after: float = 0


TYPES = {
    "cover-entity": Type(SEMIBOLD, 15, 18.5, NAVY),
    "cover-unit": Type(MEDIUM, 16, 21.5),
    "cover-code": Type(REGULAR, 9, 12, SOFT, before=4),
    "cover-fact": Type(MEDIUM, 10, 13, before=5),
    "cover-label": Type(REGULAR, 8, 10, SOFT),
    "h1": Type(SEMIBOLD, 18, 22, NAVY, after=9),
    "h2": Type(SEMIBOLD, 11.5, 15, before=12, after=5),
    "body": Type(REGULAR, 10, 15, after=7),
    "calm": Type(REGULAR, 10, 15, SOFT),
    "source": Type(REGULAR, 8.5, 12, SOFT, after=10),
    "line-number": Type(LIGHT, 20, 26, NAVY),
    "line-name": Type(SEMIBOLD, 11.5, 15),
    "line-text": Type(REGULAR, 9.5, 14, before=3),
    "programme": Type(REGULAR, 9, 13, before=4),
    "contents": Type(REGULAR, 10, 14),
    "contents-number": Type(SEMIBOLD, 10, 14, NAVY),
    "swot-name": Type(SEMIBOLD, 13, 17, NAVY),
    "swot-hint": Type(REGULAR, 8, 10, SOFT, after=8),
    "swot-item": Type(REGULAR, 9.8, 14, before=6),
    "label": Type(REGULAR, 7, 9, SOFT),
    "value": Type(MEDIUM, 8, 10.2),
    "strategy": Type(REGULAR, 8, 10.8),
    "block-title": Type(SEMIBOLD, 8, 11, NAVY),
    "block-text": Type(REGULAR, 8.6, 12, before=3),
    "heading": Type(SEMIBOLD, 7, 8.6, NAVY),
    "heading-centre": Type(SEMIBOLD, 7, 8.6, NAVY, TA_CENTER),
    "heading-right": Type(SEMIBOLD, 7, 8.6, NAVY, TA_RIGHT),
    "objective": Type(MEDIUM, 8.4, 11.2),
    "goal": Type(REGULAR, 8.2, 10.8, before=3),
    "cell": Type(REGULAR, 8, 10.4, before=3),
    "note": Type(REGULAR, 7, 9, SOFT),
    "note-apart": Type(REGULAR, 7, 9, SOFT, before=4),
    "cost": Type(NARROW, 7.5, 9.4, SOFT, TA_RIGHT),
    "cost-strong": Type(NARROW_MEDIUM, 7.5, 9.4, INK, TA_RIGHT, before=3),
    "cost-objective": Type(MEDIUM, 8.4, 11.2),
    "closing": Type(SEMIBOLD, 8.4, 11.2, INK, TA_RIGHT),
    "continued": Type(ITALIC, 7.5, 10.8, SOFT),
    "repeated": Type(REGULAR, 7.6, 9.8, SOFT),
    "activity": Type(REGULAR, 8, 10.2),
    "unit": Type(NARROW, 7.5, 9.4),
    "target": Type(NARROW, 7.5, 9.4, SOFT),
    "band": Type(MEDIUM, 8, 10.4),
    "report-title": Type(SEMIBOLD, 18, 22, NAVY),
    "subtitle": Type(REGULAR, 8.5, 11.5, SOFT, after=10),
    "execution": Type(NARROW, 7.5, 9.2),
    "execution-unit": Type(NARROW_SEMIBOLD, 7.5, 9.2),
    "tracking": Type(NARROW, 7.5, 9.2),
    "tracking-note": Type(NARROW, 7, 8.8, SOFT),
    "tracking-objective": Type(NARROW_SEMIBOLD, 9, 11, NAVY),
    "tracking-action": Type(NARROW_SEMIBOLD, 8, 10),
    "tracking-closing": Type(NARROW_MEDIUM, 7.5, 9.2, INK, TA_RIGHT),
    "summary": Type(REGULAR, 8.8, 11.6),
    "summary-value": Type(SEMIBOLD, 8.8, 11.6, INK, TA_RIGHT),
    "light-title": Type(SEMIBOLD, 8.2, 10.4, NAVY),
    "light-name": Type(SEMIBOLD, 8.2, 10.4, INK, TA_CENTER),
    "light-limits": Type(NARROW, 7, 9, SOFT, TA_CENTER),
    "light-count": Type(SEMIBOLD, 8.8, 11.6, INK, TA_CENTER),
    "note-hung": Type(REGULAR, 7, 9.4, SOFT, before=3),
    "chart-title": Type(SEMIBOLD, 9, 12, NAVY, before=14, after=5),
    "chart-code": Type(NARROW_MEDIUM, 7.5, 9.2, NAVY),
    "chart-name": Type(NARROW, 7.5, 9.2),
    "chart-strong": Type(NARROW_SEMIBOLD, 7.5, 9.2, NAVY),
    "chart-why": Type(NARROW, 7.5, 9.2, SOFT),
    "part": Type(SEMIBOLD, 14, 18, NAVY, before=18, after=4),
    "evaluation-action": Type(MEDIUM, 9.5, 13, before=10, after=5),
    "evaluation-cell": Type(REGULAR, 8.8, 11.6),
    "evaluation-right": Type(REGULAR, 8.8, 11.6, align=TA_RIGHT),
    "evaluation-strong": Type(SEMIBOLD, 8.8, 11.6),
    "evaluation-strong-right": Type(SEMIBOLD, 8.8, 11.6, align=TA_RIGHT),
    "evaluation-idle": Type(ITALIC, 8.8, 11.6, SOFT, TA_RIGHT),
    "evaluation-text": Type(REGULAR, 9.5, 14, before=7, after=2),
    "evaluation-comment": Type(ITALIC, 9.5, 14),
    "table-plain": Type(REGULAR, 8.4, 11),
    "table-plain-right": Type(REGULAR, 8.4, 11, align=TA_RIGHT),
    "table-strong": Type(SEMIBOLD, 8.4, 11),
    "table-strong-right": Type(SEMIBOLD, 8.4, 11, align=TA_RIGHT),
    "table-soft": Type(REGULAR, 8.4, 11, SOFT),
    "table-soft-right": Type(REGULAR, 8.4, 11, SOFT, TA_RIGHT),
    "unit-number": Type(REGULAR, 9, 12, SOFT),
    "unit-name": Type(SEMIBOLD, 18, 22, NAVY, after=10),
    "matrix-unit": Type(SEMIBOLD, 8, 10.4, NAVY),
    "section-text": Type(REGULAR, 9.5, 13, after=4),
    "difference": Type(SEMIBOLD, 8, 10.4, NAVY),
    "difference-name": Type(MEDIUM, 8, 10.4),
    "difference-row": Type(REGULAR, 7.2, 9.2, SOFT, before=2),
    "difference-new": Type(REGULAR, 8.4, 11),
    "difference-old": Type(REGULAR, 8.4, 11, SOFT),
    "sign-label": Type(REGULAR, 7.5, 9.5, SOFT),
    "sign-name": Type(MEDIUM, 9, 11.5),
    "sign-position": Type(REGULAR, 8.4, 11, SOFT),
    "sign-date": Type(REGULAR, 7.5, 10, SOFT),
}


@cache
def style(name: str, indent: float = 0) -> ParagraphStyle:
    """Return the paragraph style of a name in `TYPES`, hung `indent` points after a number."""
    return _made(name, TYPES[name], indent)


@cache
def sized(name: str, size: float, face: str) -> ParagraphStyle:
    """Return a style for the large words of a cover, whose size depends on their length."""
    colour = INK if face == LIGHT else NAVY
    return _made(f"{name}-{size}", Type(face, size, size * 1.2, colour), 0)


def _made(name: str, kind: Type, indent: float) -> ParagraphStyle:
    return ParagraphStyle(
        f"{name}-{indent}",
        fontName=kind.face,
        fontSize=kind.size,
        leading=kind.leading,
        textColor=kind.colour,
        alignment=kind.align,
        spaceBefore=kind.before,
        spaceAfter=kind.after,
        leftIndent=indent,
        bulletFontName=SEMIBOLD,
        bulletFontSize=kind.size,
        bulletColor=NAVY,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        spaceShrinkage=0,
    )
