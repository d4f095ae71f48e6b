"""The execution report on paper: planned and done by month, by groups, and in total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from poadesk.plan import calendar
from poadesk.plan.model import Plan
from poadesk.plan.profiles import profile_of
from poadesk.plan.reports.execution import Execution, ExecutionRow
from poadesk.plan.reports.kinds import EXECUTION, METHODS
from poadesk.plan.reports.report_tables import MIXES_UNITS
from poadesk.printing import faces
from poadesk.printing.approved_tables import approved_tables
from poadesk.printing.cells import Cell, Row, text_cell
from poadesk.printing.engine import Canvas, Flowable, PageBreak
from poadesk.printing.execution_columns import PAD, Layout, layout, lines_of, windows
from poadesk.printing.figures import LEADING, PAD_BOTTOM, PAD_TOP, TEXT_SIZE, FigureLine
from poadesk.printing.grid import Grid, Look
from poadesk.printing.paper import Sheet, lying
from poadesk.printing.paper_places import PaperPlaces
from poadesk.printing.placing import Shape
from poadesk.printing.report_document import Progress, ReportName, build_document, heading
from poadesk.printing.report_heading import ReportHeading, fill_band
from poadesk.printing.report_options import ReportOptions, usual_options
from poadesk.printing.styles import NAVY, style
from poadesk.printing.text import continued, paragraph, shortened

CALM = "Ninguna actividad activa tiene algo que informar."
MARKS = "—: mes no registrado. 0: mes registrado sin ejecución."
REPEATED_LINES, TOP_OF_TABLE = 3, 14.0


def build_execution(
    plans: Sequence[Plan],
    report: Execution,
    options: ReportOptions | None = None,
    progress: Progress | None = None,
    places: PaperPlaces | None = None,
) -> bytes:
    """Return the PDF of an execution report; equal input gives equal bytes.

    `progress` is told the share done, 0 to 1, and may raise to stop.
    """
    options = options or usual_options(EXECUTION)
    sheet, name = lying(options.paper), report_name(report)
    against = approved_tables(report, profile_of(plans[0].profile), sheet)
    story = [
        *heading(plans, name),
        *_tables(plans, report, sheet),
        *([PageBreak(), *against] if against else []),
    ]
    return build_document(plans, name, sheet, story, progress, places)


def report_name(report: Execution) -> ReportName:
    """Return what the report is called."""
    year, period = report.period.year, report.period.name()
    months = f"de {calendar.name(year[0])} a {calendar.name(year[-1])}"
    until = calendar.name_with_year(report.period.until)
    words = f"Cantidades programadas {months} y ejecutadas hasta {until}."
    return ReportName(f"Ejecución, {period}", words, period)


def _tables(plans: Sequence[Plan], report: Execution, sheet: Sheet) -> list[Flowable]:
    if not report.rows:
        return [paragraph(style("calm"), CALM)]
    words = profile_of(plans[0].profile)
    tables = [layout(report, window, words, sheet) for window in windows(report)]
    grids = [_grid(report, table, sheet) for table in tables]
    for grid in grids[1:]:
        grid.spaceBefore = TOP_OF_TABLE
    return list(grids)


def _grid(report: Execution, table: Layout, sheet: Sheet) -> Grid:
    title = ReportHeading(table.names, table.widths, table.figures, PAD)
    shape = Shape(
        table.widths,
        sheet.frame_height - title.height,
        pad_x=PAD,
        pad_right=PAD,
        pad_top=PAD_TOP,
        pad_bottom=PAD_BOTTOM,
    )
    rows = list(_rows(report, table))
    rows[-1].keep = True
    rows += _closing(report, table)
    return Grid(rows, shape, Look(last="", columns="", block=""), title)


def _rows(report: Execution, table: Layout) -> Iterator[Row]:
    """Yield a row for each activity; unit and category are one cell as long as they go on."""
    before: ExecutionRow | None = None
    unit = category = None
    for row in report.rows:
        same_unit = before is not None and before.unit == row.unit
        same_category = same_unit and before is not None and before.category == row.category
        unit = unit if same_unit else _merged("execution-unit", row.unit)
        category = category if same_category else _merged("execution", row.category)
        cells = [unit, *([category] if table.has_category else []), *_own_cells(row)]
        yield _row(row, cells, table, "hair" if same_unit else "rule")
        before = row


def _row(row: ExecutionRow, cells: Sequence[Cell | None], table: Layout, line: str) -> Row:
    lines = lines_of(row, table.window, table.in_two_lines)
    blank = [None] * len(table.figures.columns)
    least = table.figures.least(lines) + PAD_TOP + PAD_BOTTOM
    paint = partial(table.figures.draw, lines)
    return Row(
        [*cells, *blank],
        line=line,
        least=least,
        paint=paint,
        ground=table.figures.draw_ground,
        row_id=row.activity_id,
    )


def _own_cells(row: ExecutionRow) -> tuple[Cell, Cell]:
    activity = partial(_words, "execution", row.activity)
    return Cell(activity), Cell(partial(_words, "execution", row.unit_of_measure))


def _merged(kind: str, text: str) -> Cell:
    return Cell(partial(_words, kind, text), partial(_again, kind, text))


def _words(kind: str, text: str, _width: float) -> list[Flowable]:
    return [paragraph(style(kind), text)] if text.strip() else []


def _again(kind: str, text: str, width: float) -> list[Flowable]:
    if not text.strip():
        return []
    repeated = shortened(style(kind), text, width, REPEATED_LINES)
    return [repeated, paragraph(style("continued"), continued())]


def _closing(report: Execution, table: Layout) -> list[Row]:
    """Return the total of every column, and what is to be known about it."""
    lines = lines_of(report.total, table.window, table.in_two_lines)
    blank = [None] * len(table.widths)
    least = table.figures.least(lines) + PAD_TOP + PAD_BOTTOM
    paint = partial(_total, table, lines)
    total = Row(blank, line="navy", keep=True, least=least, paint=paint, ground=fill_band)
    words = f"{MARKS} {MIXES_UNITS} Método: {_lowered(METHODS[EXECUTION])}."
    caution = text_cell(paragraph(style("note"), words))
    return [total, Row([caution], span=True, line="navy")]


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _total(
    table: Layout,
    lines: Sequence[FigureLine],
    canvas: Canvas,
    edges: Sequence[float],
    top: float,
    bottom: float,
) -> None:
    canvas.setFont(faces.NARROW_SEMIBOLD, TEXT_SIZE)
    canvas.setFillColor(NAVY)
    middle = table.figures.middle(lines, top, bottom)
    canvas.drawString(edges[0] + PAD, middle + LEADING / 2 - TEXT_SIZE, "TOTAL")
    table.figures.draw(lines, canvas, edges, top, bottom, NAVY)
