"""What a workbook holds: its sheets by name, and what is needed to read their cells."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile

from poadesk.quick_dataclass import dataclass
from poadesk.tracking.workbook.cells import Cell, text_cell
from poadesk.tracking.workbook.parsing import Attributes, elements, fed, local
from poadesk.tracking.workbook.sheet_rows import Reading

_WORKBOOK = "xl/workbook.xml"
_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
_HIDDEN = {"hidden", "veryHidden"}
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
# What stands in quotes, brackets or after a backslash in a number format is only shown.
_SHOWN_ONLY = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|General', re.IGNORECASE)
_DATE_LETTER = re.compile("[dmyhs]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the name a person sees, and the part of the file that holds it."""

    name: str
    part: str
    hidden: bool


def sheets_of(packed: ZipFile) -> list[Sheet]:
    """Return the sheets of cells in their order; raise `UnreadableError` if it is damaged."""
    targets = _links(packed, "worksheet")
    return [
        Sheet(sheet.get("name", ""), targets[sheet["id"]], sheet.get("state") in _HIDDEN)
        for _, sheet in elements(packed, _WORKBOOK, "sheet")
        if targets.get(sheet.get("id", "")) in packed.NameToInfo
    ]


def reading_of(packed: ZipFile) -> Reading:
    """Return what the cells need: the shared texts, the styles of dates, how days are counted."""
    properties = elements(packed, _WORKBOOK, "workbookPr")
    return Reading(
        shared=_shared(packed),
        date_styles=_date_styles(packed),
        from_1904=any(one.get("date1904") in ("1", "true") for _, one in properties),
    )


def has_macros(packed: ZipFile) -> bool:
    """Say whether the workbook carries macros, which are never run."""
    return "xl/vbaProject.bin" in packed.NameToInfo


def _links(packed: ZipFile, kind: str) -> dict[str, str]:
    """Return {id: part} of the parts of a kind that the workbook points to."""
    return {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.get("Target", "")))[1:]
        for _, link in elements(packed, _RELATIONSHIPS, "Relationship")
        if link.get("Type", "").endswith(f"/{kind}")
    }


def _date_styles(packed: ZipFile) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a date or a time."""
    dates = set(map(str, _DATES))
    styles: list[bool] = []
    for name, values in _styles(packed):
        if name == "numFmt":
            if _DATE_LETTER.search(_SHOWN_ONLY.sub("", values.get("formatCode", ""))):
                dates.add(values.get("numFmtId", ""))
        elif name == "xf":
            styles.append(values.get("numFmtId") in dates)
        else:
            styles = []  # The formats of named styles come first; cells point to the others.
    return frozenset(index for index, is_date in enumerate(styles) if is_date)


def _styles(packed: ZipFile) -> Iterator[tuple[str, Attributes]]:
    for part in _links(packed, "styles").values():
        yield from elements(packed, part, "numFmt", "cellStyleXfs", "cellXfs", "xf")


def _shared(packed: ZipFile) -> list[Cell | None]:
    handler = _SharedTexts()
    for part in _links(packed, "sharedStrings").values():
        if part in packed.NameToInfo:
            for _ in fed(packed, part, handler):
                pass
    return handler.cells


class _SharedTexts(ContentHandler):
    """The texts that cells share, each put together from its pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[Cell | None] = []
        self._pieces: list[str] = []
        self._takes = self._in_phonetic = False

    def startElement(self, name: str, attributes: AttributesImpl) -> None:
        match local(name):
            case "si":
                self._pieces = []
            case "rPh":
                self._in_phonetic = True
            case "t":
                self._takes = not self._in_phonetic

    def endElement(self, name: str) -> None:
        match local(name):
            case "si":
                self.cells.append(text_cell("".join(self._pieces)))
            case "rPh":
                self._in_phonetic = False
            case "t":
                self._takes = False

    def characters(self, content: str) -> None:
        if self._takes:
            self._pieces.append(content)
