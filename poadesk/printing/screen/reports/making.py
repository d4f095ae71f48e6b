"""A report as the screen shows it, made of frozen plans; knows no Qt, for it runs in a thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date

from poadesk.plan.folding import folded
from poadesk.plan.model import Plan
from poadesk.plan.profiles import Profile, field_of, profile_of
from poadesk.plan.reports.alerts import alerts_of
from poadesk.plan.reports.efficacy import ACCEPTABLE, INSUFFICIENT, REACHED, UNDERVALUED
from poadesk.plan.reports.kinds import Report, report_of
from poadesk.plan.reports.limits import Limits, limits_of
from poadesk.plan.reports.progress import INCOMPLETE
from poadesk.plan.reports.report_tables import tables_of
from poadesk.plan.reports.table import PERCENT, Line, Table, shown_value
from poadesk.plan.reports.traffic_light import AMBER, GREEN, GREY, LIGHT_WORDS, NOT_BEGUN, RED
from poadesk.plan.review import Finding
from poadesk.quick_dataclass import dataclass

# Signs of `light_sign.COLORS` by the word of a state or of a label, the worst first.
SIGNS = {
    LIGHT_WORDS[RED]: "late",
    LIGHT_WORDS[AMBER]: "at_risk",
    LIGHT_WORDS[GREEN]: "on_track",
    LIGHT_WORDS[INCOMPLETE]: "missing",
    LIGHT_WORDS[NOT_BEGUN]: "not_begun",
    LIGHT_WORDS[GREY]: "unplanned",
    INSUFFICIENT: "late",
    ACCEPTABLE: "at_risk",
    REACHED: "on_track",
    UNDERVALUED: "beyond",
}
_STATES, _CODE, _AREA = ("Estado", "Resultado"), "Código", "Área"
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Wish:
    """What report is wanted, of which plans, up to which month, and how its months are grouped.

    `approved` has {plan id: the plan as it was approved}.
    """

    plans: tuple[Plan, ...]
    kind: str
    until: str
    group: str
    today: date
    approved: Mapping[str, Plan] = field(default_factory=dict)

    @property
    def words(self) -> Profile:
        """Return the vocabulary of the plans."""
        return profile_of(self.plans[0].profile)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with what its view needs to know; columns are indexes of `table.columns`.

    `order` has the columns as they are shown, of which the first `fixed` stay in sight. `code`,
    `state` and `unit` may be NOWHERE. `words` has the folded text of every line, to search in,
    `longest` the longest text of every column.
    """

    table: Table
    limits: Limits
    order: tuple[int, ...]
    fixed: int
    code: int
    state: int
    unit: int
    words: tuple[str, ...]
    longest: tuple[str, ...]

    def text(self, line: Line, column: int) -> str:
        """Return a value as it is printed."""
        return shown_value(line.values[column], self.table.columns[column], self.limits)

    def state_of(self, line: Line) -> str:
        """Return the word of a line's state or label, "" without one."""
        return str(line.values[self.state] or "") if self.state != NOWHERE else ""


@dataclass(frozen=True, slots=True)
class Made:
    """A report with its tables and what its readers should know before trusting it.

    `has_records` says whether anything was recorded as done up to the cut-off.
    """

    wish: Wish
    report: Report
    tables: tuple[ShownTable, ...]
    alerts: tuple[Finding, ...]
    has_activities: bool
    has_records: bool

    @property
    def limits(self) -> Limits:
        """Return the settings of the file."""
        return limits_of(self.wish.plans)


def make(wish: Wish, alerts: Sequence[Finding] | None = None) -> Made:
    """Make a report; `alerts` are those of the same plans and month where they are known.

    Raises `UnreadableError` when the plans are not of the same months, or the cut-off is none.
    """
    report = report_of(wish.kind, wish.plans, wish.until, wish.today, wish.group, wish.approved)
    limits = limits_of(wish.plans)
    tables = tuple(
        shown_table(table, limits, wish.words, len(wish.plans) > 1)
        for table in tables_of(report, wish.words)
    )
    found = alerts_of(wish.plans, report.period) if alerts is None else alerts
    has_activities = any(next(plan.activities(), None) is not None for plan in wish.plans)
    return Made(wish, report, tables, tuple(found), has_activities, _has_records(wish))


def _has_records(wish: Wish) -> bool:
    return any(
        record.done_thousandths is not None and record.month <= wish.until
        for plan in wish.plans
        for activity in plan.activities()
        for record in activity.months
    )


def shown_table(table: Table, limits: Limits, words: Profile, several_units: bool) -> ShownTable:
    """Prepare a table for its view; the column of units is shown where there are several."""
    headings = [column.heading for column in table.columns]
    unit_label = field_of(words, "plan", "unit").label
    unit = _place(headings, unit_label, _AREA)
    state = _place(headings, *_STATES)
    code = max(0, headings.index(_CODE) if _CODE in headings else 1)
    order = _order(table, code, state)
    if unit != NOWHERE and not several_units and headings[unit] == unit_label:
        order = tuple(column for column in order if column != unit)
    words_of, longest = _searched(table, limits)
    return ShownTable(table, limits, order, 2, code, state, unit, words_of, longest)


def _place(headings: Sequence[str], *wanted: str) -> int:
    return next((at for at, heading in enumerate(headings) if heading in wanted), NOWHERE)


def _order(table: Table, code: int, state: int) -> tuple[int, ...]:
    """Put code and text first; where months follow, how far a line is comes before them."""
    first = [code, code + 1]
    if any(column.band for column in table.columns):
        percents = [at for at, one in enumerate(table.columns) if one.kind == PERCENT]
        first += [*percents[:1], *([state] if state != NOWHERE else []), *percents[1:]]
    rest = [at for at in range(len(table.columns)) if at not in first]
    return (*first, *rest)


def _searched(table: Table, limits: Limits) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the folded text of every line, and the longest text of every column."""
    longest = [""] * len(table.columns)
    words = []
    for line in (*table.lines, *filter(None, [table.closing])):
        texts = [
            shown_value(value, column, limits)
            for value, column in zip(line.values, table.columns, strict=True)
        ]
        longest = [max(pair, key=len) for pair in zip(longest, texts, strict=True)]
        words.append(folded(" ".join(texts)))
    return tuple(words[: len(table.lines)]), tuple(longest)
