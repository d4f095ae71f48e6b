"""Strip of small cells that shows at a glance in which months something is planned."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from poadesk.widgets.theme import theme

_GAP = 2.0


def strip_size(months: int = 12) -> QSize:
    """Size in pixels of a strip: cells of 7 by 6 with gaps of 2."""
    return QSize(round(months * (theme().px(7) + _GAP) - _GAP), theme().px(6))


def paint_strip(painter: QPainter, rect: QRectF, flags: Sequence[bool]) -> None:
    """Draw one cell for each month across `rect`; the marked ones in colour."""
    if not flags:
        return
    width = (rect.width() + _GAP) / len(flags) - _GAP
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, marked in enumerate(flags):
        painter.setBrush(theme().color("strip" if marked else "track"))
        left = rect.left() + place * (width + _GAP)
        painter.drawRoundedRect(QRectF(left, rect.top(), width, rect.height()), 1.5, 1.5)
    painter.restore()
