"""Tests of colours, letters and style sheet."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from poadesk.widgets.style_sheet import style_sheet
from poadesk.widgets.theme import DARK, LIGHT, SCALES, Tokens, theme

# Every pair of words on ground that the widgets use.
_ON_PANELS = [
    (words, ground)
    for words in ("text", "text2", "text3")
    for ground in ("window", "sidebar", "surface", "hover")
]
_PAIRS = [
    *_ON_PANELS,
    ("text", "soft"),
    ("text2", "soft"),
    ("text", "bar"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "hover"),
    ("accent", "soft"),
    ("on_fill", "fill"),
    ("on_fill", "fill_hover"),
    ("on_fill", "fill_pressed"),
    ("bar_text", "bar"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("warn", "surface"),
    ("warn", "warn_soft"),
    ("bad", "surface"),
    ("bad", "bad_soft"),
    ("text2", "neutral"),
    ("window", "text"),
    ("notice_action", "text"),
    ("paper_text", "paper"),
    ("paper_text", "mark"),
    ("paper_text", "finding"),
]


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(scope="module")
def dressed_once(qapp: QApplication) -> QApplication:
    theme().apply(qapp)
    return qapp


@pytest.fixture
def dressed(dressed_once: QApplication) -> Iterator[QApplication]:
    yield dressed_once
    theme().set_scale(1.0)
    theme().set_dark(None)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), _PAIRS)
def test_words_can_be_read_on_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_fields_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.field, tokens.surface) >= 3


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_open_places(tokens: Tokens, scale: float) -> None:
    sheet = style_sheet(tokens, scale)
    assert "$" not in sheet
    assert "-1px" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_shipped_letter_is_used(dressed: QApplication) -> None:
    assert QFontInfo(theme().font("text")).family() == "Inter"


def test_figures_are_of_equal_width(dressed: QApplication) -> None:
    assert theme().font("grid").featureValue(QFont.Tag("tnum")) == 1


def test_letters_grow_with_the_text_size(dressed: QApplication) -> None:
    theme().set_scale(1.5)
    assert theme().font("text").pixelSize() == 21
    assert theme().line_height("text") == 30
    assert dressed.font().pixelSize() == theme().px(13)


def test_a_text_size_outside_the_table_is_refused(dressed: QApplication) -> None:
    with pytest.raises(ValueError, match="2"):
        theme().set_scale(2.0)


def test_turning_dark_changes_palette_and_tells_once(dressed: QApplication) -> None:
    told: list[str] = []
    theme().changed.connect(lambda: told.append(theme().tokens.name))
    theme().set_dark(True)
    theme().set_dark(True)
    assert told == ["dark"]
    assert dressed.palette().window().color().name().upper() == DARK.window
    assert DARK.surface in dressed.styleSheet()
