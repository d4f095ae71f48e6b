"""The matrix of objectives, goals, activities, period, resources and indicators."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from poadesk.plan.profiles import profile_of
from poadesk.printing.block import header_block, objectives_panel, repeated_block
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, TextHeading
from poadesk.printing.page import Printout, title
from poadesk.printing.paper import BLOCK_GAP, BLOCK_TOP, Sheet, lying
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import Entry, MatrixBlock, MatrixRow, cost_of_plan, matrix
from poadesk.printing.text import (
    NBSP,
    Run,
    bold,
    continued,
    numbered,
    of_row,
    paragraph,
    shortened,
    soft,
)

WIDTHS = {
    "goal": (112.0, 122.0, 206.0, 58.0, 124.0, 90.0),
    "objective": (112.0, 150.0, 196.0, 58.0, 106.0, 90.0),
}
REPEATED_LINES = 6
# A longer code, such as that of a POI, would leave the words beside it too little room.
WIDEST_CODE = 0.3


def sheet(printout: Printout) -> Sheet:
    """Return the sheet of the pages after the first, lowered by the repeated header block."""
    page = lying(printout.options.paper)
    block = repeated_block(printout.plan, page.frame_width, page.frame_height)
    height = block.wrap(page.frame_width, page.frame_height)[1]
    return lying(printout.options.paper, BLOCK_TOP + height + BLOCK_GAP)


def story(printout: Printout) -> list[Flowable]:
    """Return heading, header block, objectives and the matrix itself."""
    plan, page = printout.plan, lying(printout.options.paper)
    block = header_block(plan, page.frame_width, page.frame_height)
    panel = objectives_panel(plan, page.frame_width, sheet(printout).frame_height)
    result = [*title(printout, "matrix"), block, *([panel] if panel else [])]
    if plan.objectives:
        result.append(_grid(printout))
    else:
        words = f"Todavía no se han escrito {profile_of(plan.profile).objectives} en este plan."
        calm = paragraph(style("calm"), words)
        calm.spaceBefore = 12
        result.append(calm)
    return result


def _grid(printout: Printout) -> Grid:
    plan, page = printout.plan, sheet(printout)
    widths = WIDTHS[printout.options.rows]
    scale = page.frame_width / sum(widths)
    shape = Shape(tuple(width * scale for width in widths), page.frame_height - 20)
    headings = profile_of(plan.profile).matrix_headings
    heading = TextHeading(
        [text_cell(paragraph(style("heading"), words)) for words in headings], shape
    )
    rows = [row for block in matrix(plan, printout.options.rows) for row in _rows(block)]
    if cost := cost_of_plan(plan):
        rows[-1].keep = True
        words = paragraph(style("closing"), soft("Costo del plan", 8), NBSP * 3 + cost)
        rows.append(Row([text_cell(words)], span=True, line="navy"))
    grid = Grid(rows, shape, heading=heading)
    grid.spaceBefore = 10
    return grid


def objective_cell(block: MatrixBlock) -> Cell:
    """Return the cell of an objective, one for all of its rows."""
    make = partial(_objective, block.objective, block.cost_label)
    return Cell(make, partial(_again, block.objective))


def row_cells(row: MatrixRow) -> tuple[Cell, ...]:
    """Return the cells of a row after the objective: goals, activities, period and the rest."""
    codes = [entry.number for entry in row.goals if entry.number]
    again = partial(_code_again, codes[0]) if len(codes) == 1 else None
    return (
        Cell(partial(_list, "goal", "", row.goals), again),
        Cell(partial(_list, "cell", "•", row.activities)),
        Cell(partial(_period, row.period)),
        Cell(partial(_resources, row)),
        Cell(partial(_plain_list, row.indicators)),
    )


def _rows(block: MatrixBlock) -> list[Row]:
    objective = objective_cell(block)
    rows = [Row((objective, *row_cells(row)), line="hair") for row in block.rows]
    rows[0].line = "navy"
    return rows


def _objective(entry: Entry, cost_label: str, _width: float) -> list[Flowable]:
    stack: list[Flowable] = []
    if entry.number or entry.text:
        stack.append(paragraph(style("objective"), *_code(entry.number), entry.text))
    stack += [paragraph(style("note-apart"), note) for note in entry.notes]
    if entry.cost:
        label = paragraph(style("note-apart"), cost_label)
        label.keepWithNext = True
        stack += [label, paragraph(style("cost-objective"), entry.cost)]
    return of_row(entry.id, stack)


def _again(entry: Entry, width: float) -> list[Flowable]:
    if not entry.number:
        return []
    stack: list[Flowable] = list(_code_again(entry.number, width))
    if entry.text.strip():
        kind = style("repeated")
        stack.append(shortened(kind, entry.text, width, REPEATED_LINES))
    return stack


def _code_again(number: str, _width: float) -> list[Flowable]:
    return [paragraph(style("continued"), bold(number), NBSP * 2, continued())]


def _code(number: str) -> list[str | Run]:
    return [bold(number), NBSP * 2] if number else []


def _list(kind: str, bullet: str, entries: Sequence[Entry], width: float) -> list[Flowable]:
    """Return numbered texts; one without a number gets the bullet."""
    pairs = [(entry.number or bullet, entry.text) for entry in entries]
    stack: list[Flowable] = []
    for made, entry in zip(numbered(kind, pairs, width, widest=WIDEST_CODE), entries, strict=True):
        stack += _noted(made, entry, made.style.leftIndent)
    return stack


def _plain_list(entries: Sequence[Entry], _width: float) -> list[Flowable]:
    return [flowable for entry in entries for flowable in _with_notes("cell", entry)]


def _with_notes(kind: str, entry: Entry) -> list[Flowable]:
    if not entry.text.strip():
        return of_row(entry.id, [paragraph(style("note"), note) for note in entry.notes])
    return _noted(paragraph(style(kind), entry.text), entry, 0)


def _noted(text: Flowable, entry: Entry, indent: float) -> list[Flowable]:
    stack = [text, *(paragraph(style("note", indent), note) for note in entry.notes)]
    for flowable in stack[:-1]:
        flowable.keepWithNext = True
    return of_row(entry.id, stack)


def _period(words: str, _width: float) -> list[Flowable]:
    return [paragraph(style("cell"), words)] if words.strip() else []


def _resources(row: MatrixRow, _width: float) -> list[Flowable]:
    stack: list[Flowable] = []
    for entry in row.resources:
        stack += _with_notes("cell", entry)
        if entry.cost:
            if stack and (entry.text.strip() or entry.notes):
                stack[-1].keepWithNext = True
            stack += of_row(entry.id, [paragraph(style("cost"), entry.cost)])
    if row.cost:
        stack.append(paragraph(style("cost-strong"), f"{row.cost_label} {row.cost}"))
    return stack
