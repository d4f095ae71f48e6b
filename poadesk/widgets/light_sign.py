"""The signs of the traffic light, told apart by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from poadesk.widgets.theme import theme

LATE, AT_RISK, ON_TRACK = "late", "at_risk", "on_track"
MISSING, UNPLANNED, BEYOND, NOT_BEGUN = "missing", "unplanned", "beyond", "not_begun"
# Colour of the sign and of the word beside it.
COLORS = {
    LATE: ("bad_sign", "bad"),
    AT_RISK: ("warn_sign", "warn"),
    ON_TRACK: ("ok_sign", "ok"),
    MISSING: ("warn_sign", "warn"),
    UNPLANNED: ("text3", "text2"),
    NOT_BEGUN: ("text3", "text2"),
    BEYOND: ("accent", "accent"),
}
SIDE = 14  # pixels at 100 % text size


def paint_light(painter: QPainter, rect: QRectF, sign: str) -> None:
    """Draw a sign in a square: octagon, triangle, disc with tick, or rings for what is unknown.

    `sign` is a key of COLORS: LATE, AT_RISK, ON_TRACK, MISSING, UNPLANNED, NOT_BEGUN or BEYOND
    (more than the whole was done).
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SIDE, rect.height() / SIDE)
    if sign in (MISSING, UNPLANNED, NOT_BEGUN):
        _paint_ring(painter, sign)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(COLORS[sign][0]))
        _paint_filled(painter, sign)
    painter.restore()


def word_color(sign: str) -> str:
    """Return the token of the colour of the word beside a sign."""
    return COLORS[sign][1]


def _paint_ring(painter: QPainter, sign: str) -> None:
    pen = QPen(theme().color(COLORS[sign][0]), 1.5)
    if sign == MISSING:
        pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(7, 7), 5.6, 5.6)
    if sign == UNPLANNED:
        painter.drawLine(QPointF(4.6, 7), QPointF(9.4, 7))


def _paint_filled(painter: QPainter, sign: str) -> None:
    ground = theme().color("surface")
    if sign == ON_TRACK:
        painter.drawEllipse(QPointF(7, 7), 6.4, 6.4)
        _paint_lines(painter, ground, (4.2, 7.2), (6.2, 9.2), (9.9, 5.1))
    elif sign == AT_RISK:
        painter.drawPolygon(_polygon((7, 0.8), (13.7, 12.8), (0.3, 12.8)))
        _paint_lines(painter, ground, (7, 5.2), (7, 8.6))
        _paint_lines(painter, ground, (7, 10.7), (7, 10.8))
    elif sign == LATE:
        corners = (4.3, 0.6), (9.7, 0.6), (13.4, 4.3), (13.4, 9.7)
        painter.drawPolygon(_polygon(*corners, *((14 - x, 14 - y) for x, y in corners)))
        _paint_lines(painter, ground, (4.2, 7), (9.8, 7))
    else:
        painter.drawPolygon(_polygon((7, 0.4), (13.6, 7), (7, 13.6), (0.4, 7)))
        _paint_lines(painter, ground, (4.6, 7.6), (7, 5.2), (9.4, 7.6))


def _paint_lines(painter: QPainter, color: QColor, *points: tuple[float, float]) -> None:
    painter.save()
    pen = QPen(color, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(_polygon(*points))
    painter.restore()


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
