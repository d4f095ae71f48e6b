"""The year of an activity in its details: twelve small months and the sum against the target."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.plan.model import Activity
from poadesk.plan.schedule import has_quantities, planned
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture, tooltip
from poadesk.widgets.theme import theme
from poadesk.writing.screen.details.sums import sum_words
from poadesk.writing.screen.schedule.words import value_of_cell

_IN_A_ROW = 6
_GAP = 4
_SIGNS = {"ok": "check", "warn": "warning"}


class MonthCells(QWidget):
    """Months of the plan with what an activity plans in each; they are written elsewhere.

    `wanted` names the month on which a person clicks.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tooltip(self, "Los meses se llenan en el Cronograma: un clic lo lleva allí.")
        self._months: tuple[str, ...] = ()
        self._words: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_year(self, activity: Activity, months: tuple[str, ...]) -> None:
        """Show the months of another activity."""
        has_unit = has_quantities(activity)
        self._months = months
        self._words = {
            month: value_of_cell(amount, has_unit) for month, amount in planned(activity).items()
        }
        spoken = [f"{calendar.name(month)} {word}" for month, word in self._words.items()]
        self.setAccessibleName("Cronograma: " + (", ".join(spoken) or "sin meses marcados"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = -(-len(self._months) // _IN_A_ROW)
        return QSize(theme().px(232), max(0, rows * theme().px(49) - theme().px(3)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for place, month in enumerate(self._months):
            if self._area(place).contains(event.position()):
                self.wanted.emit(month)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, month in enumerate(self._months):
            self._paint_month(painter, self._area(place), month)

    def _area(self, place: int) -> QRectF:
        wide = (self.width() + _GAP) / _IN_A_ROW
        row, column = divmod(place, _IN_A_ROW)
        return QRectF(column * wide, row * theme().px(49), wide - _GAP, theme().px(46))

    def _paint_month(self, painter: QPainter, area: QRectF, month: str) -> None:
        centered = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.setFont(theme().font("key"))
        painter.setPen(theme().color("text3"))
        head = QRectF(area.left(), area.top(), area.width(), theme().px(18))
        painter.drawText(head, centered, calendar.short_name(month))
        cell = area.adjusted(0, theme().px(20), 0, 0)
        word = self._words.get(month, "")
        if not word:
            painter.setPen(QPen(theme().color("line"), 1))
            painter.setBrush(theme().color("surface"))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("bar"))
        painter.drawRoundedRect(cell, 4, 4)
        painter.setPen(theme().color("bar_text"))
        painter.setFont(_fitting(word, cell.width()))
        painter.drawText(cell, centered, word)


class YearOfActivity(QWidget):
    """Months and sum of an activity, under their heading. `wanted` names a month to go to."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cells = MonthCells()
        self._cells.wanted.connect(self.wanted)
        self._sign = picture()
        self._sum = label("", "small", "text2")
        self._tone = ""
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sum, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label("Cronograma", "label", "text2"))
        layout.addWidget(self._cells)
        layout.addLayout(line)
        theme().changed.connect(self._dress)

    def show_year(self, activity: Activity, months: tuple[str, ...]) -> None:
        """Show another activity."""
        self._cells.show_year(activity, months)
        words, self._tone = sum_words(activity)
        self._sum.setText(words)
        self._dress()

    def words(self) -> str:
        """Return the sentence of the sum."""
        return self._sum.text()

    def _dress(self) -> None:
        self._sum.set_color(self._tone or "text2")
        self._sign.setVisible(bool(self._tone))
        if self._tone:
            sign = pixmap(_SIGNS[self._tone], self._tone, 16, self.devicePixelRatioF())
            self._sign.setPixmap(sign)


def _fitting(word: str, width: float) -> QFont:
    return theme().font("grid" if len(word) * theme().px(8) <= width else "key")
