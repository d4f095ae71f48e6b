"""Rows of the start page that are buttons as a whole, and the things one can begin with."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout

from poadesk.widgets.icons import paint_icon
from poadesk.widgets.labels import Label, label
from poadesk.widgets.theme import theme


class StartRow(QAbstractButton):
    """A button made of labels, on a ground that answers to pointer and focus."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, rest: str | None = None) -> None:
        """Hover, pressed and focus; `rest` is the colour when nothing happens."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = "soft" if self.isDown() else "hover" if self.underMouse() else rest
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if color:
            painter.setBrush(theme().color(color))
            painter.drawRoundedRect(body, 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(body, 8, 8)
        elif rest:
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawRoundedRect(body.adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8)


def add_words(layout: QBoxLayout, text: str, role: str, color: str) -> Label:
    """Add words to a row; empty ones take no room."""
    words = label(text, role, color)
    # The whole row is the button: a click on its words must reach it.
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    layout.addWidget(words)
    if not text:
        words.hide()
    return words


class StartAction(StartRow):
    """Icon on a small card, what it does in bold, and one quiet line."""

    def __init__(
        self, icon: str, title: str, line: str, on_click: Callable[[], None], primary: bool = False
    ) -> None:
        super().__init__(title)
        self.setAccessibleDescription(line)
        self._icon, self._primary = icon, primary
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        add_words(self._column, title, "strong", "text")
        add_words(self._column, line, "small", "text2")
        self.clicked.connect(lambda: on_click())
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(64), px(11), px(10), px(11))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        side = theme().px(36)
        self._paint_card(painter, QRectF(theme().px(14), (self.height() - side) // 2, side, side))

    def _paint_card(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(QPen(theme().color("fill" if self._primary else "line"), 1))
        painter.setBrush(theme().color("fill" if self._primary else "surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side = theme().px(18)
        corner = card.center() - QPointF(side / 2, side / 2)
        place = QRectF(corner.x(), corner.y(), side, side)
        paint_icon(painter, place, self._icon, "on_fill" if self._primary else "accent")
