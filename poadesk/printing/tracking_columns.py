"""How the tracking report is laid out: physical beside financial, or four lines an activity."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from poadesk.plan import calendar
from poadesk.plan.fields import show_money, show_quantity
from poadesk.plan.profiles import Profile
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.period import GROUPS, Period, group_name
from poadesk.plan.reports.progress import INCOMPLETE, NOT_PLANNED, VALUE, Progress
from poadesk.plan.reports.records import Amounts, total
from poadesk.plan.reports.table import NOT_RECORDED
from poadesk.plan.reports.tracking import Action, Tracking, TrackingRow
from poadesk.printing import faces
from poadesk.printing.figures import (
    Block,
    FigureColumn,
    FigureLine,
    Figures,
    even,
    fitted,
    natural_width,
    roomy,
    under_names,
    widest_figures,
)
from poadesk.printing.paper import Sheet
from poadesk.quick_dataclass import dataclass

PAD = 4.4
UNIT_WIDTH, LEAST_ACTIVITY = 104.0, 150.0
# With a column of its own for the unit, the activity must still be this wide.
ROOMY_ACTIVITY, MOST_ACTIVITY = 190.0, 0.25
MOST_BESIDE, MOST_COLUMNS, WIDEST_PERCENT = 6, 12, 90.0
MARK_ROOM = 13.0
NOT_ACCUMULATED = "-"
LONGEST_SIGN = 6
_NARROW_FRAME = 720.0


@dataclass(frozen=True, slots=True)
class Gathered:
    """A column of months: its name and the months it sums up, by their places."""

    name: str
    months: slice


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of the report, words first.

    `percent` is the place of the percentage among the figures, `money` that of the accumulated
    money. `beside` has two lines for each activity, otherwise there are four.
    """

    names: tuple[str, ...]
    widths: tuple[float, ...]
    figures: Figures
    gathered: tuple[Gathered, ...]
    percent: int
    money: int
    beside: bool
    has_unit: bool


def layout(report: Tracking, words: Profile, currency: str, sheet: Sheet) -> Layout:
    """Return the columns: side by side up to six months, if the activities keep enough room."""
    gathered = tuple(_gathered(report.period))
    beside = len(gathered) <= MOST_BESIDE
    figures = _figures(report, gathered, True, currency, sheet) if beside else None
    if figures is None:
        beside, figures = False, _figures(report, gathered, False, currency, sheet)
    assert figures is not None
    room = sheet.frame_width - sum(column.width for column in figures.columns)
    has_unit = room - UNIT_WIDTH >= ROOMY_ACTIVITY
    texts = (room - UNIT_WIDTH, UNIT_WIDTH) if has_unit else (room,)
    made = Figures(
        figures.columns, figures.blocks, len(texts), figures.size, figures.gap, centred=True
    )
    widths = (*texts, *(column.width for column in made.columns))
    percent = len(gathered) + (2 if beside else 3)
    money = len(made.columns) - 1 if beside else percent - 1
    names = _names(words, has_unit)
    return Layout(names, widths, made, gathered, percent, money, beside, has_unit)


def lines_of(
    row: TrackingRow, gathered: Sequence[Gathered], beside: bool
) -> tuple[FigureLine, ...]:
    """Return the figures of an activity, in the order of the columns."""
    progress = row.progress
    planned = *_summed(row.planned, gathered, show_quantity), _aim(progress)
    done = *_summed(row.done, gathered, show_quantity), _reached(progress)
    budget = *_summed(row.budget, gathered, money_words), money_words(row.budget_total)
    spent = *_summed(row.spent, gathered, money_words), money_words(row.spent_total)
    if beside:
        return (
            FigureLine(("Prog.", *planned, "", *budget), soft=True),
            FigureLine(("Ejec.", *done, "", *spent)),
        )
    return (
        FigureLine(("Físico", "Prog.", *planned, ""), soft=True),
        FigureLine(("", "Ejec.", *done, "")),
        FigureLine(("Financiero", "Prog.", *budget, ""), soft=True),
        FigureLine(("", "Ejec.", *spent, "")),
    )


def percent_words(progress: Progress, limits: Limits) -> str:
    """Return the percentage with its cap as it is printed, or `S.P.` or `S.I.`."""
    if progress.state != VALUE or progress.value is None:
        return progress.state
    return shown(progress.value, 2, limits.light_limits)


def action_words(action: Action, limits: Limits) -> str:
    """Return the physical execution of an action, or why it has none: S.I., S.P. or `-`."""
    if action.progress is not None:
        return shown(action.progress, 1, limits.light_limits)
    if action.is_incomplete:
        return INCOMPLETE
    unplanned = all(row.progress.state == NOT_PLANNED for row in action.rows)
    return NOT_PLANNED if unplanned else NOT_ACCUMULATED


def money_words(cents: int) -> str:
    """Return an amount of money without its currency; nothing is a plain 0."""
    return show_money(cents, "") if cents else "0"


def _gathered(period: Period) -> Iterator[Gathered]:
    """Yield a column for each month; for each quarter and so on where they are too many."""
    months = period.months
    if len(months) <= MOST_COLUMNS:
        for at, month in enumerate(months):
            yield Gathered(calendar.short_name(month), slice(at, at + 1))
        return
    sizes = [(name, size) for name, size in GROUPS.items() if len(months) <= size * MOST_COLUMNS]
    name, size = sizes[0] if sizes else ("year", GROUPS["year"])
    for part, at in enumerate(range(0, len(months), size)):
        yield Gathered(group_name(name, part).replace(" ", "\n"), slice(at, at + size))


def _summed(
    amounts: Amounts, gathered: Sequence[Gathered], show: Callable[[int], str]
) -> Iterator[str]:
    for one in gathered:
        amount = total(amounts[one.months])
        yield NOT_RECORDED if amount is None else show(amount)


def _aim(progress: Progress) -> str:
    if progress.state == NOT_PLANNED:
        return NOT_PLANNED
    return _accumulated(progress, progress.planned)


def _reached(progress: Progress) -> str:
    return _accumulated(progress, progress.done)


def _accumulated(progress: Progress, amount: int | None) -> str:
    if not progress.accumulates:
        return NOT_ACCUMULATED
    return NOT_RECORDED if amount is None else show_quantity(amount)


def _names(words: Profile, has_unit: bool) -> tuple[str, ...]:
    levels = (words.noun(level).title.upper() for level in ("objective", "goal", "activity"))
    first = " / ".join(levels)
    return (first, "UNIDAD DE MEDIDA\nAGREGACIÓN · PRIORIDAD") if has_unit else (first,)


def _figures(
    report: Tracking, gathered: Sequence[Gathered], beside: bool, currency: str, sheet: Sheet
) -> Figures | None:
    """Return the columns of figures; None when side by side they would have to be broken."""
    size, gap = (7.0, 4.4) if sheet.frame_width < _NARROW_FRAME else (7.5, 5.0)
    columns, blocks = _beside(gathered, currency) if beside else _stacked(gathered)
    lines = (line for row in report.rows() for line in lines_of(row, gathered, beside))
    percent = len(gathered) + (2 if beside else 3)
    natural = [
        natural_width(column.name, [widest], size, gap)
        for column, widest in zip(columns, widest_figures(lines, len(columns)), strict=True)
    ]
    money = len(columns) - 1 if beside else percent - 1
    natural[money] = max(natural[money], *_closing_money(report, size, gap))
    natural[percent] = _percent_width(report, size, gap)
    room = sheet.frame_width - LEAST_ACTIVITY
    months = [slice(at, at + len(gathered)) for at in ((1, percent + 1) if beside else (2,))]
    natural = even(under_names(natural, blocks), months, room - (UNIT_WIDTH if beside else 0.0))
    if beside and sum(natural) > room:
        return None
    widths = roomy(fitted(natural, room), sheet.frame_width * (1 - MOST_ACTIVITY) - UNIT_WIDTH)
    made = tuple(
        FigureColumn(column.name, width, column.strong, column.line)
        for column, width in zip(columns, widths, strict=True)
    )
    return Figures(made, blocks, 0, size, gap, centred=True)


def _beside(
    gathered: Sequence[Gathered], currency: str
) -> tuple[list[FigureColumn], tuple[Block, ...]]:
    columns = [FigureColumn("", 0), *_months(gathered), FigureColumn("ACUM.", 0, strong=True)]
    columns.append(FigureColumn("% ACUM.", 0))
    first = len(columns)
    columns += [*_months(gathered), FigureColumn("ACUM.", 0, strong=True)]
    money = Block(_money_name(currency), first, len(columns))
    return columns, (Block("FÍSICO", 1, first), money)


def _money_name(currency: str) -> str:
    """Name the block of money with its currency, if that is a sign that the heading can carry."""
    sign = faces.clean(currency).strip()
    fits = 0 < len(sign) <= LONGEST_SIGN and faces.has_all(sign, faces.SEMIBOLD)
    return f"FINANCIERO ({sign})" if fits else "FINANCIERO"


def _stacked(
    gathered: Sequence[Gathered],
) -> tuple[list[FigureColumn], tuple[Block, ...]]:
    columns = [FigureColumn("", 0), FigureColumn("", 0), *_months(gathered)]
    columns += [FigureColumn("ACUM.", 0, True, "rule"), FigureColumn("% ACUM.", 0)]
    return columns, ()


def _months(gathered: Sequence[Gathered]) -> list[FigureColumn]:
    lines = ("rule" if at == 0 else "" for at in range(len(gathered)))
    return [FigureColumn(one.name, 0, line=line) for one, line in zip(gathered, lines, strict=True)]


def _closing_money(report: Tracking, size: float, gap: float) -> Iterator[float]:
    for action in report.actions():
        yield natural_width("", [money_words(action.spent_total)], size, gap)


def _percent_width(report: Tracking, size: float, gap: float) -> float:
    of_rows = (percent_words(row.progress, report.limits) for row in report.rows())
    of_actions = (action_words(one, report.limits) for one in report.actions())
    own = natural_width("", chain(of_rows, of_actions), size, gap + MARK_ROOM)
    return min(max(own, natural_width("% ACUM.", [], size, gap)), WIDEST_PERCENT)
