"""The header block of the matrix: who plans, when, the strategies and the objectives."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Flowable
from poadesk.printing.grid import Grid, Look
from poadesk.printing.placing import Shape
from poadesk.printing.styles import style
from poadesk.printing.tables import Entry, specific_objectives, strategic_lines
from poadesk.printing.text import NBSP, Run, bold, numbered, of_row, paragraph, shortened

SHARES = (0.26, 0.36, 0.16, 0.22)
GENERAL_SHARE = 0.40
# A block that is higher than this is repeated on the next pages with its first lines only.
HIGHEST_REPEATED = 96.0
LINES_OF_FACT, LINES_OF_STRATEGIES = 2, 3
PAD_TOP, PAD_BOTTOM = 3.4, 4.6


def header_block(plan: Plan, width: float, page: float) -> Grid:
    """Return the block with every word, for the first page of the matrix."""
    strategies = _strategies(plan)
    rows = [Row([text_cell(*_fact(label, value)) for label, value in _facts(plan)])]
    if strategies:
        rows.append(_span(paragraph(style("strategy"), *strategies)))
    return _grid(rows, width, page)


def repeated_block(plan: Plan, width: float, page: float) -> Grid:
    """Return the block as the other pages carry it, whole unless it is very high."""
    block = header_block(plan, width, page)
    if block.wrap(width, page)[1] <= HIGHEST_REPEATED:
        return block
    inner = [width * share - 12 for share in SHARES]
    cells = [
        text_cell(
            paragraph(style("label"), label),
            shortened(style("value"), value, room, LINES_OF_FACT),
        )
        for (label, value), room in zip(_facts(plan), inner, strict=True)
    ]
    rows = [Row(cells)]
    words = " ".join(f"{run.text}" if isinstance(run, Run) else run for run in _strategies(plan))
    if words:
        kind = style("strategy")
        rows.append(_span(shortened(kind, words, width - 12, LINES_OF_STRATEGIES)))
    return _grid(rows, width, page)


def objectives_panel(plan: Plan, width: float, page: float) -> Grid | None:
    """Return the general objective beside the specific ones; None when there are neither."""
    general = plan.general_objective.strip()
    specific = specific_objectives(plan)
    columns: list[tuple[float, Cell]] = []
    if general:
        words = of_row(
            "general_objective", [paragraph(style("block-text"), plan.general_objective)]
        )
        columns.append((GENERAL_SHARE, text_cell(_name("Objetivo general"), *words)))
    if specific:
        name = profile_of(plan.profile).specific_objectives
        cell = Cell(lambda room: _specific(name, specific, room))
        columns.append((1 - GENERAL_SHARE, cell))
    if not columns:
        return None
    whole = sum(share for share, _ in columns)
    widths = tuple(width * share / whole for share, _ in columns)
    shape = Shape(widths, page, pad_bottom=8)
    look = Look(end="rule", last="rule", block="hair")
    return Grid([Row([cell for _, cell in columns])], shape, look)


def _grid(rows: Sequence[Row], width: float, page: float) -> Grid:
    widths = tuple(width * share for share in SHARES)
    shape = Shape(widths, page, pad_top=PAD_TOP, pad_bottom=PAD_BOTTOM)
    return Grid(rows, shape, Look(top="strong", end="rule", last="rule", block="hair"))


def _facts(plan: Plan) -> tuple[tuple[str, str], ...]:
    return (
        ("Entidad", plan.entity),
        (profile_of(plan.profile).unit, plan.unit),
        ("Fecha", plan.drafted_on),
        ("Responsable", plan.responsible),
    )


def _fact(label: str, value: str) -> list[Flowable]:
    return [paragraph(style("label"), label), paragraph(style("value"), value)]


def _strategies(plan: Plan) -> list[str | Run]:
    words: list[str | Run] = []
    for line, _, _ in strategic_lines(plan):
        if words:
            words.append(NBSP * 3 + " ")
        words += [bold(f"Estrategia{NBSP}{line.number}"), NBSP * 2 + line.text]
    return words


def _span(flowable: Flowable) -> Row:
    return Row([text_cell(flowable)], span=True)


def _name(words: str) -> Flowable:
    made = paragraph(style("block-title"), words)
    made.keepWithNext = True
    return made


def _specific(title: str, entries: Sequence[Entry], width: float) -> list[Flowable]:
    made = numbered("block-text", [(entry.number, entry.text) for entry in entries], width)
    stack = [_name(title)]
    for words, entry in zip(made, entries, strict=True):
        stack += of_row(entry.id, [words])
    return stack
