"""Reads printed papers back, for the tests."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unittest.mock import patch

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from pypdf.generic._font import Font
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from poadesk.printing.paper import FOOT_TEXT


@dataclass(frozen=True)
class Piece:
    """A piece of text on a page: its words, its baseline and size in points."""

    page: int
    text: str
    x: float
    y: float
    size: float


@lru_cache(maxsize=4)
def reader(pdf: bytes) -> PdfReader:
    """Return the file, parsed; the few that were read last are kept, for it takes long."""
    return PdfReader(io.BytesIO(pdf))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, in the order in which it was drawn."""
    return [text for text, _ in _read(pdf)]


def joined(pdf: bytes) -> str:
    """All text with every run of white space as one space."""
    return " ".join(" ".join(_seen(pdf)).split())


def words(pdf: bytes, pattern: str = r"\S+") -> Counter[str]:
    """How often each word is on the pages."""
    return Counter(word for page in _seen(pdf) for word in re.findall(pattern, page))


@lru_cache(maxsize=4)
def _seen(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as Qt reads it: in a tenth of the time, with its own lines."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    read = tuple(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return read


def pieces(pdf: bytes) -> list[Piece]:
    """Every piece of text above the footer."""
    return [piece for piece in pieces_of_page(pdf) if piece.y != FOOT_TEXT]


def pieces_of_page(pdf: bytes) -> list[Piece]:
    """Every piece of text outside the forms that hold page numbers."""
    return [piece for _, found in _read(pdf) for piece in found]


@lru_cache(maxsize=4)
def _read(pdf: bytes) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """Return the text and the pieces of each page, of one reading for all that a test asks."""
    with patch.object(Font, "from_font_resource", _FontsReadOnce()):
        return tuple(_read_page(page, number) for number, page in enumerate(reader(pdf).pages, 1))


class _FontsReadOnce:
    """Reads each font of a file once; pypdf reads all of them for every page and every form."""

    def __init__(self) -> None:
        self._read = Font.from_font_resource
        # The entry in the file is kept too, so that no other takes its place in memory.
        self._known: dict[int, tuple[DictionaryObject, Font]] = {}

    def __call__(self, entry: DictionaryObject) -> Font:
        if id(entry) not in self._known:
            self._known[id(entry)] = entry, self._read(entry)
        return self._known[id(entry)][1]


def _read_page(page: PageObject, number: int) -> tuple[str, tuple[Piece, ...]]:
    found: list[Piece] = []

    def visit(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
        scale = abs(tm[3] * cm[3]) or 1.0
        x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        # The forms of page numbers are read at their own origin, not at their place.
        if text.strip() and y != 0:
            found.append(Piece(number, text.strip(), x, y, size * scale))

    text = page.extract_text(visitor_text=visit)
    return text, tuple(found)


def font_names(pdf: bytes) -> dict[str, bool]:
    """{base font: whether it is embedded} over all objects of the file."""
    document = reader(pdf)
    result: dict[str, bool] = {}
    for number in range(1, len(document.xref[0]) + 1):
        try:
            found = IndirectObject(number, 0, document).get_object()
        except Exception as error:
            raise AssertionError(f"object {number} cannot be read") from error
        if isinstance(found, dict) and found.get("/Type") == "/Font":
            descriptor = found.get("/FontDescriptor")
            embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
            result[str(found["/BaseFont"])] = embedded
    return result
