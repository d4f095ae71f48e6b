"""The strip above Entregas: how many units, how many delivered, and a bar of their states."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from poadesk.plan.office_units import UnitTotals
from poadesk.widgets.flow_row import flow_row
from poadesk.widgets.labels import Label, label
from poadesk.widgets.theme import theme

_BAR, _GAP = 8, 2  # pixels
# Colour of each part of the bar, with its word for one and for many.
_PARTS = (
    ("ok_sign", "aprobado", "aprobados"),
    ("warn_sign", "observado", "observados"),
    ("fill", "por leer", "por leer"),
    ("track", "falta", "faltan"),
)


class DeliveriesSummary(QFrame):
    """Counts at the left, and the bar with its legend."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "quiet-card")
        self._bar = _StateBar()
        self._legend, self._flow = flow_row()
        self._marks = [_LegendMark(color) for color, _, _ in _PARTS]
        self._counts = [_Count() for _ in range(3)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for count in self._counts:
            row.addWidget(count)
        column = QVBoxLayout()
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._bar)
        column.addWidget(self._legend)
        column.addStretch(1)
        for mark in self._marks:
            self._flow.addWidget(mark)
        row.addLayout(column, 1)

    def show_totals(self, totals: UnitTotals) -> None:
        """Show how many there are in each state."""
        figures = (
            (totals.units, "unidad", "unidades"),
            (totals.delivered, "entregó", "entregaron"),
            (totals.missing, "falta", "faltan"),
        )
        for count, figure in zip(self._counts, figures, strict=True):
            count.say(*figure)
        parts = (totals.approved, totals.observed, totals.received, totals.missing)
        for mark, number, (_, one, many) in zip(self._marks, parts, _PARTS, strict=True):
            mark.say(f"{number:,} {one if number == 1 else many}")
        self._bar.show_parts(parts)
        self.setAccessibleName("; ".join(mark.words for mark in self._marks))


class _Count(QWidget):
    """A figure above its word."""

    def __init__(self) -> None:
        super().__init__()
        self._figure: Label = label("", "title", wrap=False)
        self._word: Label = label("", "grid", "text2", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addWidget(self._word)

    def paintEvent(self, event: QPaintEvent) -> None:
        right = self.width() - 1
        QPainter(self).fillRect(right, 1, 1, self.height() - 2, theme().color("line"))

    def say(self, count: int, one: str, many: str) -> None:
        """Show another figure."""
        self._figure.setText(f"{count:,}")
        self._word.setText(one if count == 1 else many)


class _StateBar(QWidget):
    """One long bar in parts, as wide as their counts."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[int, ...]) -> None:
        """Show other counts, in the order of the legend."""
        self._parts = parts
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total, left = sum(self._parts), 0.0
        shown = [part for part in self._parts if part]
        room = self.width() - _GAP * max(0, len(shown) - 1)
        if not total:
            painter.fillRect(self.rect(), theme().color("track"))
        for part, (color, _, _) in zip(self._parts, _PARTS, strict=False):
            if part:
                wide = room * part / total
                painter.fillRect(QRectF(left, 0, wide, self.height()), theme().color(color))
                left += wide + _GAP


class _LegendMark(QWidget):
    """A small square in the colour of a part, with its words."""

    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        self.words = ""
        self._label = label("", "label", "text2", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 6, 0)
        row.addWidget(self._label)

    def say(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self._label.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(9)
        painter.setPen(QPen(theme().color("field" if self._color == "track" else self._color), 1))
        painter.setBrush(theme().color(self._color))
        painter.drawRoundedRect(QRectF(0.5, (self.height() - side) / 2, side, side), 2, 2)
