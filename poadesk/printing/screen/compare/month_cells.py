"""The months of an activity that changed, as a strip of cells: month, old figure, new figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.plan.comparing import MonthDifference
from poadesk.plan.fields import is_month
from poadesk.widgets.flow_row import flow_row
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_PAD, _LEAST = 8, 52  # pixels at 100 % text size


class MonthCell(QWidget):
    """One month: its name, the old figure struck through, the new one in strong letters."""

    def __init__(self, one: MonthDifference, parent: QWidget) -> None:
        super().__init__(parent)
        self.one = one
        self._name = calendar.short_name(one.month) if is_month(one.month) else one.month
        if " de " in one.name:  # the months are of two years
            self._name = f"{self._name} {calendar.year(one.month)}"
        self.setAccessibleName(f"{one.label}, {one.name}: antes {one.old}, ahora {one.new}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = ((self._name, "key"), (self.one.old, "grid"), (self.one.new, "strong"))
        widest = max(QFontMetricsF(theme().font(r)).horizontalAdvance(w) for w, r in words)
        width = max(theme().px(_LEAST), round(widest + 0.5) + 2 * theme().px(_PAD))
        return QSize(width, 2 * theme().line_height("grid") + theme().line_height("key") + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        top = self._write(painter, 4.0, self._name, "key", "text3")
        top = self._write(painter, top, self.one.old, "grid", "text2", struck=True)
        self._write(painter, top, self.one.new, "strong", "ok")

    def _write(
        self, painter: QPainter, top: float, words: str, role: str, color: str, struck: bool = False
    ) -> float:
        font = theme().font(role)
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(theme().color(color))
        place = QRectF(0, top, self.width(), theme().line_height(role))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return top + place.height()


class MonthCells(QWidget):
    """A strip of months for each measure that changed: programado, ejecutado, presupuesto…"""

    def __init__(self, months: Sequence[MonthDifference], names: tuple[str, str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(f"Arriba: {names[0]}. Abajo: {names[1]}.", "small", "text3"))
        self.cells: list[MonthCell] = []
        for measure in dict.fromkeys(one.label for one in months):
            column.addWidget(label(measure, "label", "text2"))
            row, flow = flow_row()
            for one in months:
                if one.label == measure:
                    self.cells.append(MonthCell(one, row))
                    flow.addWidget(self.cells[-1])
            column.addWidget(row)
