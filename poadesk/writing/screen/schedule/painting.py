"""Paints the parts of the cronograma that stay: headings, names of activities and sums."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from poadesk.widgets.grid_painting import line_below
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.measures import ROLES, Measures
from poadesk.writing.screen.schedule.rows import ScheduleRow
from poadesk.writing.screen.schedule.words import OK, WARN, Sum

_SCROLL_BAR = 10  # pixels at the right that lie under it
_SIGNS = {OK: "check", WARN: "warning"}


def paint_heading(
    painter: QPainter, row: ScheduleRow, rect: QRect, left: int, measures: Measures
) -> None:
    """Paint an objective or goal across `rect`; the grid begins `left` pixels before x = 0.

    Names, months and sums paint the same heading, each its own part of it.
    """
    painter.fillRect(rect, theme().color("window"))
    line_below(painter, rect)
    number_color = "accent" if row.kind == "objective" else "text2"
    _paint_number_and_text(painter, row, rect, -left, measures, number_color)


def paint_name(
    painter: QPainter, row: ScheduleRow, rect: QRect, chosen: bool, measures: Measures
) -> None:
    """Paint the number and the whole text of an activity."""
    painter.fillRect(rect, theme().color("soft" if chosen else "surface"))
    line_below(painter, rect)
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme().color("line2"))
    _paint_number_and_text(painter, row, rect, 0, measures, "accent" if chosen else "text3", chosen)


def paint_sum(
    painter: QPainter, row: ScheduleRow, rect: QRect, chosen: bool, measures: Measures
) -> None:
    """Paint the sum of an activity and how it stands against its target."""
    painter.fillRect(rect, theme().color("soft" if chosen else "surface"))
    line_below(painter, rect)
    top = rect.top() + (rect.height() - theme().px(34)) // 2
    if measures.narrow:
        _paint_short_sum(painter, row.sum, rect.left() + theme().px(12), top)
    else:
        right = rect.right() - theme().px(_SCROLL_BAR)
        _paint_sum(painter, row.sum, rect.left() + theme().px(12), top, right)


def verdict_in(total: Sum, room: float) -> str:
    """Return how a sum stands against its target, in so many words as have room."""
    return total.verdict if text_width(total.verdict, "small") <= room else total.short


def _paint_sum(painter: QPainter, total: Sum, left: float, top: float, right: float) -> None:
    _paint_figure(painter, total, left, top, total.unit)
    if total.tone:
        _paint_sign(painter, total, left, top + theme().px(19))
        left += theme().px(17)
    color, verdict = total.tone or "text2", verdict_in(total, right - left)
    paint_lines(painter, (verdict,), "small", left, top + theme().px(18), color)


def _paint_short_sum(painter: QPainter, total: Sum, left: float, top: float) -> None:
    right = _paint_figure(painter, total, left, top, "" if total.tone else total.unit)
    if total.tone:
        _paint_sign(painter, total, right + theme().px(6), top + theme().px(2))
    color = WARN if total.tone == WARN else "text2"
    second = total.short if total.tone or total.short != total.unit else ""
    paint_lines(painter, (second,), "small", left, top + theme().px(18), color)


def _paint_figure(painter: QPainter, total: Sum, left: float, top: float, unit: str) -> float:
    """Paint `2,400 avisos`, the number in bold; return where it ends."""
    if not total.figure:
        paint_lines(painter, (total.unit,), "grid", left, top, "text2")
        return left + text_width(total.unit, "grid")
    paint_lines(painter, (total.figure,), "strong", left, top, "text")
    left += text_width(total.figure, "strong")
    if unit:
        paint_lines(painter, (unit,), "grid", left + theme().px(4), top, "text")
    return left


def _paint_sign(painter: QPainter, total: Sum, left: float, top: float) -> None:
    side = theme().px(13)
    paint_icon(painter, QRectF(left, top, side, side), _SIGNS[total.tone], total.tone)


def _paint_number_and_text(
    painter: QPainter,
    row: ScheduleRow,
    rect: QRect,
    offset: int,
    measures: Measures,
    number_color: str,
    chosen: bool = False,
) -> None:
    role = ROLES[row.kind]
    lines, numbers = measures.lines(row), measures.number_lines(row)
    line_height = theme().line_height(role)
    top = rect.top() + (rect.height() - measures.line_count(row) * line_height) / 2
    left = offset + measures.margin
    paint_lines(painter, numbers, "strong" if chosen else role, left, top, number_color)
    if measures.is_stacked(row.kind):
        top += len(numbers) * line_height
    left = offset + measures.left_of_text(row.kind)
    paint_lines(painter, lines, role, left, top, _text_color(row))


def _text_color(row: ScheduleRow) -> str:
    active = row.activity is None or row.activity.active
    return "text" if row.text and active else "text3"
