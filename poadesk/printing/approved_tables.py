"""On paper, after the execution: what was approved, what is planned now and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from poadesk.plan.fields import show_quantity
from poadesk.plan.profiles import Profile, field_of
from poadesk.plan.reports.approved import ApprovedRow, ApprovedTotal, Three, approved_total
from poadesk.plan.reports.approved_table import CHANGE_WORDS, MIXES_UNITS, TITLE
from poadesk.plan.reports.execution import Execution
from poadesk.plan.reports.period import group_name
from poadesk.plan.reports.table import NOT_RECORDED
from poadesk.printing import faces
from poadesk.printing.cells import Row, text_cell
from poadesk.printing.engine import Canvas, Flowable
from poadesk.printing.figures import (
    LEADING,
    PAD_BOTTOM,
    PAD_TOP,
    TEXT_SIZE,
    Block,
    FigureColumn,
    FigureLine,
    Figures,
    fitted,
    natural_width,
    roomy,
    under_names,
)
from poadesk.printing.grid import Grid, Look
from poadesk.printing.paper import Sheet
from poadesk.printing.placing import Shape
from poadesk.printing.report_heading import ReportHeading, fill_band
from poadesk.printing.styles import NAVY, style
from poadesk.printing.text import NBSP, paragraph
from poadesk.printing.text_columns import text_widths

PAD, GAP, SIZE = 4.4, 4.4, 7.0
BANDS_IN_A_TABLE = 5  # the quarters of a year, and all of it
LEAST_TEXT, MOST_OF_FIGURES = 200.0, 0.6
_SHARES = (22.0, 44.0, 18.0, 16.0)  # of unit, activity, unit of measure and change
_NAMES = ("APROB.", "ACTUAL", "EJEC.")
_Band = tuple[str, list[Three]]


def approved_tables(report: Execution, words: Profile, sheet: Sheet) -> list[Flowable]:
    """Return the heading and the tables; nothing where no plan was approved."""
    if not report.approved:
        return []
    bands = list(_bands(report))
    parts = [bands[at : at + BANDS_IN_A_TABLE] for at in range(0, len(bands), BANDS_IN_A_TABLE)]
    grids = [_grid(report, words, sheet, part) for part in parts]
    for grid in grids[1:]:
        grid.spaceBefore = 14.0
    return [paragraph(style("h2"), TITLE), *grids]


def _bands(report: Execution) -> Iterator[_Band]:
    """Yield each group of months, then the year, with its figures: a row each, the total last."""
    rows, period, group = report.approved, report.period, report.group
    every: list[ApprovedRow | ApprovedTotal] = [*rows, approved_total(rows, period, group)]
    for at in range(len(period.groups(group))):
        yield group_name(group, at), [one.groups[at] for one in every]
    yield "TODO EL AÑO", [one.year for one in every]


def _grid(report: Execution, words: Profile, sheet: Sheet, bands: Sequence[_Band]) -> Grid:
    lines = [_line(figures) for figures in zip(*(some for _, some in bands), strict=True)]
    has_units = len({row.plan_id for row in report.approved}) > 1
    names = _names(words)[0 if has_units else 1 :]
    figures = _figures([name for name, _ in bands], lines, len(names), sheet)
    taken = sum(column.width for column in figures.columns)
    shares = _SHARES[0 if has_units else 1 :]
    widths = text_widths(shares, [40.0] * len(shares), sheet.frame_width - taken)
    edges = (*widths, *(column.width for column in figures.columns))
    title = ReportHeading(names, edges, figures, PAD)
    room = sheet.frame_height - title.height
    pads = {"pad_x": PAD, "pad_right": PAD, "pad_top": PAD_TOP, "pad_bottom": PAD_BOTTOM}
    shape = Shape(edges, room, **pads)
    rows = [
        _row(row, line, figures, has_units)
        for row, line in zip(report.approved, lines[:-1], strict=True)
    ]
    rows[-1].keep = True
    rows += _closing(lines[-1], figures, len(edges))
    return Grid(rows, shape, Look(last="", columns="", block=""), title)


def _names(words: Profile) -> tuple[str, ...]:
    unit = field_of(words, "plan", "unit").label.upper()
    activity = field_of(words, "activity", "text").label.upper()
    measure = field_of(words, "activity", "unit_of_measure").label.upper()
    return unit, activity, measure, "CAMBIO"


def _line(figures: Sequence[Three]) -> FigureLine:
    shown = []
    for three in figures:
        shown += [show_quantity(three.approved), show_quantity(three.current)]
        shown.append(NOT_RECORDED if three.done is None else show_quantity(three.done))
    return FigureLine(tuple(shown))


def _figures(
    bands: Sequence[str], lines: Sequence[FigureLine], before: int, sheet: Sheet
) -> Figures:
    blocks = tuple(Block(name, 3 * at, 3 * at + 3) for at, name in enumerate(bands))
    shown = zip(*(line.words for line in lines), strict=True)
    names = [name for _ in bands for name in _NAMES]
    natural = [
        natural_width(name, some, SIZE, GAP) for name, some in zip(names, shown, strict=True)
    ]
    widths = fitted(under_names(natural, blocks), sheet.frame_width - LEAST_TEXT)
    widths = roomy(widths, sheet.frame_width * MOST_OF_FIGURES)
    columns = tuple(
        FigureColumn(name, width, at % 3 == 2, "rule" if at % 3 == 0 else "", at % 3 == 2)
        for at, (name, width) in enumerate(zip(names, widths, strict=True))
    )
    return Figures(columns, blocks, before, SIZE, GAP, centred=False)


def _row(row: ApprovedRow, line: FigureLine, figures: Figures, has_units: bool) -> Row:
    named = f"{row.number}{NBSP}{NBSP}{row.activity}" if row.number else row.activity
    texts = [row.unit] if has_units else []
    texts += [named, row.unit_of_measure, CHANGE_WORDS[row.change]]
    kind = style("execution")
    cells = [text_cell(paragraph(kind, one)) if one.strip() else None for one in texts]
    return Row(
        [*cells, *[None] * len(figures.columns)],
        line="hair",
        least=figures.least([line]) + PAD_TOP + PAD_BOTTOM,
        paint=partial(figures.draw, [line]),
        ground=figures.draw_ground,
        row_id=row.activity_id,
    )


def _closing(line: FigureLine, figures: Figures, count: int) -> list[Row]:
    least = figures.least([line]) + PAD_TOP + PAD_BOTTOM
    total = Row(
        [None] * count,
        line="navy",
        keep=True,
        least=least,
        paint=partial(_draw_total, line, figures),
        ground=fill_band,
    )
    words = f"—: nada registrado. {MIXES_UNITS}"
    caution = text_cell(paragraph(style("note"), words))
    return [total, Row([caution], span=True, line="navy")]


def _draw_total(
    line: FigureLine,
    figures: Figures,
    canvas: Canvas,
    edges: Sequence[float],
    top: float,
    bottom: float,
) -> None:
    canvas.setFont(faces.NARROW_SEMIBOLD, TEXT_SIZE)
    canvas.setFillColor(NAVY)
    middle = figures.middle([line], top, bottom)
    canvas.drawString(edges[0] + PAD, middle + LEADING / 2 - TEXT_SIZE, "TOTAL")
    figures.draw([line], canvas, edges, top, bottom, NAVY)
