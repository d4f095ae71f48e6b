"""Chip (a state with icon and word), badge (a count) and token (number of an objective)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme

# Background, colour of the word and icon of each state.
_STATES: dict[str, tuple[str, str, str]] = {
    "neutral": ("neutral", "text2", ""),
    "received": ("soft", "accent", "inbox"),
    "received-chosen": ("surface", "accent", "inbox"),  # on a row that is soft itself
    "warning": ("warn_soft", "warn", "warning"),
    "remark": ("warn_soft", "warn", "remark"),
    "ok": ("ok_soft", "ok", "check"),
    "bad": ("bad_soft", "bad", "error"),
    "missing": ("", "text2", "dashed-circle"),
}
_BADGES = {
    "warning": ("warn_soft", "warn"),
    "bad": ("bad_soft", "bad"),
    "info": ("soft", "accent"),
    "neutral": ("neutral", "text2"),
}


def badge_width(count: int) -> int:
    """Width in pixels that a badge of `count` takes."""
    words = QFontMetricsF(theme().font("strong")).horizontalAdvance(str(count))
    return max(theme().px(20), round(words) + theme().px(12))


def paint_badge(painter: QPainter, rect: QRectF, count: int, tone: str = "warning") -> None:
    """Draw a round count in `rect`. `tone`: warning, bad, info or neutral."""
    back, words = _BADGES[tone]
    _paint_round(painter, rect, back, rect.height() / 2)
    _paint_number(painter, rect, str(count), words)


def paint_token(painter: QPainter, rect: QRectF, number: str) -> None:
    """Draw the number of an objective as a small square of 20 pixels."""
    _paint_round(painter, rect, "soft", 4)
    _paint_number(painter, rect, number, "accent")


def paint_chip(painter: QPainter, rect: QRectF, word: str, state: str) -> None:
    """Draw a state with icon and word in `rect`, which is `chip_size(word, state)` large."""
    back, color, sign = _STATES[state]
    if back:
        _paint_round(painter, rect, back, rect.height() / 2)
    else:
        _paint_dashed(painter, rect)
    left = rect.left() + theme().px(9)
    if sign:
        side = theme().px(14)
        place = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_icon(painter, place, sign, color)
        left += theme().px(19)
    painter.setFont(theme().font("label"))
    painter.setPen(theme().color(color))
    text_area = QRectF(QPointF(left, rect.top()), rect.bottomRight())
    painter.drawText(text_area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, word)


def chip_size(word: str, state: str) -> QSize:
    """Size in pixels that a chip takes."""
    width = QFontMetricsF(theme().font("label")).horizontalAdvance(word) + theme().px(18)
    if _STATES[state][2]:
        width += theme().px(19)
    return QSize(round(width + 0.5), theme().px(22))


def _paint_round(painter: QPainter, rect: QRectF, color: str, radius: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(color))
    painter.drawRoundedRect(rect, radius, radius)


def _paint_dashed(painter: QPainter, rect: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("field"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)


def _paint_number(painter: QPainter, rect: QRectF, text: str, color: str) -> None:
    font = theme().font("strong")
    font.setPixelSize(theme().px(12))
    painter.setFont(font)
    painter.setPen(theme().color(color))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class _Painted(QWidget):
    """A small drawing that stands still: no focus, fixed size, a name for screen readers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Chip(_Painted):
    """State with icon and word: neutral, received, warning, remark, ok, bad or missing."""

    def __init__(self, word: str, state: str = "neutral") -> None:
        super().__init__(word)
        self._word = word
        self._state = state

    def set_state(self, word: str, state: str) -> None:
        """Show another state."""
        self._word, self._state = word, state
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._word, self._state)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), self._word, self._state)


class Badge(_Painted):
    """A count on a round ground. `tone`: warning, bad, info or neutral."""

    def __init__(self, count: int = 0, tone: str = "warning") -> None:
        super().__init__(str(count))
        self._count = count
        self._tone = tone

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(str(count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._count), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._count, self._tone)
