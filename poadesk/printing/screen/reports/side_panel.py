"""The panel beside a table of a report: a column that scrolls, with what is chosen at its top."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from poadesk.widgets.grid_text import paint_lines, wrapped
from poadesk.widgets.labels import label
from poadesk.widgets.light_sign import SIDE, paint_light, word_color
from poadesk.widgets.scrolled_page import ScrolledPage
from poadesk.widgets.theme import theme

_MARGIN, _GAP = 16, 6  # pixels


class SidePanel(QWidget):
    """Number and text of a row, its state, and `column` for what follows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.number = label("", "strong", "text2")
        self.text = label("", "goal")
        self.state = StateWords()
        self.area = ScrolledPage(self, "window")
        self.column = self.area.column
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.setSpacing(12)
        self.column.addStretch(1)
        self.add(self.number, self.text, self.state)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.area)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below those that are there."""
        for widget in widgets:
            self.column.insertWidget(self.column.count() - 1, widget)

    def say(self, number: str, text: str, word: str = "", sign: str = "") -> None:
        """Show what is chosen; what is empty takes no room."""
        for widget, words in ((self.number, number), (self.text, text)):
            widget.setText(words)
            widget.setVisible(bool(words))
        self.state.set_state(word, sign)
        self.state.setVisible(bool(word))


class StateWords(QWidget):
    """A sign of the traffic light with its words, as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._sign = "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def set_state(self, word: str, sign: str) -> None:
        """Show another state."""
        self._word, self._sign = word, sign
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme().line_height("strong")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), self.heightForWidth(theme().px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().line_height("strong"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, step, side = QPainter(self), theme().line_height("strong"), theme().px(SIDE)
        if self._sign:
            paint_light(painter, QRectF(0, (step - side) / 2, side, side), self._sign)
        color = word_color(self._sign) if self._sign else "text2"
        paint_lines(painter, self._lines(self.width()), "strong", self._left(), 0, color)

    def _left(self) -> int:
        return theme().px(SIDE) + theme().px(_GAP) if self._sign else 0

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self._word, "strong", width - self._left())
