"""The strategic lines to which the plan answers, with their source and programmes."""

from __future__ import annotations

from functools import partial

from poadesk.printing.cells import Cell, Row
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, Look
from poadesk.printing.page import Printout, title
from poadesk.printing.paper import upright
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import Entry, strategic_lines
from poadesk.printing.text import NBSP, bold, continued, numbered, paragraph

CALM = "Todavía no se han escrito las líneas estratégicas de este plan."
NUMBER_WIDTH = 72.0
LABEL = "Línea estratégica"


def story(printout: Printout) -> list[Flowable]:
    """Return the heading, the source and a row per strategic line."""
    plan = printout.plan
    result = title(printout, "lines")
    if plan.strategy_source.strip():
        result.append(paragraph(style("source"), plan.strategy_source))
    if plan.strategic_lines:
        result.append(_grid(printout))
    elif not plan.strategy_source.strip():
        result.append(paragraph(style("calm"), CALM))
    return result


def _grid(printout: Printout) -> Grid:
    sheet = upright(printout.options.paper)
    shape = Shape(
        (NUMBER_WIDTH, sheet.frame_width - NUMBER_WIDTH),
        sheet.frame_height,
        pad_x=0,
        pad_top=9,
        pad_bottom=16,
        pad_right=0,
    )
    rows = [_row(*line) for line in strategic_lines(printout.plan)]
    return Grid(rows, shape, Look(top="navy", end="", last="", columns="", block=""))


def _row(line: Entry, objective: str, programmes: tuple[Entry, ...]) -> Row:
    cells = (
        Cell(partial(_number, line.number), again=partial(_again, line.number)),
        Cell(partial(_words, line.text, objective, programmes)),
    )
    return Row(cells, line="navy", row_id=line.id)


def _number(number: str, _width: float) -> list[Flowable]:
    return [paragraph(style("label"), LABEL), paragraph(style("line-number"), number)]


def _again(number: str, _width: float) -> list[Flowable]:
    return [paragraph(style("label"), bold(number), NBSP, continued())]


def _words(
    name: str, objective: str, programmes: tuple[Entry, ...], width: float
) -> list[Flowable]:
    stack: list[Flowable] = [paragraph(style("line-name"), name)] if name.strip() else []
    if objective.strip():
        stack.append(paragraph(style("line-text"), objective))
    pairs = [(row.number.strip(), row.text) for row in programmes if row.number or row.text]
    return [*stack, *numbered("programme", pairs, width)]
