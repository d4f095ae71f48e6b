"""What the outline shows below its first row while nothing is written: examples and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from poadesk.widgets.hint_bar import paint_key
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.lines import paint_text

_EXAMPLES = {
    "goal": ("1.1", "una meta: cuánto, de qué y para cuándo"),
    "activity": ("1.1.1", "una actividad: lo que alguien hace"),
}
_KEYS = (
    (("Enter",), "agrega otra línea igual"),
    (("Ctrl", "Enter"), "baja un nivel: meta, actividad"),
)


def paint_examples(painter: QPainter, top: int, levels: Sequence[Level]) -> None:
    """Draw below `top` what comes under a first row, and the keys that add it."""
    px = theme().px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top += px(8)
    for level in levels[1:]:
        number, words = _EXAMPLES[level.table]
        _paint_line(painter, px(level.number_left), top, number)
        _paint_line(painter, px(level.text_left), top, words)
        top += px(32)
    top += px(16)
    for keys, words in _KEYS[: len(levels)]:
        left = float(px(levels[0].number_left))
        for key in keys:
            left = paint_key(painter, QPointF(left, top + px(10)), key) + px(4)
        _paint_line(painter, int(left) + px(6), top, words)
        top += px(28)


def _paint_line(painter: QPainter, left: int, top: int, words: str) -> None:
    paint_text(painter, QRect(left, top, theme().px(400), 0), words, "text", "text3")
