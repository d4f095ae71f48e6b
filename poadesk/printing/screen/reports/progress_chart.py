"""A chart of progress: a bar for each objective and action, with the limits as dashed lines."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import shown
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.grid_text import paint_lines, text_width, wrapped
from poadesk.widgets.light_sign import SIDE, paint_light, word_color
from poadesk.widgets.theme import theme

_GAP, _BAR, _TOP, _RIGHT = 12, 14, 22, 168  # pixels at 100 % text size
_SHARE = 0.4  # of the width, for the names
_WHOLE = 100
_SIGNS_OF_BARS = {"late": "bad_sign", "at_risk": "warn_sign", "on_track": "ok_sign"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `value` is an exact percentage or None, `sign` and `word` say its state."""

    name: str
    value: Fraction | None
    sign: str
    word: str
    is_heading: bool = False


class ProgressChart(QWidget):
    """Bars under each other, as high as their names need."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._limits = Limits()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        theme().changed.connect(self.updateGeometry)

    def set_bars(self, bars: Sequence[Bar], limits: Limits) -> None:
        """Draw other bars."""
        self._bars, self._limits = tuple(bars), limits
        self.setAccessibleDescription("; ".join(self._said(bar) for bar in bars))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        names = sum(self._row_height(bar, width) for bar in self._bars)
        return theme().px(_TOP) + names

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), self.heightForWidth(theme().px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), self.heightForWidth(max(self.width(), theme().px(320))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        field = self._field()
        self._paint_limits(painter, field)
        top = theme().px(_TOP)
        for bar in self._bars:
            height = self._row_height(bar, self.width())
            if event.rect().intersects(QRectF(0, top, self.width(), height).toAlignedRect()):
                self._paint_bar(painter, bar, QRectF(field.left(), top, field.width(), height))
            top += height

    def _said(self, bar: Bar) -> str:
        return f"{bar.name}: {self._figure(bar)} {bar.word}".strip()

    def _figure(self, bar: Bar) -> str:
        if bar.value is None:
            return ""
        return f"{shown(bar.value, 1, self._limits.light_limits)}\u00a0%"

    def _field(self) -> QRectF:
        left = self._name_width(self.width()) + theme().px(_GAP)
        wide = max(theme().px(60), self.width() - left - theme().px(_RIGHT))
        return QRectF(left, theme().px(_TOP), wide, self.height() - theme().px(_TOP))

    def _name_width(self, width: int) -> int:
        return round((width - theme().px(_RIGHT)) * _SHARE)

    def _names(self, bar: Bar, width: int) -> tuple[str, ...]:
        return wrapped(bar.name, self._role(bar), self._name_width(width))

    @staticmethod
    def _role(bar: Bar) -> str:
        return "strong" if bar.is_heading else "grid"

    def _row_height(self, bar: Bar, width: int) -> int:
        lines = len(self._names(bar, width))
        return lines * theme().line_height("grid") + theme().px(_GAP)

    def _paint_limits(self, painter: QPainter, field: QRectF) -> None:
        painter.fillRect(QRectF(field.left(), field.top(), 1, field.height()), _color("line2"))
        painter.setPen(QPen(_color("field"), 1, Qt.PenStyle.DashLine))
        right = -1.0
        for limit in (*self._limits.light_limits, Fraction(_WHOLE)):
            x = field.left() + float(limit) / _WHOLE * field.width()
            painter.drawLine(round(x), round(field.top()) - 2, round(x), round(field.bottom()))
            word = f"{shown(limit, 2)}"
            left = x - text_width(word, "key") / 2
            if left > right:
                paint_lines(painter, (word,), "key", left, theme().px(2), "text3")
                right = left + text_width(word, "key") + theme().px(4)
                painter.setPen(QPen(_color("field"), 1, Qt.PenStyle.DashLine))

    def _paint_bar(self, painter: QPainter, bar: Bar, row: QRectF) -> None:
        px, step = theme().px, theme().line_height("grid")
        middle = row.top() + (row.height() - px(_GAP)) / 2
        names = self._names(bar, self.width())
        first = middle - len(names) * step / 2
        paint_lines(painter, names, self._role(bar), 0, first, "text")
        left = row.right() + px(_GAP)
        if bar.value is not None:
            wide = max(1.0, float(min(bar.value, Fraction(_WHOLE))) / _WHOLE * row.width())
            place = QRectF(row.left(), middle - px(_BAR) / 2, wide, px(_BAR))
            painter.fillRect(place, _color(_SIGNS_OF_BARS.get(bar.sign, "fill")))
        if bar.sign:
            paint_light(painter, QRectF(left, middle - px(SIDE) / 2, px(SIDE), px(SIDE)), bar.sign)
        words = f"{self._figure(bar)} {bar.word}".strip()
        color = word_color(bar.sign) if bar.sign else "text2"
        paint_lines(painter, (words,), "label", left + px(SIDE) + px(6), middle - step / 2, color)


def _color(token: str) -> QColor:
    return theme().color(token)
