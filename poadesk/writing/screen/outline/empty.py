"""What the outline shows below its first row while nothing is written: examples and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from poadesk.plan.profiles import Profile
from poadesk.widgets.hint_bar import paint_key
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.lines import paint_text

_EXAMPLES = {"goal": "1.1", "activity": "1.1.1"}


def examples(levels: Sequence[Level], words: Profile) -> list[tuple[str, str]]:
    """Return (number, words) of what comes under a first row."""
    return [
        (_EXAMPLES[level.table], f"{words.noun(level.table).a}: {words.in_short[level.table]}")
        for level in levels[1:]
    ]


def keys_of(levels: Sequence[Level], words: Profile) -> list[tuple[tuple[str, ...], str]]:
    """Return the keys that add rows, with what they do."""
    below = ", ".join(words.noun(level.table).one for level in levels[1:])
    keys = [(("Enter",), "agrega otra línea igual"), (("Ctrl", "Enter"), f"baja un nivel: {below}")]
    return keys[: len(levels)]


def paint_examples(painter: QPainter, top: int, levels: Sequence[Level], words: Profile) -> None:
    """Draw below `top` what comes under a first row, and the keys that add it."""
    px = theme().px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top += px(8)
    for level, (number, said) in zip(levels[1:], examples(levels, words), strict=True):
        _paint_line(painter, px(level.number_left), top, number)
        _paint_line(painter, px(level.text_left), top, said)
        top += px(32)
    top += px(16)
    for keys, said in keys_of(levels, words):
        left = float(px(levels[0].number_left))
        for key in keys:
            left = paint_key(painter, QPointF(left, top + px(10)), key) + px(4)
        _paint_line(painter, int(left) + px(6), top, said)
        top += px(28)


def _paint_line(painter: QPainter, left: int, top: int, words: str) -> None:
    paint_text(painter, QRect(left, top, theme().px(400), 0), words, "text", "text3")
