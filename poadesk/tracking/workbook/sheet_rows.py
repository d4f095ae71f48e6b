"""Reads one sheet row by row: its cells, what is hidden and what is merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile

from poadesk.tracking.workbook.cells import (
    DATE,
    ERROR,
    NO_RESULT,
    NUMBER,
    TRUTH,
    Cell,
    as_date,
    as_written_date,
    text_cell,
)
from poadesk.tracking.workbook.parsing import fed, local

MOST_ROWS = 50_000
MOST_COLUMNS = 200
_CELL_NAME = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_YES = {"1", "true"}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with its cells by column, both counted from 1; empty cells are not in it."""

    number: int
    hidden: bool
    cells: dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class Surroundings:
    """What a sheet says besides its rows; complete once they have been read."""

    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Block] = field(default_factory=list)
    # The first cell beyond the limits, and how many there are.
    far_cell: tuple[int, int] = (0, 0)
    far_cells: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What every sheet of a workbook needs to be read.

    `shared` are the texts to which cells point, each a cell that is made once, however many do.
    """

    shared: Sequence[Cell | None] = ()
    date_styles: frozenset[int] = frozenset()
    from_1904: bool = False


def rows(
    packed: ZipFile,
    part: str,
    reading: Reading,
    surroundings: Surroundings,
    told: Callable[[float], object] = lambda share: None,
) -> Iterator[SheetRow]:
    """Yield the rows of a sheet that hold something, and fill in its surroundings.

    `told` is called with the share that has been read, piece by piece.
    Raises `UnreadableError` if the part is damaged.
    """
    handler = _Sheet(reading, surroundings)
    for read in fed(packed, part, handler):
        told(read)
        yield from handler.taken()


def place_in(name: str) -> tuple[int, int] | None:
    """Return (row, column) of a cell's name: `AB12` -> (12, 28); None if it is none."""
    found = _CELL_NAME.fullmatch(name)
    return (int(found[2]), _column(found[1])) if found else None


@cache
def _column(letters: str) -> int:
    """Return the number of a column; there are few enough names of up to three letters."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


class _Sheet(ContentHandler):
    """Collects the cells of the row that is being read, and the rows that are done."""

    def __init__(self, reading: Reading, surroundings: Surroundings) -> None:
        super().__init__()
        self._reading = reading
        self._around = surroundings
        self._done: list[SheetRow] = []
        self._row = self._column = 0
        self._hidden = False
        self._cells: dict[int, Cell] = {}
        self._type, self._style = "", 0
        self._has_formula = False
        self._value = ""
        self._pieces: list[str] = []
        self._takes = self._in_phonetic = False

    def taken(self) -> list[SheetRow]:
        """Hand over the rows that are done."""
        done, self._done = self._done, []
        return done

    def startElement(self, name: str, attributes: AttributesImpl) -> None:
        match local(name):
            case "c":
                self._begin_cell(attributes)
            case "v":
                self._takes = True
            case "t":
                self._takes = not self._in_phonetic
            case "f":
                self._has_formula = True
            case "row":
                self._begin_row(attributes)
            case "rPh":
                self._in_phonetic = True
            case "col" if attributes.get("hidden") in _YES:
                span = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
                self._around.hidden_columns.append(span)
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def endElement(self, name: str) -> None:
        match local(name):
            case "v" | "t":
                self._takes = False
            case "c":
                self._end_cell()
            case "row" if self._cells:
                self._done.append(SheetRow(self._row, self._hidden, self._cells))
            case "rPh":
                self._in_phonetic = False

    def characters(self, content: str) -> None:
        if self._takes:
            self._pieces.append(content)

    def _begin_row(self, attributes: AttributesImpl) -> None:
        self._row = _whole(attributes.get("r", "")) or self._row + 1
        self._column = 0
        self._hidden = attributes.get("hidden") in _YES
        self._cells = {}

    def _begin_cell(self, attributes: AttributesImpl) -> None:
        place = place_in(attributes.get("r", ""))
        self._column = place[1] if place else self._column + 1
        self._type = attributes.get("t", "n")
        self._style = _whole(attributes.get("s", ""))
        self._has_formula = False
        self._pieces = []

    def _end_cell(self) -> None:
        self._value = "".join(self._pieces)
        if not self._value and not self._has_formula:
            return
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            self._around.far_cell = self._around.far_cell if self._around.far_cells else self._at
            self._around.far_cells += 1
        elif cell := self._cell():
            self._cells[self._column] = cell

    @property
    def _at(self) -> tuple[int, int]:
        return self._row, self._column

    def _cell(self) -> Cell | None:
        if not self._value:
            # A formula that gives no text is empty; any other without a value was never computed.
            return None if self._type == "str" else Cell(NO_RESULT, "")
        match self._type:
            case "s":
                return self._shared(_whole(self._value, -1))
            case "str" | "inlineStr":
                return text_cell(self._value)
            case "e":
                return Cell(ERROR, self._value[:40])
            case "b":
                return Cell(TRUTH, "VERDADERO" if self._value == "1" else "FALSO")
            case "d":
                day = as_written_date(self._value)
                return Cell(DATE, day) if day else Cell(ERROR, self._value[:40])
        return self._number(self._value)

    def _shared(self, index: int) -> Cell | None:
        shared = self._reading.shared
        return shared[index] if 0 <= index < len(shared) else Cell(ERROR, "#?")

    def _number(self, stored: str) -> Cell:
        if self._style in self._reading.date_styles:
            day = as_date(stored, self._reading.from_1904)
            return Cell(DATE, day) if day else Cell(NUMBER, stored)
        return Cell(NUMBER, stored)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        begin, end = place_in(first), place_in(last or first)
        if begin and end and begin != end:
            self._around.merged.append(Block(*begin, *end))


def _whole(text: str, otherwise: int = 0) -> int:
    return int(text) if len(text) <= 9 and text.isascii() and text.isdigit() else otherwise
