"""Texts of grids: broken into lines and painted, fast enough for thousands of rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText

from poadesk.widgets.theme import theme

_ZEROS = str.maketrans("123456789", "000000000")


def wrapped(text: str, role: str, width: float) -> tuple[str, ...]:
    """Return the lines of a text in the letter of `role` that fit `width` pixels, all of it."""
    return _wrapped(text, role, max(1, int(width)), theme().scale)


def text_width(text: str, role: str) -> float:
    """Return the width in pixels of a text in one line."""
    widths, spaces = _widths(role, theme().scale), text.count(" ") + text.count("\u00a0")
    return sum(widths[word] for word in text.split()) + spaces * widths[" "]


def longest_number(numbers: Iterable[tuple[str, str]]) -> float:
    """Return the width in pixels of the longest of (number, role)."""
    # All figures are equally wide: with zeros for all of them few are left to measure.
    shapes = {(number.translate(_ZEROS), role) for number, role in numbers}
    return max((text_width(*shape) for shape in shapes), default=0)


def paint_lines(
    painter: QPainter, lines: tuple[str, ...], role: str, left: float, top: float, color: str
) -> None:
    """Paint lines one under the other, the first with its upper edge at `top`."""
    painter.setFont(theme().font(role))
    painter.setPen(theme().color(color))
    scale, height = theme().scale, theme().line_height(role)
    top += (height - _metrics(role, scale).height()) / 2
    for at, line in enumerate(lines):
        painter.drawStaticText(QPointF(left, top + at * height), _shaped(line, role, scale))


class _Widths(dict[str, float]):
    """Width of each word, measured when first asked for: a plan repeats its words."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, word: str) -> float:
        width = self[word] = self._metrics.horizontalAdvance(word)
        return width


@lru_cache(maxsize=4096)
def _shaped(line: str, role: str, scale: float) -> QStaticText:
    """Return a line whose letters are already placed: the same numbers are painted all the time."""
    result = QStaticText(line)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.prepare(font=theme().font(role))
    return result


@lru_cache(maxsize=32)
def _metrics(role: str, scale: float) -> QFontMetricsF:
    return QFontMetricsF(theme().font(role))


@lru_cache(maxsize=32)
def _widths(role: str, scale: float) -> _Widths:
    return _Widths(_metrics(role, scale))


@lru_cache(maxsize=16384)
def _wrapped(text: str, role: str, width: int, scale: float) -> tuple[str, ...]:
    widths = _widths(role, scale)
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += _wrapped_words(paragraph.split(), widths, width)
    return tuple(lines) or ("",)


def _wrapped_words(words: list[str], widths: _Widths, width: int) -> list[str]:
    lines, line, taken = [], "", 0.0
    for word in words:
        room = widths[word] + (widths[" "] if line else 0)
        if line and taken + room > width:
            lines.append(line)
            line, taken, room = "", 0.0, widths[word]
        if room > width:
            *broken, word = _broken(word, widths, width)
            lines += broken
            room = widths[word]
        line = f"{line} {word}" if line else word
        taken += room
    return [*lines, line] if line else lines


def _broken(word: str, widths: _Widths, width: int) -> list[str]:
    """Break a word that is wider than the line, at least one letter per line."""
    parts, part, taken = [], "", 0.0
    for letter in word:
        if part and taken + widths[letter] > width:
            parts.append(part)
            part, taken = "", 0.0
        part += letter
        taken += widths[letter]
    return [*parts, part]


def paint_centred(painter: QPainter, rect: QRect, text: str, role: str, color: str) -> None:
    """Paint a short text in the middle of a rectangle."""
    left = round(rect.left() + (rect.width() - text_width(text, role)) / 2)
    top = rect.top() + (rect.height() - theme().line_height(role)) / 2
    paint_lines(painter, (text,), role, left, top, color)
