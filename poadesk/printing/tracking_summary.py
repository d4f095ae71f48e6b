"""What closes the tracking report: figures, traffic light, charts, notes, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poadesk.plan import calendar
from poadesk.plan.profiles import Profile, field_of
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.report_tables import figures_of
from poadesk.plan.reports.table import MONEY, NOT_RECORDED, Figure, shown_value
from poadesk.plan.reports.tracking import LeftOut, Tracking
from poadesk.printing.cells import Row, Stack, text_cell
from poadesk.printing.charts import Bar, action_bars
from poadesk.printing.engine import CondPageBreak, Flowable
from poadesk.printing.grid import Grid, Look, TextHeading
from poadesk.printing.light_table import light_table
from poadesk.printing.month_chart import MonthPair, money_unit, month_columns
from poadesk.printing.paper import Sheet
from poadesk.printing.placing import Shape
from poadesk.printing.report_document import OutlineEntry
from poadesk.printing.styles import style
from poadesk.printing.text import NBSP, numbered, paragraph
from poadesk.printing.tracking_columns import action_words
from poadesk.printing.tracking_notes import notes

TITLE = "Resumen del periodo"
LEFT_OUT = "No entran en el reporte"
NO_MONEY = "No hay dinero programado ni ejecutado en el periodo."
MONEY_BY_MONTH = "Ejecución financiera por mes"
GAP, PAD, BELOW_HALVES = 28.0, 4.4, 12.0
# The first figures of the report; the lights that follow them have a table of their own.
SUMMARY_FIGURES = 7
# A higher chart takes the whole width, so that no half of a page stays empty.
HIGHEST_BESIDE, LEAST_BEGUN = 0.55, 90.0
NOTES_AT_LEFT = 4
LEFT_OUT_SHARES = (0.16, 0.44, 0.20, 0.20)


def summary(report: Tracking, words: Profile, currency: str, sheet: Sheet) -> list[Flowable]:
    """Return everything that follows the table of activities."""
    half = (sheet.frame_width - GAP) / 2
    figures = _figures(report, words, currency, half, sheet)
    lights = light_table(report, words, half, sheet.frame_height)
    money = _money_chart(report, currency, half)
    bars = list(_bars(report, words))
    story: list[Flowable] = [OutlineEntry(TITLE, "summary"), paragraph(style("h2"), TITLE)]
    chart = _bar_chart(report, words, bars, half, sheet)
    height = sum(flowable.wrap(half, sheet.frame_height)[1] for flowable in chart)
    if height <= sheet.frame_height * HIGHEST_BESIDE:
        story.append(_halves([([figures], [lights]), (chart, money)], sheet))
    else:
        story.append(_halves([([figures], [lights, *money])], sheet))
        story += _on_their_own(_bar_chart(report, words, bars, sheet.frame_width, sheet))
    return [*story, _notes(report, words, half, sheet), *_left_out(report, words, sheet)]


def _on_their_own(named: Sequence[Flowable]) -> list[Flowable]:
    """Return a name and what it names, which may begin on this page if a few rows of it fit."""
    name, *rest = named
    name.keepWithNext = False
    return [CondPageBreak(LEAST_BEGUN), name, *rest]


def _halves(rows: Sequence[tuple[Stack, Stack]], sheet: Sheet) -> Grid:
    """Return two columns with a gap between them, on as many pages as they need."""
    half = (sheet.frame_width - GAP) / 2
    shape = Shape(
        (half, GAP, half),
        sheet.frame_height,
        pad_x=0,
        pad_right=0,
        pad_top=0,
        pad_bottom=BELOW_HALVES,
    )
    made = [Row([text_cell(*left), None, text_cell(*right)], line="") for left, right in rows]
    return Grid(made, shape, Look(end="", last="", columns="", block=""))


def _figures(report: Tracking, words: Profile, currency: str, width: float, sheet: Sheet) -> Grid:
    widths = (width * 0.66, width * 0.34)
    shape = Shape(widths, sheet.frame_height, pad_x=0, pad_right=0, pad_top=3.4, pad_bottom=4)
    some = figures_of(report, words)[:SUMMARY_FIGURES]
    rows = [_figure(one, report, currency) for one in some]
    return Grid(rows, shape, Look(top="strong", end="hair", last="hair", columns="", block=""))


def _figure(one: Figure, report: Tracking, currency: str) -> Row:
    sign = f" ({currency.strip()})" if one.column.kind == MONEY and currency.strip() else ""
    value = shown_value(one.value, one.column, report.limits) or NOT_RECORDED
    return Row(
        [
            text_cell(paragraph(style("summary"), f"{one.name}{sign}")),
            text_cell(paragraph(style("summary-value"), value)),
        ]
    )


def _bars(report: Tracking, words: Profile) -> Iterator[Bar]:
    """Yield a bar for each objective, and below it one for each of its actions."""
    near = report.limits.light_limits
    for objective in report.objectives:
        value, why = objective.progress, _without_value(words)
        percent = why if value is None else f"{shown(value, 1, near)}{NBSP}%"
        yield Bar(objective.code, objective.name, value, percent, objective.light, strong=True)
        for action in objective.actions:
            percent = action_words(action, report.limits)
            if action.progress is not None:
                percent = f"{percent}{NBSP}%"
            yield Bar(action.code, action.name, action.progress, percent, action.light)


def _without_value(words: Profile) -> str:
    goal = words.noun("goal")
    return f"{goal.no[:1].upper()}{goal.no[1:]} tiene un valor"


def _bar_chart(
    report: Tracking, words: Profile, bars: Sequence[Bar], width: float, sheet: Sheet
) -> list[Flowable]:
    if not bars:
        return []
    objective, goal = words.noun("objective").one, words.noun("goal").one
    name = _chart_name(f"Ejecución física por {objective} y {goal}")
    return [name, action_bars(bars, width, sheet.frame_height, report.limits.light_limits)]


def _money_chart(report: Tracking, currency: str, width: float) -> list[Flowable]:
    pairs = [
        MonthPair(calendar.short_name(one.month), one.budget, one.spent) for one in report.money
    ]
    if not any(pair.planned or pair.spent for pair in pairs):
        return [_chart_name(MONEY_BY_MONTH), paragraph(style("chart-why"), NO_MONEY)]
    counted = " ".join(filter(None, (money_unit(pairs).words, _sign(currency))))
    name = f"{MONEY_BY_MONTH}, en {counted}" if counted else MONEY_BY_MONTH
    return [_chart_name(name), *month_columns(pairs, width)]


def _sign(currency: str) -> str:
    return f"({currency.strip()})" if currency.strip() else ""


def _chart_name(words: str) -> Flowable:
    made = paragraph(style("chart-title"), words)
    made.keepWithNext = True
    return made


def _notes(report: Tracking, words: Profile, half: float, sheet: Sheet) -> Flowable:
    made = numbered("note-hung", notes(report, words), half)
    halves = _halves([(made[:NOTES_AT_LEFT], made[NOTES_AT_LEFT:])], sheet)
    halves.spaceBefore = BELOW_HALVES
    return halves


def _left_out(report: Tracking, words: Profile, sheet: Sheet) -> list[Flowable]:
    """Return the activities that are not in the report, each with its reason (note i)."""
    if not report.left_out:
        return []
    widths = tuple(sheet.frame_width * share for share in LEFT_OUT_SHARES)
    shape = Shape(
        widths, sheet.frame_height - 20, pad_x=PAD, pad_right=PAD, pad_top=3.4, pad_bottom=4
    )
    unit = field_of(words, "plan", "unit").label
    names = ("CÓDIGO", words.noun("activity").one.upper(), unit.upper(), "MOTIVO")
    title = TextHeading([text_cell(paragraph(style("heading"), one)) for one in names], shape)
    rows = [_left_out_row(one) for one in report.left_out]
    name = paragraph(style("h2"), f"{words.noun('activity').titles} que no entran en el reporte")
    grid = Grid(rows, shape, heading=title)
    entry = OutlineEntry(LEFT_OUT, "left-out")
    return [CondPageBreak(LEAST_BEGUN), entry, name, grid]


def _left_out_row(one: LeftOut) -> Row:
    kinds = ("chart-code", "tracking", "tracking", "tracking")
    texts = (one.code, one.activity, one.unit, one.reason)
    cells = [
        text_cell(paragraph(style(kind), text)) for kind, text in zip(kinds, texts, strict=True)
    ]
    return Row(cells, row_id=one.activity_id)
