"""The tracking report on paper: objectives, actions and activities with what they achieved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from poadesk.plan import calendar
from poadesk.plan.model import Plan
from poadesk.plan.profiles import Noun, Profile, profile_of
from poadesk.plan.reports.kinds import TRACKING
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.period import Period
from poadesk.plan.reports.tracking import Action, TrackedObjective, Tracking
from poadesk.printing.cells import Cell, Row
from poadesk.printing.engine import Canvas, Flowable, PageBreak
from poadesk.printing.figures import PAD_BOTTOM, PAD_TOP
from poadesk.printing.grid import Grid, Look
from poadesk.printing.paper import Sheet, lying
from poadesk.printing.paper_places import PaperPlaces
from poadesk.printing.placing import Shape
from poadesk.printing.report_document import (
    Progress,
    ReportName,
    build_document,
    heading,
    note_outline,
)
from poadesk.printing.report_heading import ReportHeading, fill_band
from poadesk.printing.report_options import ReportOptions, usual_options
from poadesk.printing.styles import style
from poadesk.printing.text import NBSP, Run, bold, continued, paragraph, shortened
from poadesk.printing.tracking_columns import PAD, Layout, layout
from poadesk.printing.tracking_rows import activity_row, closing_row
from poadesk.printing.tracking_summary import summary

CALM = "Ninguna actividad entra en el reporte."
REPEATED_LINES = 2


def build_tracking(
    plans: Sequence[Plan],
    report: Tracking,
    options: ReportOptions | None = None,
    progress: Progress | None = None,
    places: PaperPlaces | None = None,
) -> bytes:
    """Return the PDF of a tracking report; equal input gives equal bytes.

    `progress` is told the share done, 0 to 1, and may raise to stop.
    """
    options = options or usual_options(TRACKING)
    sheet, name = lying(options.paper), report_name(report, plans[0].currency)
    words = profile_of(plans[0].profile)
    # No name for the table: what is drawn is let go, and a country's has 90,000 rows.
    story = [
        *heading(plans, name),
        *_table(plans, report, words, sheet),
        PageBreak(),
        *summary(report, words, plans[0].currency, sheet),
    ]
    return build_document(plans, name, sheet, story, progress, places)


def report_name(report: Tracking, currency: str) -> ReportName:
    """Return what the report is called."""
    period = report.period.name()
    money = f" Dinero en {currency.strip()}." if currency.strip() else ""
    words = (
        "En cada actividad, arriba lo programado y abajo lo ejecutado, "
        f"{_months(report.period)}.{money}"
    )
    return ReportName(f"Reporte de seguimiento, {period}", words, period)


def _months(period: Period) -> str:
    first, last = calendar.name(period.months[0]), calendar.name(period.until)
    return f"en {first}" if len(period.months) == 1 else f"de {first} a {last}"


def _table(plans: Sequence[Plan], report: Tracking, words: Profile, sheet: Sheet) -> list[Flowable]:
    if not report.objectives:
        return [paragraph(style("calm"), CALM)]
    table = layout(report, words, plans[0].currency, sheet)
    title = ReportHeading(table.names, table.widths, table.figures, PAD)
    shape = Shape(
        table.widths,
        sheet.frame_height - title.height,
        pad_x=PAD,
        pad_right=PAD,
        pad_top=PAD_TOP,
        pad_bottom=PAD_BOTTOM,
    )
    rows = [
        row
        for at, objective in enumerate(report.objectives)
        for row in _rows(objective, f"objective-{at}", table, words, report.limits, len(plans) > 1)
    ]
    return [Grid(rows, shape, Look(columns="", block=""), title)]


def _rows(
    objective: TrackedObjective,
    key: str,
    table: Layout,
    words: Profile,
    limits: Limits,
    many_units: bool,
) -> Iterator[Row]:
    above = (_code(words.noun("objective"), objective.code), objective.name)
    band = Cell(partial(_bands, (("tracking-objective", *above),), False))
    paint = partial(_note_objective, f"{above[0]} {above[1]}", key)
    yield Row([band], span=True, keep=True, line="navy", ground=fill_band, paint=paint)
    for action in objective.actions:
        below = (_code(words.noun("goal"), action.code), action.name)
        goal = ("tracking-action", *below)
        again = Cell(partial(_bands, (("tracking-objective", *above), goal), True))
        first = Cell(partial(_bands, (("tracking-objective", *above),), True))
        one = Cell(partial(_bands, (goal,), False))
        yield Row([one], span=True, keep=True, tint=True, line="rule", band=first)
        for row in _rows_of(action, below[0], table, limits, many_units):
            row.band = again
            yield row


def _rows_of(
    action: Action, code: str, table: Layout, limits: Limits, many_units: bool
) -> Iterator[Row]:
    for row in action.rows:
        yield activity_row(row, table, limits, many_units, keep=row is action.rows[-1])
    yield closing_row(action, code, table, limits)


def _note_objective(
    title: str, key: str, canvas: Canvas, _edges: Sequence[float], _top: float, _bottom: float
) -> None:
    note_outline(canvas, title, key, 1)


def _code(noun: Noun, code: str) -> str:
    """Return a code with the word for what it names, unless it says so itself: `AEI.01.01`."""
    return code if code.casefold().startswith(noun.brief.casefold()) else f"{noun.brief} {code}"


def _bands(levels: Sequence[tuple[str, str, str]], is_again: bool, width: float) -> list[Flowable]:
    """Return the words of (style, code, name); again with no more than their first lines."""
    made: list[Flowable] = []
    for kind, code, name in levels:
        lead: list[str | Run] = [_strong(kind, code), NBSP * 2]
        if is_again:
            lead += [continued(), NBSP * 2]
            made.append(shortened(style(kind), name, width, REPEATED_LINES, *lead))
        else:
            made.append(paragraph(style(kind), *lead, name))
    return made


def _strong(kind: str, code: str) -> Run:
    return Run(code, style(kind).fontName, bold("").colour)
