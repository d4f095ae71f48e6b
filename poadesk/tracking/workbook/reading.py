"""Reads a workbook of activities: its lines, and what is wrong with it, cell by cell.

Nothing is written: a screen or an order shows the problems and then decides (`bringing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from zipfile import ZipFile

from poadesk.plan.activities_sheet import ACTIVITIES_SHEET, PLAN_SHEET
from poadesk.plan.fields import UnreadableError
from poadesk.plan.folding import folded
from poadesk.plan.model import Plan
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.workbook import together
from poadesk.tracking.workbook.guard import opened
from poadesk.tracking.workbook.layout import Layout, layout_of
from poadesk.tracking.workbook.lines import Line, LineReader
from poadesk.tracking.workbook.parts import Sheet, has_macros, reading_of, sheets_of
from poadesk.tracking.workbook.plan_sheet import Settings, settings_of
from poadesk.tracking.workbook.problems import ERROR, Place, Problem, Problems
from poadesk.tracking.workbook.sheet_rows import Reading, SheetRow, Surroundings, rows

MOST_LETTERS = 20_000_000
_HEADINGS_SOUGHT_IN = 10
_ANY_YEAR = Settings("2000-01", 12, "poi", {})


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was understood.

    `lines` leaves out rows that do not say of which activity they are; `settings` is None where
    nothing can be brought in at all. `problems` are in the order of the cells.
    """

    settings: Settings | None
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Say whether some cell cannot be brought in."""
        return any(problem.severity == ERROR for problem in self.problems)


def read_workbook(
    source: Path,
    stored: Sequence[Plan] = (),
    told: Callable[[float], object] = lambda share: None,
) -> Workbook:
    """Read a workbook for a file that holds the plans `stored`.

    What the workbook does not say (the first month, the profile) is that of the first of them.
    `told` is called again and again with the share of the activities that has been read.
    Raises `UnreadableError` with one Spanish sentence for what is no workbook, or a harmful one.
    """
    problems = Problems()
    with opened(source) as packed:
        book = _Book(packed, problems, told)
        settings = book.settings(stored[0] if stored else None)
        # Without a first month the cells are still judged, as if they were of any year.
        lines = book.lines(settings or _ANY_YEAR, stored)
    return Workbook(settings, tuple(lines), problems.listed())


class _Book:
    """An open workbook and the problems found in it so far."""

    def __init__(
        self, packed: ZipFile, problems: Problems, told: Callable[[float], object]
    ) -> None:
        self._packed = packed
        self._told = told
        self._problems = problems
        self._sheets = sheets_of(packed)
        self._reading: Reading = reading_of(packed)
        if has_macros(packed):
            problems.note(Place(""), "El libro trae macros: ni se ejecutaron ni se traen.")

    def settings(self, known: Plan | None) -> Settings | None:
        """Return what the sheet `Plan` says."""
        sheet = self._sheet(PLAN_SHEET)
        if sheet is None:
            return settings_of(PLAN_SHEET, None, known, self._problems)
        around = Surroundings()
        found = settings_of(
            sheet.name,
            rows(self._packed, sheet.part, self._reading, around),
            known,
            self._problems,
        )
        self._report_hidden(sheet)
        return found

    def lines(self, settings: Settings, stored: Sequence[Plan]) -> list[Line]:
        """Return the lines of the sheet `Actividades`."""
        sheet = self._sheet(ACTIVITIES_SHEET)
        if sheet is None:
            self._report_no_sheet()
            return []
        self._report_hidden(sheet)
        around = Surroundings()
        below = rows(self._packed, sheet.part, self._reading, around, self._told)
        first = list(islice(below, _HEADINGS_SOUGHT_IN))
        layout = layout_of(sheet.name, first, settings.months, self._problems)
        lines: list[Line] = []
        if layout:
            read, hidden = self._read(layout, chain(first[1:], below))
            lines = self._judged(read, layout, around, stored)
            together.report_hidden(hidden, layout, around, self._problems)
        together.report_far_cells(sheet.name, around, self._problems)
        return lines

    def _read(self, layout: Layout, below: Iterator[SheetRow]) -> tuple[list[Line], list[int]]:
        """Return the lines below the headings and the numbers of hidden rows."""
        reader = LineReader(layout, self._problems)
        lines: list[Line] = []
        hidden: list[int] = []
        letters = 0
        for row in below:
            # Also of a row that says of no activity: reading its cells takes as long.
            letters += sum(len(cell.content) for cell in row.cells.values())
            if letters > MOST_LETTERS:
                raise UnreadableError("El libro tiene demasiado texto: tráigalo por partes.")
            if row.hidden:
                hidden.append(row.number)
            if line := reader.line(row):
                lines.append(line)
        reader.report_columns()
        together.report_spellings(reader.spellings, layout, self._problems)
        lines.sort(key=lambda line: line.row)
        return lines, hidden

    def _judged(
        self, lines: list[Line], layout: Layout, around: Surroundings, stored: Sequence[Plan]
    ) -> list[Line]:
        if not lines and not self._problems.errors:
            self._problems.error(
                Place(layout.sheet, layout.heading_row + 1, 1), "no hay ninguna actividad."
            )
        kept = together.without_merged(lines, layout, around, self._problems)
        only_unit = stored[0].unit if len(stored) == 1 else None
        kept = together.with_units(kept, layout, only_unit, self._problems)
        kept = together.without_repeated(kept, layout, self._problems)
        together.report_other_texts(kept, layout, self._problems)
        return kept

    def _sheet(self, name: str) -> Sheet | None:
        wanted = folded(name)
        same = (sheet for sheet in self._sheets if folded(sheet.name.strip()) == wanted)
        return next(same, None)

    def _report_no_sheet(self) -> None:
        there = ", ".join(f"“{sheet.name[:31]}”" for sheet in self._sheets[:10]) or "ninguna"
        self._problems.error(
            Place(ACTIVITIES_SHEET), f"falta esta hoja; las que tiene el libro son: {there}."
        )

    def _report_hidden(self, sheet: Sheet) -> None:
        if sheet.hidden:
            self._problems.note(Place(sheet.name), "la hoja estaba oculta: se leyó como las demás.")
