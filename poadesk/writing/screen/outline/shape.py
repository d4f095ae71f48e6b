"""Where the parts of an outline row stand."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.lines import forget_lines, line_count, text_width

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
    grip: QRect
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


def shape_of(level: Level, words: RowWords, width: int, gap: int, signed: bool) -> RowShape:
    """Return where the parts of a row stand in a view `width` pixels wide, `gap` above it free.

    A row that is `signed`, warned or locked, has room for a sign between its text and its year.
    """
    return _shape_of(level, words, width, gap, signed, theme().scale)


def height_of(level: Level, words: RowWords, width: int, gap: int, signed: bool) -> int:
    """Return the height of `shape_of`, for rows that nobody looks at yet."""
    return gap + _measured(level, words, width, signed)[1].inner


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
        grip=QRect(),
        chevron=QRect(),
        number=QRect(left, top, px(16), line),
        text=QRect(left + px(24), top, room, height),
        year=QRect(),
        sign=QRect(),
    )


def number_role(level: Level) -> str:
    """Return the letter that fits a number, chosen or not: chosen ones are heavier."""
    return "objective" if level.role == "objective" else "goal"


def forget_shapes() -> None:
    """Measure everything again from now on, because the letters are others."""
    for remembered in (_shape_of, _columns):
        remembered.cache_clear()
    forget_lines()


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


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths of the columns of a row."""

    number: tuple[int, int]
    text: tuple[int, int]
    year: tuple[int, int]
    year_is_beside: bool


@lru_cache(maxsize=10_000)
def _columns(level: Level, number_width: int, width: int, signed: bool, scale: float) -> _Columns:
    px = theme().px
    number_left = px(level.number_left)
    text_left = max(px(level.text_left), number_left + number_width + px(10))
    right = width - px(RIGHT)
    beside = right - px(YEAR_WIDTH + 20)
    year_is_beside = level.has_year and beside - text_left >= px(_LEAST_BESIDE)
    text_right = (beside if year_is_beside else right - px(4)) - (px(22) if signed else 0)
    return _Columns(
        number=(number_left, number_width),
        text=(text_left, max(text_right - text_left, px(_LEAST_TEXT))),
        year=(right - px(YEAR_WIDTH), px(YEAR_WIDTH)),
        year_is_beside=year_is_beside,
    )


@dataclass(frozen=True, slots=True)
class _Heights:
    """Heights of the parts of a row, in pixels; `inner` is that of its band."""

    number: int
    text: int
    year_top: int
    year: int
    inner: int


def _measured(level: Level, words: RowWords, width: int, signed: bool) -> tuple[_Columns, _Heights]:
    px, line = theme().px, theme().line_height(level.role)
    natural, widest = text_width(words.number, number_role(level)), px(_WIDEST_NUMBER)
    number_width = max(1, min(natural, widest))
    columns = _columns(level, number_width, width, signed, theme().scale)
    text = line_count(words.text, level.role, columns.text[1]) * line
    wraps = natural > widest
    number = line * (line_count(words.number, number_role(level), widest) if wraps else 1)
    year_top = px(2) if columns.year_is_beside else text + px(4)
    year = _year_height(words.year) if level.has_year else 0
    year_bottom = year_top + year - px(2) if level.has_year else 0
    inner = max(text, number, year_bottom) + 2 * px(PAD)
    return columns, _Heights(number, text, year_top, year, inner)


# The scale is part of what these remember, because it changes letters and lengths.
@lru_cache(maxsize=1_000)
def _shape_of(
    level: Level, words: RowWords, width: int, gap: int, signed: bool, scale: float
) -> RowShape:
    px, line = theme().px, theme().line_height(level.role)
    columns, heights = _measured(level, words, width, signed)
    top = gap + px(PAD)
    sign_top, sign_left = top + (line - px(16)) // 2, sum(columns.text) + px(12)
    chevron = QRect(px(level.chevron) - px(8), sign_top, px(16), px(16))
    beside = level.chevron or level.number_left
    grip = QRect(max(px(beside) - px(24), px(BAND - 1)), sign_top, px(16), px(16))
    return RowShape(
        height=gap + heights.inner,
        band=QRect(px(BAND), gap, width - px(BAND + BAND_RIGHT), heights.inner),
        grip=grip,
        chevron=chevron if level.chevron else QRect(),
        number=QRect(columns.number[0], top, columns.number[1], heights.number),
        text=QRect(columns.text[0], top, columns.text[1], heights.text),
        year=QRect(columns.year[0], top + heights.year_top, columns.year[1], heights.year),
        sign=QRect(sign_left, sign_top, px(16), px(16)),
    )
