"""The matrix of the institution: a strategic line, or an objective, with what each unit does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from poadesk.plan.consolidated.by_line import Group, UnitPart
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.consolidated.document import Chapter, ChapterMark, unit_name
from poadesk.printing.engine import CondPageBreak, Flowable
from poadesk.printing.grid import Grid, TextHeading
from poadesk.printing.matrix import objective_cell, row_cells
from poadesk.printing.paper import lying
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import MatrixBlock, matrix
from poadesk.printing.text import NBSP, bold, continued, paragraph, shortened

# Unit, objective, goals, activities, period, resources, indicator.
WIDTHS = (82.0, 104.0, 108.0, 180.0, 56.0, 100.0, 82.0)
LEAST_BEGUN, REPEATED_LINES = 170.0, 4
NO_ONE = "Ninguna unidad responde todavía a esta línea."


def line_matrices(
    groups: Sequence[Group], noun: str, paper: str, went_on: Callable[[], None]
) -> tuple[list[Chapter], list[Flowable]]:
    """Return the chapters and the pages of the groups, on lying paper.

    `noun` is what a group is called before its number; `went_on` is called after each, and may
    raise to stop.
    """
    chapters: list[Chapter] = []
    story: list[Flowable] = []
    known: dict[str, dict[str, MatrixBlock]] = {}
    for at, group in enumerate(groups):
        title = f"{noun} {group.number}" if group.number else ""
        chapter = Chapter(f"group-{at}", "  ".join(filter(None, (title, group.name))) or noun)
        chapters.append(chapter)
        story += [CondPageBreak(LEAST_BEGUN), *_group(group, chapter, title, paper, known)]
        went_on()
    return chapters, story


def _group(
    group: Group,
    chapter: Chapter,
    title: str,
    paper: str,
    known: dict[str, dict[str, MatrixBlock]],
) -> list[Flowable]:
    name = [bold(title), NBSP * 2, group.name] if title else [group.name or chapter.title]
    head = paragraph(style("part"), *name)
    head.keepWithNext = True
    made: list[Flowable] = [ChapterMark(chapter), head]
    if group.objective:
        made.append(paragraph(style("source"), group.objective))
    if not group.parts:
        return [*made, paragraph(style("calm"), NO_ONE)]
    for part in group.parts:
        if part.plan.id not in known:
            known[part.plan.id] = _blocks(part.plan)
    return [*made, _grid(group.parts, paper, known)]


def _grid(parts: Sequence[UnitPart], paper: str, known: dict[str, dict[str, MatrixBlock]]) -> Grid:
    sheet = lying(paper)
    scale = sheet.frame_width / sum(WIDTHS)
    widths = tuple(width * scale for width in WIDTHS)
    headings = ("UNIDAD", *profile_of(parts[0].plan.profile).matrix_headings)
    shape = Shape(widths, sheet.frame_height - 20, pad_x=5, pad_right=5)
    heading = TextHeading(
        [text_cell(paragraph(style("heading"), words)) for words in headings], shape
    )
    rows = [row for part in parts for row in _rows(part, known[part.plan.id])]
    return Grid(rows, shape, heading=heading)


def _rows(part: UnitPart, blocks: dict[str, MatrixBlock]) -> list[Row]:
    unit = Cell(partial(_unit, unit_name(part.plan)), partial(_unit_again, unit_name(part.plan)))
    rows: list[Row] = []
    for objective in part.objectives:
        block = blocks[objective.id]
        cell = objective_cell(block)
        own = [Row((unit, cell, *row_cells(row))) for row in block.rows]
        own[0].line = "rule"
        rows += own
    rows[0].line = "navy"
    return rows


def _blocks(plan: Plan) -> dict[str, MatrixBlock]:
    """Return the rows of each objective of a plan by its id."""
    return {row.id: block for row, block in zip(plan.objectives, matrix(plan), strict=True)}


def _unit(name: str, _width: float) -> list[Flowable]:
    return [paragraph(style("matrix-unit"), name)]


def _unit_again(name: str, width: float) -> list[Flowable]:
    return [shortened(style("matrix-unit"), name, width, REPEATED_LINES), _continues()]


def _continues() -> Flowable:
    return paragraph(style("repeated"), continued())
