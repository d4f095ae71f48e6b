"""Text that wraps inside a painted row, in a letter of the theme, never cut with dots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from poadesk.widgets.theme import theme

# Where marked words begin and end, as indexes of the characters of a text.
Marks = Sequence[tuple[int, int]]
_LEFT = Qt.AlignmentFlag.AlignLeft


def height_of(text: str, role: str, width: float, marks: Marks = ()) -> int:
    """Return the height in pixels that `text` needs at this width."""
    count = _lines(text, role, width, tuple(marks), theme().scale)
    return max(1, count) * theme().line_height(role)


def paint_wrapped(
    painter: QPainter,
    place: QRectF,
    text: str,
    role: str,
    color: str,
    alignment: Qt.AlignmentFlag = _LEFT,
    marks: Marks = (),
) -> None:
    """Paint `text` from the top of `place`, as wide as it; `color` is a token.

    What lies within `marks` is bold on the colour of a find.
    """
    painter.setPen(theme().color(color))
    _laid_out(text, role, place.width(), alignment, marks).draw(painter, place.topLeft())


def units(text: str) -> int:
    """Return the length of a text as Qt counts it, where an emoji takes two places."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)


# A list asks for the height of each of its rows again and again.
@lru_cache(maxsize=8192)
def _lines(text: str, role: str, width: float, marks: Marks, scale: float) -> int:
    return _laid_out(text, role, width, _LEFT, marks).lineCount()


def _laid_out(
    text: str, role: str, width: float, alignment: Qt.AlignmentFlag, marks: Marks
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), theme().font(role))
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(text, begin, end) for begin, end in marks])
    step, top = theme().line_height(role), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top + (step - line.height()) / 2))
        top += step
    layout.endLayout()
    return layout


def _marked(text: str, begin: int, end: int) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start = units(text[:begin])
    result.length = units(text[begin:end])
    # Local: to learn its names takes PySide as long as to make a screen.
    from PySide6.QtGui import QTextCharFormat

    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(theme().color("warn_soft"))
    result.format = look
    return result
