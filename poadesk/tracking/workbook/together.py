"""Judges the lines of a workbook together: repeated activities, units, merged and hidden cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from poadesk.plan.activities_sheet import KnownActivities
from poadesk.plan.folding import same_words
from poadesk.tracking.workbook.layout import Layout
from poadesk.tracking.workbook.lines import Line
from poadesk.tracking.workbook.problems import Place, Problems, letters
from poadesk.tracking.workbook.sheet_rows import MOST_COLUMNS, MOST_ROWS, Surroundings
from poadesk.tracking.workbook.values import short


def without_merged(
    lines: Sequence[Line], layout: Layout, around: Surroundings, problems: Problems
) -> list[Line]:
    """Return the lines without those in merged cells, which are reported."""
    rows = [line.row for line in lines]
    out: set[int] = set()
    for block in around.merged:
        first, last = bisect_left(rows, block.first_row), bisect_right(rows, block.last_row)
        is_heading = block.first_row <= layout.heading_row
        if block.first_column > layout.last_column or not (first < last or is_heading):
            continue
        out.update(range(first, last))
        corner = f"{letters(block.last_column)}{block.last_row}"
        place = Place(layout.sheet, block.first_row, block.first_column)
        problems.error(
            place,
            f"las celdas {place.cell}:{corner} están combinadas: sepárelas y escriba en cada "
            "fila lo que le toca.",
        )
    return [line for index, line in enumerate(lines) if index not in out]


def without_repeated(lines: Sequence[Line], layout: Layout, problems: Problems) -> list[Line]:
    """Return the lines without those that repeat an activity of their unit, which are reported."""
    known: KnownActivities[Line] = KnownActivities()
    result: list[Line] = []
    for line in lines:
        first = known.first(line, line.unit, line.objective, line.goal, line.code, line.text)
        if first is line:
            result.append(line)
            continue
        column = layout.column_named("activity", "code" if line.code else "text")
        problems.error(
            Place(layout.sheet, line.row, column),
            f"la actividad “{short(line.code or line.text)}” ya está en la fila {first.row} "
            "con la misma unidad.",
        )
    return result


def with_units(
    lines: Sequence[Line], layout: Layout, only_unit: str | None, problems: Problems
) -> list[Line]:
    """Return the lines that have a unit; without any, they are of the file's `only_unit`."""
    column = layout.column_named("unit", "unit")
    if any(line.unit for line in lines):
        for line in lines:
            if not line.unit:
                problems.error(Place(layout.sheet, line.row, column), "falta la unidad.")
        return [line for line in lines if line.unit]
    if column and not lines:
        return []
    place = Place(layout.sheet, layout.heading_row, column or 1)
    if only_unit is None:
        problems.error(place, "falta la “Unidad”, que dice de quién es cada actividad.")
    elif lines:
        problems.note(place, f"el libro no dice la unidad: se tomó “{only_unit}”.")
    return list(lines)


def report_spellings(
    spellings: dict[str, dict[str, int]], layout: Layout, problems: Problems
) -> None:
    """Report units written two ways. `spellings` is {unit: {as it is written: its first row}}."""
    column = layout.column_named("unit", "unit")
    for unit, rows in spellings.items():
        if len(rows) > 1:
            place = Place(layout.sheet, max(rows.values()), column)
            problems.note(
                place, f"“{unit}” está escrita con distintos espacios: se tomó como una sola."
            )
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for unit in spellings:
        alike["".join(same_words(unit).split())].append(unit)
    for units in alike.values():
        for one, other in pairwise(units):
            row = min(spellings[other].values())
            problems.note(
                Place(layout.sheet, row, column),
                f"“{one}” y “{other}” se parecen: son dos planes distintos. Si es la misma "
                "unidad, escríbala igual.",
            )


def report_other_texts(lines: Sequence[Line], layout: Layout, problems: Problems) -> None:
    """Report objectives and actions whose code comes with two texts: the first one is kept."""
    first: dict[tuple[str, ...], Line] = {}
    for line in lines:
        objective = (line.unit, same_words(line.objective[0]))
        keys = {"objective": objective, "goal": (*objective, same_words(line.goal[0]))}
        for part, key in keys.items():
            code, text = getattr(line, part)
            if not code or not text:
                continue
            other = first.setdefault((part, *key), line)
            if getattr(other, part)[1] != text:
                problems.note(
                    Place(layout.sheet, line.row, layout.column_named(part, "text")),
                    f"“{short(code)}” tiene otro texto en la fila {other.row}: se deja aquel.",
                )


def report_hidden(
    hidden_rows: Sequence[int], layout: Layout, around: Surroundings, problems: Problems
) -> None:
    """Say which rows and columns were hidden; they were read like the others."""
    if hidden_rows:
        problems.note(
            Place(layout.sheet, hidden_rows[0], 1),
            f"estaban ocultas las filas {_spans(hidden_rows)}: se leyeron como las demás.",
        )
    for at, column in sorted(layout.columns.items()):
        if any(first <= at <= last for first, last in around.hidden_columns):
            problems.note(
                Place(layout.sheet, layout.heading_row, at),
                f"la columna “{column.heading}” estaba oculta: se leyó como las demás.",
            )


def report_far_cells(sheet: str, around: Surroundings, problems: Problems) -> None:
    """Report cells beyond what a sheet of activities can need; they are not read."""
    if around.far_cells:
        more = f" y {around.far_cells - 1:,} celdas más" if around.far_cells > 1 else ""
        problems.error(
            Place(sheet, *around.far_cell),
            f"esta celda{more} está fuera de las {MOST_ROWS:,} filas y {MOST_COLUMNS} columnas "
            "que se leen: bórrela.",
        )


def _spans(numbers: Sequence[int]) -> str:
    """Say numbers in order with their runs together: `3, 7 a 9`."""
    breaks = [0, *(i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1] + 1)]
    runs = [numbers[a:b] for a, b in pairwise([*breaks, len(numbers)])]
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} a {run[-1]}" for run in runs[:10]]
    return ", ".join(said) + (" y otras" if len(runs) > len(said) else "")
