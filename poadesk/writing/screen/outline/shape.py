"""Where the parts of an outline row stand, and how its text breaks into lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.levels import Level

PAD = 6  # above and below the text, inside the band of a selected row
RIGHT = 14  # from the year strip to the right edge, beside the scroll bar
BAND = 12  # from the left edge to the band of a chosen row
BAND_RIGHT = 6
YEAR_WIDTH = 106
_WORDS_BEYOND = 14  # how far the words over the strip may reach to its left
_WIDEST_NUMBER = 160
_LEAST_TEXT = 80
_LEAST_BESIDE = 180  # with less room for its text, a row shows its year below


@dataclass(frozen=True, slots=True)
class RowShape:
    """The parts of a row in pixels, from the top left corner of the row."""

    height: int
    band: QRect
    chevron: QRect
    number: QRect
    text: QRect
    year: QRect
    sign: QRect


@dataclass(frozen=True, slots=True)
class RowWords:
    """What is written in the three columns of a row."""

    number: str
    text: str
    year: str = ""


def shape_of(level: Level, words: RowWords, width: int, gap: int, warned: bool) -> RowShape:
    """Return where the parts of a row stand in a view `width` pixels wide, `gap` above it free.

    A row that is `warned` has room for a sign between its text and its year.
    """
    return _shape_of(level, words, width, gap, warned, theme().scale)


def ghost_shape(level: Level, text: str, width: int, gap: int) -> RowShape:
    """Return where the parts of a row that adds stand: a plus and its words."""
    px = theme().px
    left, line = px(level.number_left), theme().line_height("text")
    room = max(width - px(RIGHT) - left - px(24), px(_LEAST_TEXT))
    height = line_count(text, "text", room) * line
    top = gap + px(PAD)
    return RowShape(
        height=top + height + px(PAD),
        band=QRect(px(BAND), gap, width - px(BAND + BAND_RIGHT), height + 2 * px(PAD)),
        chevron=QRect(),
        number=QRect(left, top, px(16), line),
        text=QRect(left + px(24), top, room, height),
        year=QRect(),
        sign=QRect(),
    )


def number_role(level: Level) -> str:
    """Return the letter that fits a number, chosen or not: chosen ones are heavier."""
    return "objective" if level.role == "objective" else "goal"


def line_count(text: str, role: str, width: int) -> int:
    """Return in how many lines a text breaks at a width in pixels; one when it is empty."""
    return _line_count(text, role, width, theme().scale)


def text_width(text: str, role: str) -> int:
    """Return how wide a text is in one line, in pixels, rounded up."""
    return _text_width(text, role, theme().scale)


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


def forget_lines() -> None:
    """Measure all texts again from now on, because the letters are others."""
    for remembered in (_shape_of, _text_width, _line_count):
        remembered.cache_clear()


def line_top(height: float, number: int, role: str) -> float:
    """Return where a line of a text stands, in whole pixels; its editor puts it there too."""
    step = theme().line_height(role)
    return number * step + (step - height) // 2


def paint_text(
    painter: QPainter, area: QRect, text: str, role: str, color: str, right: bool = False
) -> None:
    """Draw a whole text in an area, in the letter of a role and the colour of a token."""
    painter.setPen(theme().color(color))
    wrapped(text, role, area.width(), right).draw(painter, QPointF(area.topLeft()))


def year_words_area(year: QRect) -> QRect:
    """Return where the words stand in the column at the right, over the strip."""
    return year.adjusted(-theme().px(_WORDS_BEYOND), 0, 0, 0)


def year_strip_area(year: QRect) -> QRectF:
    """Return where the strip of months stands in the column at the right."""
    height = theme().px(6)
    return QRectF(year.left(), year.bottom() + 1 - height, year.width(), height)


def _year_height(words: str) -> int:
    if not words:
        return theme().px(11)
    lines = line_count(words, "small", theme().px(YEAR_WIDTH + _WORDS_BEYOND))
    return lines * theme().line_height("small") + theme().px(14)


def _option(right: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths of the columns of a row."""

    number: tuple[int, int]
    text: tuple[int, int]
    year: tuple[int, int]
    year_is_beside: bool


def _columns(level: Level, number: str, width: int, warned: bool) -> _Columns:
    px = theme().px
    number_left = px(level.number_left)
    number_width = max(1, min(text_width(number, number_role(level)), px(_WIDEST_NUMBER)))
    text_left = max(px(level.text_left), number_left + number_width + px(10))
    right = width - px(RIGHT)
    beside = right - px(YEAR_WIDTH + 20)
    year_is_beside = level.has_year and beside - text_left >= px(_LEAST_BESIDE)
    text_right = (beside if year_is_beside else right - px(4)) - (px(22) if warned else 0)
    return _Columns(
        number=(number_left, number_width),
        text=(text_left, max(text_right - text_left, px(_LEAST_TEXT))),
        year=(right - px(YEAR_WIDTH), px(YEAR_WIDTH)),
        year_is_beside=year_is_beside,
    )


# The scale is part of what these remember, because it changes letters and lengths.
@lru_cache(maxsize=10_000)
def _shape_of(
    level: Level, words: RowWords, width: int, gap: int, warned: bool, scale: float
) -> RowShape:
    px, line = theme().px, theme().line_height(level.role)
    columns = _columns(level, words.number, width, warned)
    text_height = line_count(words.text, level.role, columns.text[1]) * line
    number_height = line_count(words.number, number_role(level), columns.number[1]) * line
    year_top = px(2) if columns.year_is_beside else text_height + px(4)
    year_height = _year_height(words.year) if level.has_year else 0
    year_bottom = year_top + year_height - px(2) if level.has_year else 0
    inner = max(text_height, number_height, year_bottom) + 2 * px(PAD)
    top = gap + px(PAD)
    sign_top, sign_left = top + (line - px(16)) // 2, sum(columns.text) + px(12)
    chevron = QRect(px(level.chevron) - px(8), sign_top, px(16), px(16))
    return RowShape(
        height=gap + inner,
        band=QRect(px(BAND), gap, width - px(BAND + BAND_RIGHT), inner),
        chevron=chevron if level.chevron else QRect(),
        number=QRect(columns.number[0], top, columns.number[1], number_height),
        text=QRect(columns.text[0], top, columns.text[1], text_height),
        year=QRect(columns.year[0], top + year_top, columns.year[1], year_height),
        sign=QRect(sign_left, sign_top, px(16), px(16)),
    )


@lru_cache(maxsize=10_000)
def _text_width(text: str, role: str, scale: float) -> int:
    layout = wrapped(text, role, 1_000_000)
    widths = [layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())]
    return int(max(widths, default=0) + 0.999)


@lru_cache(maxsize=20_000)
def _line_count(text: str, role: str, width: int, scale: float) -> int:
    return max(1, wrapped(text, role, width).lineCount())
