"""The typefaces of the papers, and what becomes of characters they do not have.

`register` has to run before `reportlab.platypus` or `reportlab.lib.styles` is imported: their
default styles would otherwise bring in Helvetica, which is never embedded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from poadesk.resources import resource

LIGHT, REGULAR, ITALIC = "Plex-Light", "Plex-Regular", "Plex-Italic"
MEDIUM, SEMIBOLD = "Plex-Medium", "Plex-SemiBold"
NARROW, NARROW_ITALIC = "PlexNarrow-Regular", "PlexNarrow-Italic"
NARROW_MEDIUM, NARROW_SEMIBOLD = "PlexNarrow-Medium", "PlexNarrow-SemiBold"
FALLBACK = "DejaVu"
MISSING = "□"

_FILES = {
    LIGHT: "IBMPlexSans-Light.ttf",
    REGULAR: "IBMPlexSans-Regular.ttf",
    ITALIC: "IBMPlexSans-Italic.ttf",
    MEDIUM: "IBMPlexSans-Medium.ttf",
    SEMIBOLD: "IBMPlexSans-SemiBold.ttf",
    NARROW: "IBMPlexSansCondensed-Regular.ttf",
    NARROW_ITALIC: "IBMPlexSansCondensed-Italic.ttf",
    NARROW_MEDIUM: "IBMPlexSansCondensed-Medium.ttf",
    NARROW_SEMIBOLD: "IBMPlexSansCondensed-SemiBold.ttf",
}
# Bullets that word processors keep in the private area of their own symbol fonts.
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8●▪", "•") | {"\t": " "})
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_VARIATION = re.compile("[\ufe00-\ufe0f]")


@cache
def register() -> None:
    """Make the faces known to ReportLab, once; each face is its own family."""
    for name, file in _FILES.items():
        _register(name, resource("fonts", "plex", file).as_posix())
    rl_config.canvas_basefontname = REGULAR


def clean(text: str) -> str:
    """Return a text as it can be printed: composed, without control or bidi characters."""
    if text.isascii() and text.isprintable():
        return text
    text = _VARIATION.sub("", _LINE_END.sub("\n", unicodedata.normalize("NFC", text)))
    return "".join(filter(None, map(_printable, text.translate(_BULLETS)))).strip("\n")


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """Split a clean text in (face, piece): what the face lacks is set in the fallback."""
    known = _characters(face)
    if known.issuperset(text):
        return [(face, text)] if text else []
    pieces: list[tuple[str, str]] = []
    for char in text:
        used, char = (face, char) if char in known else _substitute(char)
        if pieces and pieces[-1][0] == used:
            pieces[-1] = (used, pieces[-1][1] + char)
        else:
            pieces.append((used, char))
    return pieces


def width(text: str, face: str, size: float) -> float:
    """Return the width of one line in points, fallback characters included."""
    return float(
        sum(pdfmetrics.stringWidth(piece, used, size) for used, piece in runs(clean(text), face))
    )


def has_all(text: str, face: str) -> bool:
    """Say whether the face has every character of a text."""
    return _characters(face).issuperset(text)


def _register(name: str, path: str) -> None:
    pdfmetrics.registerFont(TTFont(name, path))
    pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)


@cache
def _characters(face: str) -> frozenset[str]:
    font = pdfmetrics.getFont(face)
    return frozenset(map(chr, font.face.charToGlyph)) | {"\n"}


@cache
def _fallback_characters() -> frozenset[str]:
    _register(FALLBACK, resource("fonts", "dejavu", "DejaVuSans.ttf").as_posix())
    return _characters(FALLBACK)


def _substitute(char: str) -> tuple[str, str]:
    return FALLBACK, char if char in _fallback_characters() else MISSING


@cache
def _printable(char: str) -> str:
    if char == "\n":
        return char
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cf"):
        return ""
    return MISSING if kind in ("Cs", "Cn", "Co") else char
