"""What a workbook has to be told about, each thing at its cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from poadesk.quick_dataclass import dataclass

ERROR, NOTE = "error", "note"
MOST_LISTED = 1000


class Place(NamedTuple):
    """A cell of a sheet; row and column count from 1, and 0 stands for all of them."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """Return the name of the cell within its sheet: `H17`."""
        return f"{letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.row else self.sheet


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the report: the cell, and one Spanish sentence about it.

    `severity` is "error" (what the cell says cannot be brought in) or "note" (it was, and the
    person should know how).
    """

    cell: str
    sentence: str
    severity: str = ERROR

    def __str__(self) -> str:
        return f"{self.cell}: {self.sentence}" if self.cell else self.sentence


class Problems:
    """Collects problems in any order; hands them out in the order of the sheets and their cells."""

    def __init__(self) -> None:
        self.errors = 0
        self._found: list[tuple[Place, str, str]] = []
        self._not_listed = 0
        self._sheets: dict[str, int] = {}

    def error(self, place: Place, sentence: str) -> None:
        """Report something that cannot be brought in as it is."""
        self.errors += 1
        self._report(place, sentence, ERROR)

    def note(self, place: Place, sentence: str) -> None:
        """Report something that was understood, but that the person should know."""
        self._report(place, sentence, NOTE)

    def listed(self) -> tuple[Problem, ...]:
        """Return every problem in order; of very many, the first ones and how many more."""
        return tuple(self._lines())

    def _report(self, place: Place, sentence: str, severity: str) -> None:
        self._sheets.setdefault(place.sheet, len(self._sheets))
        if len(self._found) < MOST_LISTED:
            self._found.append((place, sentence, severity))
        else:
            self._not_listed += 1

    def _lines(self) -> Iterator[Problem]:
        def order(found: tuple[Place, str, str]) -> tuple[int, int, int]:
            place = found[0]
            return self._sheets[place.sheet], place.row, place.column

        for place, sentence, severity in sorted(self._found, key=order):
            yield Problem(str(place), sentence, severity)
        if self._not_listed:
            more = f"Hay {self._not_listed:,} avisos más: corrija estos y vuelva a traer el libro."
            yield Problem("", more, ERROR if self.errors else NOTE)


def letters(column: int) -> str:
    """Return the name of a column: 1 -> `A`, 28 -> `AB`."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
