"""The institution's documents as workbooks: figures, units, activities and cronograma."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from poadesk.plan import calendar, schedule
from poadesk.plan.consolidated.by_line import by_line
from poadesk.plan.consolidated.summary import Summary, UnitFigures, summary_of
from poadesk.plan.consolidated.units import MISSING, STATE_WORDS, UnitStanding
from poadesk.plan.model import Activity, Plan
from poadesk.plan.numbering import numbers
from poadesk.plan.profiles import profile_of
from poadesk.printing.activities_workbook import (
    bytes_of,
    ended,
    require_plans_of_units,
    require_same_months,
    write_activities,
)
from poadesk.printing.consolidated.options import CONSOLIDATED, SCHEDULE, TITLES, UNITS_LIST
from poadesk.printing.consolidated.sheets import (
    Heading,
    Money,
    Quantity,
    Value,
    add_headings,
    add_row,
    add_table,
    begun,
    new_sheet,
)
from poadesk.printing.tables import year_of

if TYPE_CHECKING:
    from openpyxl import Workbook

Progress = Callable[[float], object]
_NAME, _WIDE, _SHORT, _MONTH = 36, 48, 14, 9  # widths of columns in letters
MARK = "X"
# Up to here the activities are written; the cronograma is the rest of the work.
_ACTIVITIES_DONE = 0.7


def build_workbook(
    kind: str, plans: Sequence[Plan], progress: Progress = lambda share: None
) -> bytes:
    """Return the bytes of an .xlsx of a document (a name of `options.DOCUMENTS`).

    `progress` is told the share that is written, and may raise to stop. Raises `UnreadableError`
    with one Spanish sentence for plans that a workbook cannot hold.
    """
    own = require_plans_of_units(plans)
    if kind == CONSOLIDATED:
        require_same_months(own)
    summary = summary_of(plans)
    book = begun(summary.front, TITLES[kind])
    with ended(book):
        if kind == CONSOLIDATED:
            _add_summary(book, plans, summary)
            _add_units(book, summary)
            write_activities(book, own, lambda share: progress(share * _ACTIVITIES_DONE))
        if kind == UNITS_LIST:
            _add_units(book, summary)
        else:
            _add_schedule(book, summary, progress)
        if kind == SCHEDULE:
            _add_months(book, summary)
    return bytes_of(book)


def _add_summary(book: Workbook, plans: Sequence[Plan], summary: Summary) -> None:
    sheet = new_sheet(book, "Resumen", (_WIDE, _SHORT, _SHORT, _SHORT, _SHORT, _SHORT))
    words = profile_of(summary.front.profile)
    add_headings(sheet, ("Institución", ""))
    for row in _facts(summary):
        add_row(sheet, row)
    add_row(sheet, ())
    titles = [words.noun(one).titles for one in ("objective", "goal", "activity")]
    add_headings(sheet, (words.unit, *titles, "Costo", "Presupuesto"))
    for figures in summary.figures:
        add_row(sheet, (figures.plan.unit, *_amounts(figures)))
    add_row(sheet, ("Total", *_amounts(summary)), bold=True)
    add_row(sheet, ())
    add_headings(sheet, ("Línea estratégica", "Unidades", titles[0], titles[2]))
    for group in by_line(plans):
        count = sum(len(part.objectives) for part in group.parts)
        name = f"{group.number} {group.name}".strip()
        add_row(sheet, (name, len(group.parts), count, group.activities))


def _facts(summary: Summary) -> Iterator[tuple[Value, ...]]:
    front = summary.front
    yield "Entidad", front.entity
    yield "Plan", f"{front.title} {year_of(front)}"
    yield "Unidades esperadas", summary.expected
    yield "Unidades que entregaron", summary.received
    for state, word in STATE_WORDS.items():
        yield f"Estado: {word}", summary.count(state)
    yield "Meses con algo programado", summary.planned_months
    yield "Moneda", summary.currency if summary.currency is not None else "Hay varias"


def _amounts(one: Summary | UnitFigures) -> tuple[Value, ...]:
    money = (None if amount is None else Money(amount) for amount in (one.cost, one.budget))
    return (one.objectives, one.goals, one.activities, *money)


def _add_units(book: Workbook, summary: Summary) -> None:
    headings: tuple[Heading, ...] = (
        (profile_of(summary.front.profile).unit, _NAME),
        ("Código", _SHORT),
        ("Estado", _SHORT),
        ("Se esperaba", _SHORT),
        ("Revisión", _SHORT),
        ("Llegó", 18),
        ("Hay que corregir", _SHORT),
        ("Vale la pena revisar", _SHORT),
        ("Observaciones", _SHORT),
        ("Observaciones abiertas", _SHORT),
        ("Actividades", _SHORT),
        ("Código de verificación", 20),
    )
    add_table(book, "Unidades", headings, map(_unit, summary.units))


def _unit(unit: UnitStanding) -> tuple[Value, ...]:
    expected = "Sí" if unit.is_expected else "No"
    first = (unit.unit, unit.unit_code, STATE_WORDS[unit.state], expected)
    if unit.state == MISSING:
        return first
    return (
        *first,
        unit.revision,
        unit.received_at,
        unit.errors,
        unit.warnings,
        unit.remarks,
        unit.open_remarks,
        unit.activities,
        unit.code,
    )


def _add_schedule(book: Workbook, summary: Summary, progress: Progress) -> None:
    """Add what each activity plans in each month: its quantity, or an X where it counts nothing."""
    words = profile_of(summary.front.profile)
    headings: tuple[Heading, ...] = (
        (words.unit, _NAME),
        ("Código", _SHORT),
        (words.noun("activity").title, _WIDE),
        ("Unidad de medida", _SHORT),
        *_month_headings(summary),
        ("Total", _SHORT),
    )
    add_table(book, "Cronograma", headings, _scheduled(summary, progress))


def _scheduled(summary: Summary, progress: Progress) -> Iterator[tuple[Value, ...]]:
    for at, one in enumerate(summary.figures):
        progress(_ACTIVITIES_DONE + at / len(summary.figures) * (1 - _ACTIVITIES_DONE))
        number = numbers(one.plan)
        for activity in one.plan.activities():
            yield (
                one.plan.unit,
                number[activity.id],
                activity.text,
                activity.unit_of_measure,
                *_of_months(activity, summary.months),
            )


def _of_months(activity: Activity, months: Sequence[str]) -> tuple[Value, ...]:
    """Return what stands in each month, and their sum."""
    planned = schedule.planned(activity)
    counts = not schedule.is_marked(activity)
    shown: list[Value] = [
        None if month not in planned else Quantity(planned[month]) if counts else MARK
        for month in months
    ]
    total = Quantity(schedule.total(activity)) if planned else None
    return (*shown, total)


def _add_months(book: Workbook, summary: Summary) -> None:
    """Add how many activities each unit has in each month."""
    words = profile_of(summary.front.profile)
    headings = ((words.unit, _NAME), *_month_headings(summary), ("Actividades", _SHORT))
    rows: list[tuple[Value, ...]] = [
        (one.plan.unit, *one.by_month, one.activities) for one in summary.figures
    ]
    closing: tuple[Value, ...] = ("Total", *summary.by_month, summary.activities)
    add_table(book, "Actividades por mes", headings, rows, closing)


def _month_headings(summary: Summary) -> tuple[Heading, ...]:
    has_years = len(calendar.years(summary.months)) > 1
    return tuple(
        (
            f"{calendar.short_name(month)} {calendar.year(month) if has_years else ''}".strip(),
            _MONTH,
        )
        for month in summary.months
    )
