"""The schedule: activities by months, under the objective they belong to."""

from __future__ import annotations

from functools import partial

from poadesk.plan.profiles import profile_of
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, Look
from poadesk.printing.page import Printout, title
from poadesk.printing.paper import lying
from poadesk.printing.placing import Shape
from poadesk.printing.schedule_marks import Legend, draw_marks, least_height
from poadesk.printing.schedule_shape import Columns, ScheduleHeading, columns
from poadesk.printing.schedule_table import (
    ScheduleBlock,
    ScheduleRow,
    schedule_blocks,
    schedule_windows,
)
from poadesk.printing.styles import style
from poadesk.printing.tables import Entry
from poadesk.printing.text import NBSP, bold, continued, numbered, paragraph, shortened

PAD_TOP, PAD_BOTTOM, TOP_OF_TABLE = 3.0, 4.0, 14.0
LEAST_NUMBER, REPEATED_LINES = 26.0, 3


def story(printout: Printout) -> list[Flowable]:
    """Return the heading and a table per twelve months."""
    head = title(printout, "schedule")
    blocks = schedule_blocks(printout.plan)
    if not blocks:
        words = profile_of(printout.plan.profile)
        calm = f"Todavía no se han escrito {words.activities} en este plan."
        return [*head, paragraph(style("calm"), calm)]
    grids = [_grid(printout, blocks, months) for months in schedule_windows(printout.plan)]
    for grid in grids[1:]:
        grid.spaceBefore = TOP_OF_TABLE
    return [*head, *grids]


def activity_row(row: ScheduleRow, table: Columns, marks: str) -> Row:
    """Return the row of an activity; `marks` is one of `options.MARKS`."""
    texts = [Cell(partial(_activity, row.entry))]
    if table.extra:
        texts.append(Cell(partial(_unit, row)))
    blank = [None] * (len(table.widths) - len(texts))
    paint = partial(draw_marks, row, table, marks)
    least = least_height(row, table)
    return Row([*texts, *blank], least=least, paint=paint, row_id=row.entry.id)


def _grid(printout: Printout, blocks: list[ScheduleBlock], months: tuple[str, ...]) -> Grid:
    plan, page = printout.plan, lying(printout.options.paper)
    weekly = plan.schedule_step == "week"
    table = columns(blocks, months, weekly, page.frame_width)
    profile = profile_of(plan.profile)
    heading = ScheduleHeading(table, profile.matrix_headings[2])
    shape = Shape(
        table.widths,
        page.frame_height - heading.height,
        pad_top=PAD_TOP,
        pad_bottom=PAD_BOTTOM,
    )
    name = profile.objective.capitalize()
    rows = [row for block in blocks for row in _rows(printout, block, table, name)]
    rows[-1].keep = True
    drawn = [row for block in blocks for row in block.rows]
    legend = text_cell(Legend(printout.options.marks, weekly, drawn))
    rows.append(Row([legend], span=True, line="navy", least=26))
    return Grid(rows, shape, Look(block="" if table.extra else "hair", last=""), heading)


def _rows(printout: Printout, block: ScheduleBlock, table: Columns, name: str) -> list[Row]:
    rows = [activity_row(row, table, printout.options.marks) for row in block.rows]
    entry = block.objective
    if not (entry.number or entry.text):
        return rows
    repeated = Cell(partial(_band_again, entry, name))
    for row in rows:
        row.band = repeated
    band = Cell(partial(_band, entry, name))
    heading = Row([band], span=True, keep=True, tint=True, line="rule", row_id=entry.id)
    return [heading, *rows]


def _band(entry: Entry, name: str, _width: float) -> list[Flowable]:
    label = bold(f"{name}{NBSP}{entry.number}")
    return [paragraph(style("band"), label, NBSP * 3, entry.text)]


def _band_again(entry: Entry, name: str, width: float) -> list[Flowable]:
    lead = (bold(f"{name}{NBSP}{entry.number}"), NBSP, continued(), NBSP * 3)
    return [shortened(style("band"), entry.text, width, REPEATED_LINES, *lead)]


def _activity(entry: Entry, width: float) -> list[Flowable]:
    made = numbered("activity", [(entry.number, entry.text)], width, LEAST_NUMBER)
    return list(made)


def _unit(row: ScheduleRow, _width: float) -> list[Flowable]:
    stack: list[Flowable] = []
    if row.unit.strip():
        stack.append(paragraph(style("unit"), row.unit))
    if row.target:
        stack.append(paragraph(style("target"), f"meta {row.target}"))
    return stack
