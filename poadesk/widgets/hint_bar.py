"""Bar at the bottom: the three or four keys that work right here."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.widgets.theme import theme

Hint = tuple[str, str]


class HintBar(QWidget):
    """Keys as caps with what they do. Too narrow: whole hints fall away from the right.

    `ground` is the colour on which it stands.
    """

    def __init__(self, ground: str = "window") -> None:
        super().__init__()
        self._ground = ground
        self._hints: list[Hint] = []
        self._status = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints: keys such as "Ctrl+K", and what they do."""
        self._hints = list(hints)
        spoken = "; ".join(f"{keys}: {what}" for keys, what in self._hints)
        self.setAccessibleName(f"Teclas: {spoken}" if spoken else "Teclas")
        self.update()

    def show_status(self, status: str) -> None:
        """A short text at the right end; it stays when hints fall away."""
        self._status = status
        self.setAccessibleDescription(status)
        self.update()

    def visible_hints(self) -> list[Hint]:
        """The hints that fit the present width."""
        room = self.width() - 2 * theme().px(16) - self._status_width()
        shown: list[Hint] = []
        for hint in self._hints:
            room -= self._hint_width(hint)
            if room < 0:
                break
            shown.append(hint)
            room -= theme().px(20)
        return shown

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Not by `fillRect`, with which PySide would learn two hundred names of gradients.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._ground))
        painter.drawRect(self.rect())
        painter.setPen(theme().color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = float(theme().px(16))
        for hint in self.visible_hints():
            self._paint_hint(painter, left, hint)
            left += self._hint_width(hint) + theme().px(20)
        self._paint_status(painter)

    def _paint_hint(self, painter: QPainter, left: float, hint: Hint) -> None:
        keys, what = hint
        for key in _caps(keys):
            left = paint_key(painter, QPointF(left, self.height() / 2), key) + theme().px(4)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("text3"))
        area = QRectF(left + theme().px(2), 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, what)

    def _paint_status(self, painter: QPainter) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("text"))
        area = QRectF(self.rect()).adjusted(0, 0, -theme().px(16), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags | Qt.TextFlag.TextSingleLine, self._status)

    def _hint_width(self, hint: Hint) -> float:
        keys, what = hint
        caps = sum(key_width(key) + theme().px(4) for key in _caps(keys))
        words = QFontMetricsF(theme().font("small")).horizontalAdvance(what)
        return caps + theme().px(2) + words

    def _status_width(self) -> float:
        if not self._status:
            return 0.0
        words = QFontMetricsF(theme().font("small")).horizontalAdvance(self._status)
        return words + theme().px(20)


def key_width(key: str) -> float:
    """Width in pixels of the cap of a key."""
    words = QFontMetricsF(theme().font("key")).horizontalAdvance(key)
    return max(theme().px(18), words + theme().px(10))


def paint_key(painter: QPainter, left_middle: QPointF, key: str) -> float:
    """Draw the cap of a key from this point to the right; give its right end."""
    width, height = key_width(key), theme().px(18)
    cap = QRectF(left_middle.x(), left_middle.y() - height / 2, width, height)
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(theme().color("surface"))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, 0.5), 4, 4)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme().font("key"))
    painter.setPen(theme().color("text2"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    return cap.right()


def _caps(keys: str) -> list[str]:
    return [key for key in keys.split("+") if key] or [keys]
