"""How the execution report is laid out: side by side, or in two lines for each activity."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan import calendar
from poadesk.plan.fields import show_quantity
from poadesk.plan.profiles import Profile, field_of
from poadesk.plan.reports.execution import Execution, ExecutionRow, ExecutionTotal
from poadesk.plan.reports.period import GROUPS, group_name
from poadesk.plan.reports.records import total
from poadesk.plan.reports.table import NOT_RECORDED
from poadesk.printing import faces
from poadesk.printing.figures import (
    NAME_SIZE,
    TEXT_SIZE,
    Block,
    FigureColumn,
    FigureLine,
    Figures,
    fitted,
    natural_width,
    roomy,
    under_names,
    widest_figures,
)
from poadesk.printing.paper import Sheet
from poadesk.printing.text_columns import longest_word, text_widths
from poadesk.quick_dataclass import dataclass

PAD = 4.4
# Unit, category, activity and unit of measure share the width that the figures leave.
SHARES = (23.5, 20.5, 40.0, 16.0)
MOST_SIDE_BY_SIDE, MONTHS_IN_A_TABLE = 6, 12
LEAST_TEXT, LEAST_ACTIVITY, WIDEST_WORD = 176.0, 92.0, 80.0
_CARTA = 720.0  # on narrower frames the figures are a little smaller
# The figures take more than they need only up to this share of the frame.
MOST_OF_FIGURES = 0.6
Amounts = ExecutionRow | ExecutionTotal


@dataclass(frozen=True, slots=True)
class Window:
    """Up to twelve months of the year that one table shows, by their places in the report."""

    months: slice
    groups: slice


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table: words at the left (`names`, `widths`), figures at the right."""

    names: tuple[str, ...]
    widths: tuple[float, ...]
    figures: Figures
    window: Window
    in_two_lines: bool
    has_category: bool


def windows(report: Execution) -> list[Window]:
    """Return the tables of a report: one for each twelve months of the plan year."""
    groups = MONTHS_IN_A_TABLE // GROUPS[report.group]
    return [
        Window(slice(at, at + MONTHS_IN_A_TABLE), slice(part * groups, (part + 1) * groups))
        for part, at in enumerate(range(0, len(report.period.year), MONTHS_IN_A_TABLE))
    ]


def layout(report: Execution, window: Window, words: Profile, sheet: Sheet) -> Layout:
    """Return the columns of a table; in two lines past June, or where words would not fit."""
    months = len(report.period.year)
    if len(report.period.months) <= MOST_SIDE_BY_SIDE and months <= MONTHS_IN_A_TABLE:
        beside = _layout(report, window, words, sheet, in_two_lines=False)
        if beside is not None:
            return beside
    made = _layout(report, window, words, sheet, in_two_lines=True)
    assert made is not None
    return made


def lines_of(row: Amounts, window: Window, in_two_lines: bool) -> tuple[FigureLine, ...]:
    """Return the figures of a row, in the order of the columns of a table."""
    planned = [_planned(amount) for amount in row.planned[window.months]]
    done = [_done(amount) for amount in row.done[window.months]]
    groups = row.groups[window.groups]
    target = show_quantity(row.target)
    if not in_two_lines:
        pairs = [words for one in groups for words in (_planned(one.planned), _done(one.done))]
        return (FigureLine((target, *planned, *done, *pairs)),)
    later = [""] * (len(planned) - len(done))
    above = [_planned(one.planned) for one in groups]
    below = [_done(one.done) for one in groups]
    return (
        FigureLine(("Prog.", *planned, *above, target), soft=True),
        FigureLine(("Ejec.", *done, *later, *below, _done(total(row.done)))),
    )


def _planned(amount: int) -> str:
    return show_quantity(amount) if amount else ""


def _done(amount: int | None) -> str:
    return NOT_RECORDED if amount is None else show_quantity(amount)


def _layout(
    report: Execution, window: Window, words: Profile, sheet: Sheet, *, in_two_lines: bool
) -> Layout | None:
    """Return a layout; None when side by side the words would be narrower than the longest."""
    has_category = any(row.category.strip() for row in report.rows)
    names = _names(words, has_category)
    needs = _needs(report, names, has_category)
    figures = _figures(report, window, len(names), sheet, in_two_lines)
    if figures is None:
        return None
    taken = sum(column.width for column in figures.columns)
    room = sheet.frame_width - taken
    if not in_two_lines and sum(needs) > room:
        return None
    shares = [share for at, share in enumerate(SHARES) if at != 1 or has_category]
    widths = text_widths(shares, needs, room)
    edges = (*widths, *(column.width for column in figures.columns))
    return Layout(names, edges, figures, window, in_two_lines, has_category)


def _names(words: Profile, has_category: bool) -> tuple[str, ...]:
    activity = "ACTIVIDAD POI" if words.short == "POI" else field_label(words, "text")
    category = (field_label(words, "category"),) if has_category else ()
    unit = field_of(words, "plan", "unit").label.upper()
    return (unit, *category, activity, field_label(words, "unit_of_measure"))


def field_label(words: Profile, name: str) -> str:
    """Return what a field of an activity is called in the heading of a column."""
    return field_of(words, "activity", name).label.upper()


def _needs(report: Execution, names: Sequence[str], has_category: bool) -> list[float]:
    """Return the least width of each column of words: that of its longest word."""
    rows = report.rows
    texts = [
        ([row.unit for row in rows], faces.NARROW_SEMIBOLD),
        ([row.category for row in rows], faces.NARROW),
        ([row.activity for row in rows], faces.NARROW),
        ([row.unit_of_measure for row in rows], faces.NARROW),
    ]
    if not has_category:
        del texts[1]
    needs = []
    for (some, face), name in zip(texts, names, strict=True):
        heading = longest_word([name], faces.SEMIBOLD, NAME_SIZE)
        own = min(longest_word(some, face, TEXT_SIZE), WIDEST_WORD)
        needs.append(max(heading, own) + 2 * PAD + 0.5)
    needs[-2] = max(needs[-2], LEAST_ACTIVITY)
    return needs


def _figures(
    report: Execution, window: Window, before: int, sheet: Sheet, in_two_lines: bool
) -> Figures | None:
    """Return the columns of figures; None when side by side they would have to be broken."""
    narrow = sheet.frame_width < _CARTA
    size, gap = (7.0, 4.4) if narrow else (7.5, 5.0)
    columns, blocks = (
        _columns_in_two_lines(report, window)
        if in_two_lines
        else _columns_side_by_side(report, window)
    )
    every: tuple[Amounts, ...] = (*report.rows, report.total)
    lines = (line for row in every for line in lines_of(row, window, in_two_lines))
    natural = [
        natural_width(column.name, [widest], size, gap)
        for column, widest in zip(columns, widest_figures(lines, len(columns)), strict=True)
    ]
    natural = under_names(natural, blocks)
    room = sheet.frame_width - LEAST_TEXT
    if not in_two_lines and sum(natural) > room:
        return None
    widths = fitted(natural, room)
    widths = roomy(widths, sheet.frame_width * MOST_OF_FIGURES)
    made = tuple(
        FigureColumn(column.name, width, column.strong, column.line, column.tinted)
        for column, width in zip(columns, widths, strict=True)
    )
    return Figures(made, blocks, before, size, gap, centred=in_two_lines)


def _columns_side_by_side(
    report: Execution, window: Window
) -> tuple[list[FigureColumn], tuple[Block, ...]]:
    year, months = report.period.year, report.period.months
    columns = [FigureColumn("META", 0, strong=True), *_of_months(year, False)]
    columns += _of_months(months, True)
    past = len(columns)
    blocks = [Block("PROGRAMADO", 1, 1 + len(year)), Block("EJECUTADO", 1 + len(year), past)]
    for at in range(len(report.total.groups)):
        columns += [FigureColumn("PROG", 0, True, "rule"), FigureColumn("EJEC", 0, True)]
        blocks.append(Block(group_name(report.group, at), len(columns) - 2, len(columns)))
    return columns, tuple(blocks)


def _columns_in_two_lines(
    report: Execution, window: Window
) -> tuple[list[FigureColumn], tuple[Block, ...]]:
    columns = [FigureColumn("", 0), *_of_months(report.period.year[window.months], False)]
    first = window.groups.start
    for at in range(first, first + len(report.total.groups[window.groups])):
        name = group_name(report.group, at).replace(" ", "\n")
        columns.append(FigureColumn(name, 0, True, "rule" if at == first else ""))
    columns.append(FigureColumn("META", 0, True, "rule"))
    return columns, ()


def _of_months(months: Sequence[str], tinted: bool) -> list[FigureColumn]:
    """Return a column for each month, with a line at the first one and at each quarter."""
    return [
        FigureColumn(
            calendar.short_name(month),
            0,
            line="rule" if at == 0 else "hair" if at % 3 == 0 else "",
            tinted=tinted,
        )
        for at, month in enumerate(months)
    ]
