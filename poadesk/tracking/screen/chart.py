"""A small chart of one activity: what was planned in each month against what was done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.plan import calendar
from poadesk.tracking.screen.rows import Kind, TrackingRow
from poadesk.tracking.screen.words import FIELD_WORDS, amount_words
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.theme import theme

_LEGEND, _BARS, _LETTERS = 26, 84, 20
_STEPS = (1, 2, 2.5, 4, 5, 8, 10)


def scale_top(highest: int) -> int:
    """Return the round number at the top of a scale that holds the highest amount, above 0."""
    size = 1
    while size * 10 <= highest:
        size *= 10
    return next((round(step * size) for step in _STEPS if step * size >= highest), 10 * size)


def scale_marks(highest: int) -> tuple[int, ...]:
    """Return what a scale is marked with, from its top down; only 0 where there is no amount."""
    if not highest:
        return (0,)
    top = scale_top(highest)
    return (top, 0) if top % 2 else (top, top // 2, 0)  # half a cent cannot be written


class YearChart(QWidget):
    """Frames for what was planned, filled for what was done; months after the cut-off dotted."""

    def __init__(self) -> None:
        super().__init__()
        self._row: TrackingRow | None = None
        self._kind: Kind | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_row(self, row: TrackingRow, kind: Kind) -> None:
        """Draw an activity."""
        self._row, self._kind = row, kind
        words = f"{FIELD_WORDS[kind.upper]} y {FIELD_WORDS[kind.lower]} por mes"
        self.setAccessibleName(f"Gráfico de {row.number}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_LEGEND + _BARS + _LETTERS))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None or self._kind is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        upper, lower = (self._row.amounts(one) for one in (self._kind.upper, self._kind.lower))
        marks = scale_marks(max([*upper.values(), *lower.values()], default=0))
        top = marks[0] or 1
        self._paint_legend(painter, self._kind)
        area = self._paint_scale(painter, marks, self._kind)
        months = self._row.scope.period.year
        wide = area.width() / len(months)
        for at, month in enumerate(months):
            slot = QRectF(area.left() + at * wide, area.top(), wide, area.height())
            past = month in self._row.scope.period.months
            planned = upper.get(month, 0) / top
            done = lower[month] / top if month in lower else None
            self._paint_month(painter, slot, planned, done, past)
            letter = calendar.name(month)[0].upper()
            left = slot.center().x() - text_width(letter, "key") / 2
            paint_lines(painter, (letter,), "key", left, area.bottom() + 4, "text2")

    def _paint_legend(self, painter: QPainter, kind: Kind) -> None:
        side, left = theme().px(10), 0.0
        for field, filled in ((kind.upper, False), (kind.lower, True)):
            box = QRectF(left + 0.5, theme().px(4) + 0.5, side - 1, side - 1)
            painter.setPen(QPen(theme().color("fill" if filled else "strip"), 1))
            painter.setBrush(theme().color("fill") if filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            words = FIELD_WORDS[field].capitalize()
            left += side + theme().px(6)
            paint_lines(painter, (words,), "small", left, theme().px(1), "text2")
            left += text_width(words, "small") + theme().px(16)

    def _paint_scale(self, painter: QPainter, marks: tuple[int, ...], kind: Kind) -> QRectF:
        """Paint the lines of the scale with their numbers; return the room for the bars."""
        words = [amount_words(mark, kind.lower) for mark in marks]
        wide = max(text_width(word, "key") for word in words) + theme().px(8)
        area = QRectF(wide, theme().px(_LEGEND), self.width() - wide, theme().px(_BARS))
        for mark, word in zip(marks, words, strict=True):
            y = area.bottom() - area.height() * mark / (marks[0] or 1)
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), theme().color("line"))
            left = wide - theme().px(8) - text_width(word, "key")
            middle = y - theme().line_height("key") / 2
            paint_lines(painter, (word,), "key", left, middle, "text2")
        return area

    def _paint_month(
        self, painter: QPainter, slot: QRectF, planned: float, done: float | None, past: bool
    ) -> None:
        gap = max(1.0, slot.width() * 0.1)
        left, right = round(slot.left() + gap), round(slot.right() - gap)
        if planned:
            frame = QRectF(
                QPointF(left, slot.bottom() - slot.height() * planned), slot.bottomRight()
            )
            frame.setRight(right)
            pen = QPen(theme().color("strip"), 1)
            if not past:
                pen.setDashPattern([2, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, 0))
        if done is not None:
            height = max(2.0, slot.height() * done)  # a recorded 0 is seen too
            bar = QRectF(left, slot.bottom() - height, right - left, height)
            painter.fillRect(bar, theme().color("fill"))
