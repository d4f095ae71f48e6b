"""A small table: how many actions and activities are in each light."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.light_sign import SIDE, paint_light, word_color
from poadesk.widgets.theme import theme

_LIGHTS = (
    ("late", "Rojo"),
    ("at_risk", "Ámbar"),
    ("on_track", "Verde"),
    ("unplanned", "Sin valor"),
)
_ROW, _GAP, _COLUMN = 32, 6, 104  # pixels at 100 % text size


class LightCounts(QWidget):
    """Painted, with every count also in words for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, list[int]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Semáforo")
        theme().changed.connect(self.updateGeometry)

    def set_counts(self, rows: Sequence[tuple[str, list[int]]]) -> None:
        """Show how many are red, amber, green and without a value, of each name."""
        self._rows = list(rows)
        words = [word.lower() for _, word in _LIGHTS]
        said = (
            f"{name}: "
            + ", ".join(f"{count} {word}" for count, word in zip(counts, words, strict=True))
            for name, counts in rows
        )
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(round(self._left()) + 4 * px(_COLUMN), (len(self._rows) + 1) * px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme().px
        step, left, side = theme().line_height("grid"), self._left(), px(SIDE)
        wide = left + len(_LIGHTS) * px(_COLUMN)
        for at, (sign, word) in enumerate(_LIGHTS):
            x = left + at * px(_COLUMN)
            paint_light(painter, QRectF(x, (px(_ROW) - side) / 2, side, side), sign)
            top = (px(_ROW) - step) / 2
            paint_lines(painter, (word,), "label", x + side + px(_GAP), top, word_color(sign))
        for row, (name, counts) in enumerate(self._rows, 1):
            top = row * px(_ROW)
            painter.fillRect(QRectF(0, top, wide, 1), theme().color("line"))
            paint_lines(painter, (name,), "grid", 0, top + (px(_ROW) - step) / 2, "text")
            for at, count in enumerate(counts):
                x = left + at * px(_COLUMN) + side + px(_GAP)
                paint_lines(
                    painter, (f"{count:,}",), "strong", x, top + (px(_ROW) - step) / 2, "text"
                )

    def _left(self) -> float:
        names = (text_width(name, "grid") for name, _ in self._rows)
        return max(names, default=0) + theme().px(32)
