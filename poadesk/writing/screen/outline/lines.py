"""How a text of the outline breaks into lines: drawn exactly, and counted without being drawn."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

from poadesk.widgets.spelling_waves import waves_in
from poadesk.widgets.theme import theme

# A word that breaks nowhere, before a space that always does; other words need the exact way.
_PLAIN_WORD = re.compile(
    r"[¿¡(]?[0-9A-Za-zÁÉÍÓÚÜÑáéíóúüñ$][0-9A-Za-zÁÉÍÓÚÜÑáéíóúüñ$.,:;\u00a0]*[%)?!.,:;]*"
)
# Figures are equally wide, so that 2.1 and 3.7 are measured once.
_AS_ZEROS = str.maketrans("123456789", "000000000")
_TOO_CLOSE = 2.0  # pixels from the edge within which adding up widths could be wrong


def line_count(text: str, role: str, width: int) -> int:
    """Return in how many lines a text breaks at a width in pixels; one when it is empty."""
    counted = _added_up(text.translate(_AS_ZEROS), role, width)
    return counted or _line_count(text, role, width, theme().scale)


def text_width(text: str, role: str) -> int:
    """Return how wide a text is in one line, in pixels, rounded up."""
    return _text_width(text.translate(_AS_ZEROS), role, theme().scale)


def wrapped(text: str, role: str, width: int, right: bool = False) -> QTextLayout:
    """Return a text broken into lines exactly as its editor breaks it."""
    layout = QTextLayout(text.replace("\n", "\u2028"), theme().font(role))
    layout.setTextOption(_option(right))
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, line_top(line.height(), number, role)))
        number += 1
    layout.endLayout()
    return layout


def line_top(height: float, number: int, role: str) -> float:
    """Return where a line of a text stands, in whole pixels; its editor puts it there too."""
    step = theme().line_height(role)
    return number * step + (step - height) // 2


def paint_text(
    painter: QPainter,
    area: QRect,
    text: str,
    role: str,
    color: str,
    right: bool = False,
    spelled: bool = False,
) -> None:
    """Draw a whole text in an area, in the letter of a role and the colour of a token.

    Where it is `spelled`, waves stand under the words that the dictionary does not know.
    """
    painter.setPen(theme().color(color))
    layout = wrapped(text, role, area.width(), right)
    layout.draw(painter, QPointF(area.topLeft()), waves_in(text) if spelled else [])


def forget_lines() -> None:
    """Measure all texts again from now on, because the letters are others."""
    for remembered in (_text_width, _line_count, _word_width):
        remembered.cache_clear()


def _added_up(text: str, role: str, width: int) -> int:
    """Count lines by adding up the widths of words; 0 where only breaking the text can tell."""
    scale = theme().scale
    space = _word_width(" ", role, scale)
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = _word_width(word, role, scale)
        wanted = used + space + wide if used else wide
        if not wide or abs(wanted - width) < _TOO_CLOSE or wide > width:
            return 0
        if wanted > width:
            lines, used = lines + 1, wide
        else:
            used = wanted
    return lines


def _option(right: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


# The scale is part of what these remember, because it changes letters and lengths.
@lru_cache(maxsize=50_000)
def _word_width(word: str, role: str, scale: float) -> float:
    """Return the width of a word in pixels, 0 for one that may break within."""
    if word != " " and not _PLAIN_WORD.fullmatch(word):
        return 0.0
    return QFontMetricsF(theme().font(role)).horizontalAdvance(word)


@lru_cache(maxsize=10_000)
def _text_width(text: str, role: str, scale: float) -> int:
    layout = wrapped(text, role, 1_000_000)
    widths = [layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())]
    return int(max(widths, default=0) + 0.999)


@lru_cache(maxsize=20_000)
def _line_count(text: str, role: str, width: int, scale: float) -> int:
    return max(1, wrapped(text, role, width).lineCount())
