"""Turns the rows of the sheet into lines, one per activity, and reports cells that say nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from poadesk.plan.activities_sheet import Column, Name
from poadesk.plan.fields import Choice, UnreadableError
from poadesk.plan.folding import folded
from poadesk.plan.schedule import MARK
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.workbook.cells import TEXT, Cell
from poadesk.tracking.workbook.layout import Layout
from poadesk.tracking.workbook.problems import Place, Problems
from poadesk.tracking.workbook.sheet_rows import SheetRow
from poadesk.tracking.workbook.values import choice, figure, words


@dataclass(frozen=True, slots=True)
class Line:
    """What one row says of an activity.

    `objective` and `goal` are (code, text). `values` are fields of the activity and `months` of
    its months, in thousandths and cents: None is an empty cell; what is absent was not said.
    """

    row: int
    unit: str
    objective: Name
    goal: Name
    code: str
    text: str
    values: dict[str, Any]
    months: dict[str, dict[str, int | None]]


class LineReader:
    """Reads the rows below the headings, one after the other."""

    def __init__(self, layout: Layout, problems: Problems) -> None:
        self._layout = layout
        self._problems = problems
        self._numbers_as_text: dict[int, list[int]] = {}
        self._without_heading: dict[int, int] = {}
        self._unit_column = layout.column_named("unit", "unit")
        # {unit: {as it is written, with its spaces: its first row}}
        self.spellings: dict[str, dict[str, int]] = {}
        self._measure_column = layout.column_named("activity", "unit_of_measure")

    def line(self, row: SheetRow) -> Line | None:
        """Return what a row says; None for an empty one, or one that does not say of what."""
        for at in row.cells.keys() - self._layout.columns.keys() - self._layout.unknown:
            self._without_heading.setdefault(at, row.number)
        if not row.cells.keys() & self._layout.columns.keys():
            return None
        before = self._problems.errors
        names = self._names(row)
        is_named = self._problems.errors == before
        values, months = self._activity_values(row), self._months(row)
        code, text = names["activity", "code"], names["activity", "text"]
        if not is_named:
            return None
        if not (code or text):
            self._report_no_activity(row)
            return None
        unit = names["unit", "unit"]
        if unit:
            written = row.cells[self._unit_column].shown()
            self.spellings.setdefault(unit, {}).setdefault(written, row.number)
        return Line(
            row=row.number,
            unit=unit,
            objective=(names["objective", "code"], names["objective", "text"]),
            goal=(names["goal", "code"], names["goal", "text"]),
            code=code,
            text=text,
            values=values,
            months=months,
        )

    def report_columns(self) -> None:
        """Report what concerns whole columns, once all rows have been read."""
        for at, rows in self._numbers_as_text.items():
            heading = self._layout.columns[at].heading
            many = f"esta y {len(rows) - 1:,} más" if len(rows) > 1 else "esta"
            self._problems.note(
                self._place(rows[0], at),
                f"en “{heading}” hay números guardados como texto ({many}): se leyeron.",
            )
        for at, row in self._without_heading.items():
            self._problems.note(
                self._place(row, at), "hay algo en una columna sin encabezado: no se trae."
            )

    def _names(self, row: SheetRow) -> dict[tuple[str, str], str]:
        """Return the words that say whose row it is; "" for an empty cell or a missing column."""
        found = dict.fromkeys(_NAMES, "")
        for at, column in self._layout.columns.items():
            name = column.part, column.name
            if name in found and at in row.cells:
                found[name] = self._read(row, at, partial(words, lines=column.field.lines)) or ""
        return found

    def _activity_values(self, row: SheetRow) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for at, column in self._layout.columns.items():
            if column.part != "activity" or (column.part, column.name) in _NAMES:
                continue
            if not column.is_text:
                self._read_figure(row, at, column, values)
            elif value := self._read(row, at, _reader(column)):
                values[column.name] = value
        return values

    def _months(self, row: SheetRow) -> dict[str, dict[str, int | None]]:
        months: dict[str, dict[str, int | None]] = {}
        for at, month in self._layout.month_of.items():
            self._read_figure(row, at, self._layout.columns[at], months.setdefault(month, {}))
        return months

    def _read_figure(
        self, row: SheetRow, at: int, column: Column, into: dict[str, int | None]
    ) -> None:
        """Put the figure of a cell under the column's name; nothing where it cannot be read."""
        cell = row.cells.get(at)
        if cell is None:
            into[column.name] = None
        elif self._is_mark(row, cell, column):
            into[column.name] = MARK
        else:
            before = self._problems.errors
            value = self._read(row, at, partial(figure, column=column))
            if self._problems.errors == before:
                into[column.name] = value
                if cell.kind == TEXT:
                    self._numbers_as_text.setdefault(at, []).append(row.number)

    def _is_mark(self, row: SheetRow, cell: Cell, column: Column) -> bool:
        """Say whether a cell is the X of an activity without a unit of measure."""
        is_planned = column.name == "planned_thousandths" and cell.kind == TEXT
        return is_planned and folded(cell.content.strip()) == "x" and not self._measure(row)

    def _measure(self, row: SheetRow) -> Cell | None:
        return row.cells.get(self._measure_column)

    def _read(self, row: SheetRow, at: int, read: Callable[[Cell | None], Any]) -> Any:
        """Read a cell, or report why it cannot be read and return None."""
        try:
            return read(row.cells.get(at))
        except UnreadableError as error:
            self._problems.error(self._place(row.number, at), str(error))
            return None

    def _report_no_activity(self, row: SheetRow) -> None:
        at = self._layout.column_named("activity", "text") or min(row.cells)
        place = self._place(row.number, at)
        self._problems.error(place, "falta la actividad: escriba su nombre o su código.")

    def _place(self, row: int, at: int) -> Place:
        return Place(self._layout.sheet, row, at)


_NAMES = (
    ("unit", "unit"),
    ("objective", "code"),
    ("objective", "text"),
    ("goal", "code"),
    ("goal", "text"),
    ("activity", "code"),
    ("activity", "text"),
)


def _reader(column: Column) -> Callable[[Cell | None], str]:
    field = column.field
    if isinstance(field, Choice):
        return partial(choice, field=field)
    return words
