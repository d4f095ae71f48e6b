"""Text that wraps inside a painted row, in a letter of the theme, never cut with dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from poadesk.widgets.theme import theme


def height_of(text: str, role: str, width: float) -> int:
    """Return the height in pixels that `text` needs at this width."""
    return max(1, _laid_out(text, role, width).lineCount()) * theme().line_height(role)


def paint_wrapped(
    painter: QPainter,
    place: QRectF,
    text: str,
    role: str,
    color: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint `text` from the top of `place`, as wide as it; `color` is a token."""
    painter.setPen(theme().color(color))
    _laid_out(text, role, place.width(), alignment).draw(painter, place.topLeft())


def _laid_out(
    text: str,
    role: str,
    width: float,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), theme().font(role))
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step, top = theme().line_height(role), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top + (step - line.height()) / 2))
        top += step
    layout.endLayout()
    return layout
