"""The wave under an unknown word: its look, and where it stands in text that is painted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QWidget

from poadesk.widgets.spelling import spelling
from poadesk.widgets.theme import theme
from poadesk.writing.words import words_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat


def wave() -> QTextCharFormat:
    """Return the look of an unknown word."""
    # Local: to learn its names takes PySide as long as to make a screen.
    from PySide6.QtGui import QTextCharFormat

    result = QTextCharFormat()
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    result.setUnderlineColor(theme().color("bad_sign"))
    return result


def waves_in(text: str) -> list[QTextLayout.FormatRange]:
    """Return the waves to paint in a text; `repaint_waves` says when there may be others.

    Words that were never looked up are not waited for: they are looked up in the next pause.
    """
    dictionary = spelling().dictionary
    if dictionary is None or not spelling().is_on:
        return []
    found = [(start, length, dictionary.verdict(word)) for start, length, word in _places(text)]
    if any(verdict is None for _, _, verdict in found):
        spelling().look_up(text)
    return [_range(start, length) for start, length, verdict in found if verdict is False]


def repaint_waves(painted: QWidget) -> None:
    """Paint a widget again whenever its words may be judged otherwise."""
    spelling().changed.connect(painted.update)
    spelling().learned.connect(painted.update)


def places_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, length, word); Qt counts a sign outside the basic plane as two letters."""
    is_plain = not text or max(text) <= "\uffff"
    for start, end in words_of(text):
        at = start if is_plain else _qt_length(text[:start])
        yield at, end - start if is_plain else _qt_length(text[start:end]), text[start:end]


@lru_cache(maxsize=5_000)
def _places(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(places_of(text))


def _qt_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _range(start: int, length: int) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, wave()
    return result
