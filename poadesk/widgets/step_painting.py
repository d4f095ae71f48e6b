"""Draws the rows of the step list and a segment of progress."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from poadesk.widgets.chips import badge_width, paint_badge
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme

STATE_WORDS = {
    "empty": "vacío",
    "started": "empezado",
    "complete": "completo",
    "attention": "hay algo que corregir",
}
_SIGNS = {
    "empty": ("circle", "field"),
    "started": ("half", "accent"),
    "complete": ("tick-filled", "fill"),
    "attention": ("triangle", "warn"),
}


class _Row(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def count(self) -> str: ...
    @property
    def badge(self) -> int: ...
    @property
    def icon(self) -> str: ...


def paint_group(painter: QPainter, rect: QRectF, name: str, first: bool = False) -> None:
    """Draw the quiet name of a group of steps."""
    painter.setFont(theme().font("label"))
    painter.setPen(theme().color("text2"))
    area = rect.adjusted(theme().px(18), 0 if first else theme().px(4), 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)


def paint_step(
    painter: QPainter, rect: QRectF, step: _Row, selected: bool, hovered: bool, focused: bool
) -> None:
    """Draw one step: card, its icon or the sign of its state, title, count or badge."""
    card = rect.adjusted(theme().px(8), 0.5, -theme().px(8), -0.5)
    _paint_card(painter, card, selected, hovered, focused)
    side = theme().px(18)
    sign, token = (step.icon, "text2") if step.icon else _SIGNS[step.state]
    place = QRectF(card.left() + theme().px(9), card.center().y() - side / 2, side, side)
    paint_icon(painter, QRectF(place.topLeft().toPoint(), place.size()), sign, token)
    right = _paint_tail(painter, card, step)
    painter.setFont(theme().font("strong" if selected else "grid"))
    painter.setPen(theme().color("text"))
    words = QRectF(
        QPointF(place.right() + theme().px(8), card.top()), QPointF(right, card.bottom())
    )
    shown = painter.fontMetrics().elidedText(
        step.title, Qt.TextElideMode.ElideRight, int(words.width())
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _paint_card(
    painter: QPainter, card: QRectF, selected: bool, hovered: bool, focused: bool
) -> None:
    inner = card.adjusted(0.5, 0, -0.5, 0)
    if selected:
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(inner, 6, 6)
        _paint_accent_bar(painter, card)
    elif hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hover"))
        painter.drawRoundedRect(inner, 6, 6)
    if focused:
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_accent_bar(painter: QPainter, card: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    height = theme().px(18)
    bar = QRectF(card.left() + 4, card.center().y() - height / 2, 3, height)
    painter.drawRoundedRect(bar, 1.5, 1.5)


def _paint_tail(painter: QPainter, card: QRectF, step: _Row) -> float:
    """Draw badge or count at the right; give the place where the title must end."""
    right = card.right() - theme().px(8)
    if step.badge:
        width, height = badge_width(step.badge), theme().px(20)
        place = QRectF(right - width, card.center().y() - height / 2, width, height)
        paint_badge(painter, place, step.badge)
        return place.left() - theme().px(6)
    if not step.count:
        return right
    painter.setFont(theme().font("small"))
    painter.setPen(theme().color("text3"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(card.adjusted(0, 0, -theme().px(8), 0), flags, step.count)
    return right - painter.fontMetrics().horizontalAdvance(step.count) - theme().px(6)


def paint_segment(painter: QPainter, rect: QRectF, share: float, token: str) -> None:
    """Draw one segment of progress, filled from the left by `share` of its width."""
    shape = QPainterPath()
    shape.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, theme().color("track"))
    if share > 0:
        filled = QRectF(rect.topLeft(), QPointF(rect.left() + rect.width() * share, rect.bottom()))
        painter.save()
        painter.setClipRect(filled)
        painter.fillPath(shape, theme().color(token))
        painter.restore()
