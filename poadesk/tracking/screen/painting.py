"""Paints the parts of the tracking grid that stay: headings, names, sums and progress."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from poadesk.tracking.screen.measures import ROLES, Measures
from poadesk.tracking.screen.rows import FINANCIAL, Kind, TrackingRow
from poadesk.tracking.screen.words import NOTHING, amount_words, figure, verdict
from poadesk.tracking.standing import INACTIVE
from poadesk.widgets.grid_painting import line_below
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.light_sign import SIDE, paint_light, word_color
from poadesk.widgets.theme import theme


def halves(rect: QRect) -> tuple[QRect, QRect]:
    """Return the upper and the lower line of a row, without the line below it."""
    half = (rect.height() - 1) // 2
    upper = QRect(rect.left(), rect.top(), rect.width(), half)
    return upper, QRect(rect.left(), rect.top() + half, rect.width(), rect.height() - 1 - half)


def paint_heading(
    painter: QPainter, row: TrackingRow, rect: QRect, left: int, measures: Measures
) -> None:
    """Paint an objective or goal across `rect`; the grid begins `left` pixels before x = 0.

    Names, months and sums paint the same heading, each its own part of it.
    """
    painter.fillRect(rect, theme().color("window"))
    line_below(painter, rect)
    color = "accent" if row.kind == "objective" else "text2"
    _paint_number_and_text(painter, row, rect, -left, measures, color, "text")


def paint_name(
    painter: QPainter, row: TrackingRow, rect: QRect, chosen: bool, measures: Measures, kind: Kind
) -> None:
    """Paint number and text of an activity, and what its two lines are."""
    painter.fillRect(rect, theme().color("soft" if chosen else "surface"))
    line_below(painter, rect)
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme().color("line2"))
    is_quiet = not row.text or row.standing.state == INACTIVE
    number = "accent" if chosen else "text3"
    _paint_number_and_text(
        painter, row, rect, 0, measures, number, "text3" if is_quiet else "text", chosen
    )
    upper, lower = halves(rect)
    for half, word, role, color in (
        (upper, kind.upper_word, "small", "text3"),
        (lower, kind.lower_word, "label", "text"),
    ):
        top = half.top() + (half.height() - theme().line_height(role)) / 2
        paint_lines(painter, (word,), role, measures.word_left, top, color)


def paint_sums(painter: QPainter, row: TrackingRow, rect: QRect, chosen: bool, kind: Kind) -> None:
    """Paint what the two lines of an activity come to."""
    painter.fillRect(rect, theme().color("soft" if chosen else "surface"))
    line_below(painter, rect)
    amounts = zip(halves(rect), row.sums(kind), (kind.upper, kind.lower), strict=True)
    for (half, value, field), role, color in zip(
        amounts, ("grid", "strong"), ("text2", "text"), strict=True
    ):
        words = NOTHING if value is None else amount_words(value, field)
        left = half.right() - theme().px(9) - text_width(words, role)
        top = half.top() + (half.height() - theme().line_height(role)) / 2
        paint_lines(painter, (words,), role, left, top, color)


def paint_progress(painter: QPainter, row: TrackingRow, rect: QRect, kind: Kind) -> None:
    """Paint the progress of an activity: sign, figure and word."""
    painter.fillRect(rect, theme().color("surface"))
    line_below(painter, rect)
    painter.fillRect(rect.left(), rect.top(), 1, rect.height(), theme().color("line2"))
    px, state = theme().px, row.standing.state
    left, top = rect.left() + px(10), rect.top() + (rect.height() - px(34)) / 2
    color, beside = "text2", left
    if kind is not FINANCIAL and state != INACTIVE:
        place = QRectF(left, round(top + px(3)), px(SIDE), px(SIDE))
        paint_light(painter, place, state)
        color, beside = word_color(state), left + px(SIDE + 6)
    paint_lines(painter, (figure(row, kind),), "strong", beside, top, "text")
    paint_lines(painter, (verdict(row, kind),), "small", left, top + px(18), color)


def _paint_number_and_text(
    painter: QPainter,
    row: TrackingRow,
    rect: QRect,
    offset: int,
    measures: Measures,
    number_color: str,
    text_color: str,
    chosen: bool = False,
) -> None:
    role = ROLES[row.kind]
    lines, numbers = measures.lines(row), measures.number_lines(row)
    height = theme().line_height(role)
    top = rect.top() + (rect.height() - max(len(lines), len(numbers)) * height) / 2
    left = offset + measures.margin
    paint_lines(painter, numbers, "strong" if chosen else role, left, top, number_color)
    paint_lines(painter, lines, role, offset + measures.text_left, top, text_color)
