"""The cronograma of the institution: how much each month holds, and the activities of all units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from poadesk.plan import calendar
from poadesk.plan.consolidated.summary import Summary, UnitFigures
from poadesk.plan.model import Plan
from poadesk.plan.profiles import Profile, profile_of
from poadesk.plan.schedule import planned
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.consolidated.document import (
    Chapter,
    heading,
    note_chapter,
    plan_name,
    received_words,
    unit_name,
)
from poadesk.printing.consolidated.tables import Column, Line, table
from poadesk.printing.engine import Canvas, Flowable, PageBreak
from poadesk.printing.grid import Grid, Look
from poadesk.printing.paper import Sheet, lying
from poadesk.printing.placing import Shape
from poadesk.printing.report_heading import fill_band
from poadesk.printing.schedule import PAD_BOTTOM, PAD_TOP, TOP_OF_TABLE, activity_row
from poadesk.printing.schedule_marks import Legend
from poadesk.printing.schedule_shape import Columns, ScheduleHeading, columns
from poadesk.printing.schedule_table import (
    MONTHS_IN_A_TABLE,
    ScheduleBlock,
    ScheduleRow,
    schedule_blocks,
)
from poadesk.printing.styles import style
from poadesk.printing.text import NBSP, bold, continued, paragraph, shortened

SCHEDULE = Chapter("schedule", "Cronograma general")
CALM = "Todavía no hay nada que programar: ninguna unidad ha escrito sus actividades."
REPEATED_LINES = 2
GoOn = Callable[[], None]


def schedule_pages(summary: Summary, paper: str, marks: str, went_on: GoOn) -> list[Flowable]:
    """Return the counts by month and the activities of all units, on lying paper.

    `went_on` is called after each unit, and may raise to stop.
    """
    sheet, words = lying(paper), profile_of(summary.front.profile)
    head = heading(SCHEDULE, _words(summary, words))
    blocks = []
    for one in summary.figures:
        blocks.append((one, schedule_blocks(one.plan)))
        went_on()
    if not any(some for _, some in blocks):
        return [*head, paragraph(style("calm"), CALM)]
    grids = [_grid(blocks, months, words, sheet, marks) for months in _windows(summary)]
    for grid in grids[1:]:
        grid.spaceBefore = TOP_OF_TABLE
    return [*head, *_counts(summary, words, sheet), PageBreak(), *grids]


def _words(summary: Summary, words: Profile) -> str:
    activities = words.noun("activity").counted(summary.activities)
    entity = summary.front.entity.strip().rstrip(".")
    return f"{plan_name(summary.front)}. {entity}, {received_words(summary)}, {activities}."


def _windows(summary: Summary) -> list[tuple[str, ...]]:
    """Return the months of each table: twelve at a time, later ones only where they are used."""
    months = summary.months
    used = {
        month
        for one in summary.figures
        for activity in one.plan.activities()
        for month in planned(activity)
    }
    parts = [months[at : at + MONTHS_IN_A_TABLE] for at in range(0, len(months), MONTHS_IN_A_TABLE)]
    return [part for at, part in enumerate(parts) if at == 0 or used & set(part)]


def _counts(summary: Summary, words: Profile, sheet: Sheet) -> list[Flowable]:
    """Return a table of how many activities each unit has in each month, twelve at a time."""
    made: list[Flowable] = []
    for at in range(0, len(summary.months), MONTHS_IN_A_TABLE):
        months = slice(at, at + MONTHS_IN_A_TABLE)
        has_years = len(calendar.years(summary.months)) > 1
        names = [_month_name(month, has_years) for month in summary.months[months]]
        shown = [Column(words.unit.upper(), 1.0), *map(Column, names), Column("ACTIVIDADES")]
        lines = [_line(one, months) for one in summary.figures]
        total = [f"{count:,}" for count in summary.by_month[months]]
        lines.append(Line(("Total", *total, f"{summary.activities:,}"), strong=True))
        grid = table(shown, lines, sheet.frame_width, sheet.frame_height)
        grid.spaceBefore = TOP_OF_TABLE if made else 0
        made.append(grid)
    return made


def _month_name(month: str, with_year: bool) -> str:
    name = calendar.short_name(month)
    return f"{name}\n{calendar.year(month)}" if with_year else name


def _line(one: UnitFigures, months: slice) -> Line:
    counts = [f"{count:,}" if count else "" for count in one.by_month[months]]
    return Line((unit_name(one.plan), *counts, f"{one.activities:,}"))


def _grid(
    units: Sequence[tuple[UnitFigures, list[ScheduleBlock]]],
    months: tuple[str, ...],
    words: Profile,
    sheet: Sheet,
    marks: str,
) -> Grid:
    blocks = [block for _, some in units for block in some]
    shown = columns(blocks, months, weekly=False, width=sheet.frame_width)
    title = ScheduleHeading(shown, words.matrix_headings[2])
    shape = Shape(
        shown.widths,
        sheet.frame_height - title.height,
        pad_top=PAD_TOP,
        pad_bottom=PAD_BOTTOM,
    )
    rows = [
        row
        for at, (one, some) in enumerate(units)
        if some
        for row in _rows(one.plan, at, some, shown, words, marks)
    ]
    rows[-1].keep = True
    drawn: list[ScheduleRow] = [row for block in blocks for row in block.rows]
    legend = text_cell(Legend(marks, False, drawn))
    rows.append(Row([legend], span=True, line="navy", least=26))
    return Grid(rows, shape, Look(block="" if shown.extra else "hair", last=""), title)


def _rows(
    plan: Plan, at: int, blocks: Sequence[ScheduleBlock], shown: Columns, words: Profile, marks: str
) -> list[Row]:
    """Return the band of a unit and its activities, in the order of its plan."""
    count = words.noun("activity").counted(sum(len(block.rows) for block in blocks))
    name = unit_name(plan)
    rows = [activity_row(row, shown, marks) for block in blocks for row in block.rows]
    again = Cell(partial(_band_again, name))
    for row in rows:
        row.band = again
    band = Cell(partial(_band, name, count))
    chapter = Chapter(f"schedule-unit-{shown.months[0]}-{at}", name, 1)
    first = Row(
        [band],
        span=True,
        keep=True,
        line="navy",
        ground=fill_band,
        paint=partial(_note, chapter),
    )
    return [first, *rows]


def _note(chapter: Chapter, canvas: Canvas, *_place: object) -> None:
    note_chapter(canvas, chapter)


def _band(name: str, count: str, _width: float) -> list[Flowable]:
    return [paragraph(style("band"), bold(name), NBSP * 3, count)]


def _band_again(name: str, width: float) -> list[Flowable]:
    lead = (continued(), NBSP * 2)
    return [shortened(style("band"), name, width, REPEATED_LINES, *lead)]
