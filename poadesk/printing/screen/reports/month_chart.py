"""A chart of months: what was planned as a frame, what was done as a bar inside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.plan import calendar
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.grid_text import paint_centred, paint_lines, text_width
from poadesk.widgets.theme import theme

_HEIGHT, _LEGEND, _MONTHS, _LEAST_BAR, _WIDEST_BAR = 132, 26, 20, 3, 26  # pixels
_STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
UNKNOWN = "sin registrar"


@dataclass(frozen=True, slots=True)
class MonthAmounts:
    """Planned and done of each month; `done` is None where nothing is recorded.

    Months after the cut-off stand behind the last one of `done`.
    """

    months: tuple[str, ...]
    planned: tuple[int, ...]
    done: tuple[int | None, ...]


def top_of(most: int) -> int:
    """Return the round number at or above the largest amount, for the end of the axis."""
    scale = 10 ** max(0, len(str(most)) - 2)
    return next(step * scale for step in _STEPS if step * scale >= most)


def marks_of(top: int, show: Callable[[int], str]) -> list[tuple[float, str]]:
    """Return (share of the height, words) from 0 up to the top of the axis, which may be 0.

    Marks that would say the same, such as halves of a small amount, are left out.
    """
    marks = {"0": 0.0}
    for share, amount in ((0.5, top // 2), (1.0, top)):
        marks.setdefault(show(amount), share)
    return [(share, word) for word, share in marks.items()]


class MonthChart(QWidget):
    """Bars for each month with the scale at the left. `show_amount` writes an amount."""

    def __init__(self, name: str, show_amount: Callable[[int], str], done_word: str) -> None:
        super().__init__()
        self._name = name
        self._show = show_amount
        self._done_word = done_word
        self._amounts = MonthAmounts((), (), ())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme().changed.connect(self.updateGeometry)

    def set_amounts(self, amounts: MonthAmounts) -> None:
        """Draw other amounts."""
        self._amounts = amounts
        self.setAccessibleDescription(self.in_words())
        self.update()

    def in_words(self) -> str:
        """Say every bar, for who cannot see them."""
        parts = []
        for at, month in enumerate(self._amounts.months):
            planned = self._show(self._amounts.planned[at])
            said = f"{calendar.name(month)}: programado {planned}"
            if at < len(self._amounts.done):
                done = self._amounts.done[at]
                word = UNKNOWN if done is None else self._show(done)
                said += f", {self._done_word.lower()} {word}"
            parts.append(said)
        return "; ".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(_HEIGHT + _LEGEND + _MONTHS))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_legend(painter)
        known = [one for one in self._amounts.done if one is not None]
        highest = max([*self._amounts.planned, *known], default=0)
        top = top_of(highest) if highest else 0
        field = self._paint_axis(painter, top)
        count = max(1, len(self._amounts.months))
        step = field.width() / count
        for at, month in enumerate(self._amounts.months):
            place = QRectF(field.left() + at * step, field.top(), step, field.height())
            self._paint_month(painter, place, at, top or 1)
            below = place.toRect()
            below.setTop(round(field.bottom()) + 2)
            below.setHeight(theme().px(_MONTHS))
            paint_centred(painter, below, calendar.name(month)[:1].upper(), "key", "text2")

    def _paint_legend(self, painter: QPainter) -> None:
        left, px = 0.0, theme().px
        for word, filled in (("Programado", False), (self._done_word, True)):
            box = QRectF(left + 0.5, px(5) + 0.5, px(9), px(9))
            self._paint_bar(painter, box, filled, is_ahead=False)
            paint_lines(painter, (word,), "small", left + px(15), px(2), "text2")
            left += px(15) + text_width(word, "small") + px(16)

    def _paint_axis(self, painter: QPainter, top: int) -> QRectF:
        """Paint the scale and its lines; return where the bars stand."""
        px = theme().px
        marks = marks_of(top, self._show)
        wide = max(text_width(word, "key") for _, word in marks) + px(6)
        field = QRectF(wide, px(_LEGEND) + px(6), self.width() - wide - 1, px(_HEIGHT) - px(10))
        for share, word in marks:
            y = field.bottom() - share * field.height()
            painter.fillRect(QRectF(field.left(), y, field.width(), 1), theme().color("line"))
            left = wide - px(6) - text_width(word, "key")
            paint_lines(painter, (word,), "key", left, y - theme().line_height("key") / 2, "text3")
        return field

    def _paint_month(self, painter: QPainter, place: QRectF, at: int, top: int) -> None:
        wide = max(theme().px(_LEAST_BAR), min(place.width() * 0.72, theme().px(_WIDEST_BAR)))
        left = place.center().x() - wide / 2
        is_ahead = at >= len(self._amounts.done)
        planned = self._amounts.planned[at] / top * place.height()
        if planned:
            frame = QRectF(left, place.bottom() - planned, wide, planned)
            self._paint_bar(painter, frame, filled=False, is_ahead=is_ahead)
        done = None if is_ahead else self._amounts.done[at]
        if done is not None:
            high = max(2.0, done / top * place.height())
            bar = QRectF(left, place.bottom() - high + 1, wide, high)
            self._paint_bar(painter, bar, filled=True, is_ahead=False)
        elif not is_ahead:
            line = place.toRect()
            line.setTop(round(place.bottom()) - theme().px(18))
            paint_centred(painter, line, "—", "key", "warn")

    def _paint_bar(self, painter: QPainter, bar: QRectF, filled: bool, is_ahead: bool) -> None:
        if filled:
            painter.fillRect(bar, theme().color("fill"))
            return
        style = Qt.PenStyle.DotLine if is_ahead else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme().color("strip"), 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
