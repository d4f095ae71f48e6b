"""Finds out which column of the sheet holds what, from its first row."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan import calendar
from poadesk.plan.activities_sheet import COLUMNS, Column
from poadesk.plan.fields import UnreadableError
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.workbook.cells import NUMBER, TEXT
from poadesk.tracking.workbook.columns import (
    column_of,
    month_called,
    month_within,
    nearest,
)
from poadesk.tracking.workbook.problems import Place, Problems
from poadesk.tracking.workbook.sheet_rows import SheetRow
from poadesk.tracking.workbook.values import words

_ENOUGH_HEADINGS = 3
_ROWS_LOOKED_AT = 10


@dataclass(frozen=True, slots=True)
class Layout:
    """What each column of a sheet holds, by its number, and the plan's month of each month column.

    `unknown` are the columns whose headings say nothing to us.
    """

    sheet: str
    heading_row: int
    columns: dict[int, Column]
    month_of: dict[int, str]
    unknown: frozenset[int]

    def column_named(self, part: str, name: str) -> int:
        """Return the number of a column of words, or 0 where the sheet has none."""
        found = (at for at, one in self.columns.items() if (one.part, one.name) == (part, name))
        return next(found, 0)

    @property
    def last_column(self) -> int:
        """Return the number of the last column that is read."""
        return max(self.columns)


def layout_of(
    sheet: str, first_rows: Sequence[SheetRow], months: tuple[str, ...], problems: Problems
) -> Layout | None:
    """Return the layout of a sheet, or None where it has no headings that could be used.

    `first_rows` are the first rows that hold something; the first of them has the headings.
    """
    if not first_rows:
        problems.error(Place(sheet), "la hoja está vacía: la primera fila lleva los encabezados.")
        return None
    headings = first_rows[0]
    columns, unknown = _columns(sheet, headings, problems)
    if not any(one.part == "activity" and one.name in ("code", "text") for one in columns.values()):
        _report_no_headings(sheet, first_rows, columns, problems)
        return None
    month_of = _month_columns(Place(sheet, headings.number), columns, months, problems)
    found = Layout(sheet, headings.number, columns, month_of, frozenset(unknown))
    _report_gaps(found, months, problems)
    _report_order(found, months, problems)
    return found


def _columns(
    sheet: str, headings: SheetRow, problems: Problems
) -> tuple[dict[int, Column], list[int]]:
    """Return {number: column} of the headings that are ours, and the numbers of the others."""
    columns: dict[int, Column] = {}
    unknown: list[int] = []
    for at, cell in sorted(headings.cells.items()):
        column = column_of(cell.shown()) if cell.kind in (TEXT, NUMBER) else None
        if column is None:
            unknown.append(at)
        elif column in columns.values():
            first = next(number for number, one in columns.items() if one == column)
            also = Place(sheet, headings.number, first).cell
            problems.error(
                Place(sheet, headings.number, at),
                f"el encabezado “{column.heading}” ya está en {also}: deje una sola columna.",
            )
        else:
            columns[at] = column
    missing = [one.heading for one in COLUMNS if one not in columns.values()]
    for at in unknown:
        place = Place(sheet, headings.number, at)
        try:
            _report_unknown(place, words(headings.cells[at]), missing, problems)
        except UnreadableError as error:
            problems.error(place, str(error))
    return columns, unknown


def _report_unknown(place: Place, said: str, missing: list[str], problems: Problems) -> None:
    begins_with = month_within(said)
    near = begins_with.heading if begins_with else nearest(said, missing)
    month = month_called(said)
    said = said[:60]
    if month:
        problems.error(
            place,
            f"“{said}” no dice de qué es: escriba “Prog {month}”, “Ejec {month}” o la que sea.",
        )
    elif near:
        problems.error(place, f"el encabezado “{said}” no se conoce: ¿quiso decir “{near}”?")
    else:
        problems.note(place, f"el encabezado “{said}” no se conoce: esa columna no se trae.")


def _report_no_headings(
    sheet: str, rows: Sequence[SheetRow], columns: dict[int, Column], problems: Problems
) -> None:
    for row in rows[1:_ROWS_LOOKED_AT]:
        known = sum(column_of(cell.shown()) is not None for cell in row.cells.values())
        if known >= _ENOUGH_HEADINGS:
            problems.error(
                Place(sheet, row.number, min(row.cells)),
                "los encabezados están en esta fila y deben estar en la primera: "
                "borre las filas de arriba.",
            )
            return
    missing = [one.heading for one in COLUMNS if not one.month and one not in columns.values()]
    listed = ", ".join(f"“{heading}”" for heading in missing)
    problems.error(
        Place(sheet, rows[0].number, 1), f"en la primera fila faltan los encabezados {listed}."
    )


def _month_columns(
    place: Place, columns: dict[int, Column], months: tuple[str, ...], problems: Problems
) -> dict[int, str]:
    """Return {number: month of the plan}; report columns whose month the plan does not have."""
    found: dict[int, str] = {}
    for at, column in columns.items():
        if column.month:
            month = calendar.same_month_within(f"0000-{column.month:02d}", months)
            if month:
                found[at] = month
            else:
                name = calendar.MONTH_NAMES[column.month - 1]
                problems.error(
                    place._replace(column=at),
                    f"el plan no tiene un solo mes de {name}: esa columna no se puede traer.",
                )
    return found


def _families(layout: Layout) -> dict[str, dict[str, int]]:
    """Return {what is counted: {month: number of its column}}, as the sheet orders them."""
    families: dict[str, dict[str, int]] = {}
    for at, column in sorted(layout.columns.items()):
        if at in layout.month_of:
            families.setdefault(column.name, {})[layout.month_of[at]] = at
    return families


def _report_gaps(layout: Layout, months: tuple[str, ...], problems: Problems) -> None:
    """Report months without a column between others that have one; missing last ones are usual."""
    for name, at in _families(layout).items():
        upto = max(months.index(month) for month in at)
        missing = [month for month in months[:upto] if month not in at]
        begun = [month for month in missing if any(other < month for other in at)]
        if begun:
            headings = ", ".join(f"“{_heading(name, month)}”" for month in begun)
            after = next(number for month, number in sorted(at.items()) if month > begun[0])
            problems.error(
                Place(layout.sheet, layout.heading_row, after),
                f"antes de esta columna faltan los encabezados {headings}.",
            )


def _heading(name: str, month: str) -> str:
    number = int(month[5:])
    return next(one.heading for one in COLUMNS if (one.name, one.month) == (name, number))


def _report_order(layout: Layout, months: tuple[str, ...], problems: Problems) -> None:
    """Say of which year the months are that stand before the plan's first one."""
    for name, at in _families(layout).items():
        early = [month for month in at if at[month] < at.get(months[0], 0)]
        if early:
            ends = _heading(name, early[0]), _heading(name, early[-1])
            named = f"“{ends[0]}”" if len(early) == 1 else f"“{ends[0]}” a “{ends[1]}”"
            problems.note(
                Place(layout.sheet, layout.heading_row, at[early[0]]),
                f"{named} se leyó como {calendar.year(early[0])}, porque el plan empieza en "
                f"{calendar.name_with_year(months[0])}.",
            )
