"""What the tracking grid says in words: states, amounts, deadlines, its cells read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from poadesk.plan import calendar
from poadesk.plan.fields import show_quantity
from poadesk.plan.phrases import counted, listed
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import percent, shown
from poadesk.plan.reports.progress import INCOMPLETE
from poadesk.plan.reports.traffic_light import AMBER, GREEN, GREY, LIGHT_WORDS, RED
from poadesk.plan.schedule import MARK
from poadesk.tracking.edits import BUDGET, DONE, SPENT
from poadesk.tracking.screen.rows import FINANCIAL, PLANNED, Kind, TrackingRow
from poadesk.tracking.standing import (
    AT_RISK,
    INACTIVE,
    LATE,
    MISSING,
    NOT_BEGUN,
    ON_TRACK,
    STATES,
    UNPLANNED,
    Scope,
)

NOTHING = "—"
STATE_WORDS = {
    LATE: LIGHT_WORDS[RED],
    AT_RISK: LIGHT_WORDS[AMBER],
    ON_TRACK: LIGHT_WORDS[GREEN],
    MISSING: LIGHT_WORDS[INCOMPLETE],
    NOT_BEGUN: LIGHT_WORDS[NOT_BEGUN],
    UNPLANNED: LIGHT_WORDS[GREY],
    INACTIVE: "No activa",
}
PILLS = [
    ("", "Todas"),
    *((state, "Atrasadas" if state == LATE else STATE_WORDS[state]) for state in STATES),
]
_SHORT = {MISSING: "S.I.", NOT_BEGUN: NOTHING, UNPLANNED: "S.P.", INACTIVE: NOTHING}
FIELD_WORDS = {PLANNED: "programado", DONE: "hecho", BUDGET: "presupuesto", SPENT: "gasto"}


def amount_words(value: int, field: str, has_unit: bool = True) -> str:
    """Show an amount as a cell does: `240`, `X` for a mark, `410.50` for money."""
    if field in (BUDGET, SPENT):
        return f"{value // 100:,}" if value % 100 == 0 else f"{value // 100:,}.{value % 100:02d}"
    return "X" if value == MARK and not has_unit else show_quantity(value)


def figure(row: TrackingRow, kind: Kind) -> str:
    """Return what heads the progress of an activity: `88.89 %`, `S.I.`, `S.P.`."""
    value = _share_spent(row) if kind is FINANCIAL else row.standing.progress.value
    if kind is FINANCIAL:
        return NOTHING if value is None else percent_words(value, row.scope.limits)
    short = _SHORT.get(row.standing.state)
    if short or value is None:
        return short or NOTHING
    return percent_words(value, row.scope.limits)


def verdict(row: TrackingRow, kind: Kind) -> str:
    """Return the line below it: `En riesgo`, `Falta jun`, `del presupuesto`."""
    if kind is FINANCIAL:
        return "sin presupuesto" if _share_spent(row) is None else "del presupuesto"
    state = row.standing.state
    return missing_short(row.standing.overdue) if state == MISSING else STATE_WORDS[state]


def percent_words(value: Fraction, limits: Limits) -> str:
    """Show a percentage so that rounding never takes it across a limit."""
    return f"{shown(value, 2, limits.light_limits)}\u00a0%"


def missing_short(months: Sequence[str]) -> str:
    """Say in a few letters which months are missing: `Falta jun`, `Faltan 4 meses`."""
    names = [calendar.short_name(month).lower() for month in months]
    if len(names) == 1:
        return f"Falta {names[0]}"
    return f"Faltan {listed(names)}" if len(names) == 2 else f"Faltan {len(names)} meses"


def until_words(row: TrackingRow, kind: Kind, currency: str) -> str:
    """Say how far an activity has come: `389 de 700 llamadas hasta septiembre`."""
    until = calendar.name(row.scope.period.until)
    aim, reached = row.sums(kind)
    if kind is FINANCIAL:
        if aim is None and reached is None:
            return f"Sin presupuesto hasta {until}"
        money = [currency + amount_words(one or 0, SPENT) for one in (reached, aim)]
        return f"{money[0]} de {money[1]} hasta {until}"
    if row.standing.state == UNPLANNED:
        return f"No hay nada programado hasta {until}"
    if aim is None:
        return f"Promedio de los meses programados hasta {until}"
    unit = row.activity.unit_of_measure if row.activity else ""
    return f"{show_quantity(reached or 0)} de {counted(aim, unit)} hasta {until}"


def deadline_words(scope: Scope, short: bool = False) -> str:
    """Say until when the cut-off month is recorded, or that it has not ended yet."""
    until = scope.period.until
    month = calendar.name(until).capitalize()
    if not scope.has_ended(until):
        runs = until == calendar.month_of(scope.today)
        yet = f"{month} todavía no {'termina' if runs else 'empieza'}"
        if short:
            return yet
        shows = scope.has_ended(scope.period.months[0])
        return f"{yet}: lo que falta hacer se ve como atraso." if shows else f"{yet}."
    deadline = scope.limits.deadline(until)
    day = day_words(deadline, scope.today)
    if short:
        return f"{month}: hasta el {day}"
    if deadline < scope.today:
        return f"El plazo para registrar {month.lower()} terminó el {day}."
    return f"{month} se registra hasta el {day}."


def day_words(day: date, today: date) -> str:
    """Return a day as people say it: `31 de octubre`, with the year where it is another one."""
    words = f"{day.day} de {calendar.MONTH_NAMES[day.month - 1]}"
    return words if day.year == today.year else f"{words} de {day.year}"


def cell_aloud(row: TrackingRow, month: str, kind: Kind) -> str:
    """Describe a cell: `2.2.2, septiembre, hecho 64 de 100`."""
    place = f"{row.number}, {calendar.name(month)}"
    upper, lower = (row.amounts(field).get(month) for field in (kind.upper, kind.lower))
    planned = amount_words(upper, kind.upper, row.has_unit) if upper is not None else ""
    word = FIELD_WORDS[kind.lower]
    if lower is not None:
        of = f" de {planned}" if planned else f", sin {FIELD_WORDS[kind.upper]}"
        return f"{place}, {word} {amount_words(lower, kind.lower, row.has_unit)}{of}"
    tail = f", {FIELD_WORDS[kind.upper]} {planned}" if planned else ""
    if month not in row.missing(kind):
        return f"{place}{tail or ', sin programación'}"
    late = " y vencido" if row.scope.is_overdue(month) else ""
    return f"{place}{tail}, sin registrar{late}"


def row_aloud(row: TrackingRow, kind: Kind) -> str:
    """Describe an activity: its number, text, progress and state."""
    return f"{row.number} {row.text}: {figure(row, kind)}, {verdict(row, kind)}".strip()


def _share_spent(row: TrackingRow) -> Fraction | None:
    aim, reached = row.sums(FINANCIAL)
    return percent(reached or 0, aim) if aim else None
