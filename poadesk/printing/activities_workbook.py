"""The plans of a file as the workbook of activities that offices fill in and bring back.

It carries units, objectives, actions and activities with their months. It has no place for the
rest of a plan (FODA, resources, indicators, weeks, causes), nor for what has no activity below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from poadesk.plan import calendar
from poadesk.plan.activities_sheet import (
    ACTIVITIES_SHEET,
    COLUMNS,
    KEYS,
    LONGEST_CELL,
    PLAN_SHEET,
    Column,
    says_something,
)
from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.fields import Choice, Money, UnreadableError
from poadesk.plan.model import Activity, Goal, Objective, Plan, declared_fields
from poadesk.plan.office import plans_of_units
from poadesk.printing.told_apart import require_told_apart
from poadesk.printing.workbook_cells import clean, heading_cell, text_cell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_MOST_MONTHS = 12
_BATCH = 100  # rows after which the progress is told
_WIDTHS = {"text": 44, "unit": 30, "month": 11}
_OTHER_WIDTH = 18
_HOW_TO = "Cómo llenarlo"

Progress = Callable[[float], object]


def build_activities_workbook(
    plans: Sequence[Plan], progress: Progress = lambda share: None
) -> bytes:
    """Return the bytes of an .xlsx with the activities of all plans; brought back, it changes none.

    `progress` is told the share that is written, and may raise to stop. Raises `UnreadableError`
    with one Spanish sentence for plans that such a workbook cannot hold.
    """
    plans = require_plans_of_units(plans)
    require_same_months(plans)
    require_told_apart(plans)
    book = _begun(plans)
    with ended(book):
        write_activities(book, plans, progress)
    return bytes_of(book)


def write_activities(book: Workbook, plans: Sequence[Plan], progress: Progress) -> None:
    """Add the sheet of activities of plans that have the same months to a workbook."""
    columns = _columns(plans[0])
    rows = [row for plan in plans for row in _rows(plan)]
    sheet = _activities_sheet(book, columns)
    for at, row in enumerate(rows):
        if at % _BATCH == 0:
            progress(at / len(rows))
        sheet.append([_cell(sheet, column, row) for column in columns])
    sheet.auto_filter.ref = f"A1:{_letters(len(columns))}{len(rows) + 1}"


def require_plans_of_units(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """Return the plans that units have written; `UnreadableError` if there are none."""
    own = plans_of_units(plans)
    if not own:
        raise UnreadableError("Este archivo todavía no tiene el plan de ninguna unidad.")
    return own


def build_blank_workbook(plan: Plan) -> bytes:
    """Return the bytes of a workbook to fill in for a plan, which says how; raises as above."""
    require_same_months([plan])
    book = _begun([plan])
    columns = _columns(plan)
    _activities_sheet(book, columns)
    sheet: WriteOnlyWorksheet = book.create_sheet(_HOW_TO)
    sheet.column_dimensions["A"].width = _WIDTHS["unit"]
    sheet.column_dimensions["B"].width = 2 * _WIDTHS["text"]
    sheet.freeze_panes = "A2"
    sheet.append([heading_cell(sheet, words) for words in ("Columna", "Qué se escribe")])
    for heading, words in _explained(columns):
        sheet.append([text_cell(sheet, heading), text_cell(sheet, words)])
    return bytes_of(book)


def require_same_months(plans: Sequence[Plan]) -> None:
    """Raise `UnreadableError` for plans whose months do not fit into the same columns."""
    first = plans[0]
    for plan in plans:
        if plan.month_count > _MOST_MONTHS:
            raise UnreadableError(
                f"El plan tiene {plan.month_count} meses y el libro de actividades solo tiene "
                "lugar para doce: no se puede llevar a Excel."
            )
        if (plan.first_month, plan.month_count) != (first.first_month, first.month_count):
            raise UnreadableError(
                "Los planes de este archivo no empiezan y terminan en los mismos meses: "
                "no caben en un solo libro de actividades."
            )


def _begun(plans: Sequence[Plan]) -> Workbook:
    """Return a workbook with the sheet `Plan`."""
    # Local: openpyxl costs 110 ms, which only a workbook needs.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = clean(plans[0].entity)
    book.properties.title = "Libro de actividades"
    # The moment of writing says nothing of the plans, and equal plans are to look equal.
    book.properties.created = book.properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    sheet: WriteOnlyWorksheet = book.create_sheet(PLAN_SHEET)
    sheet.column_dimensions["A"].width = _OTHER_WIDTH
    sheet.column_dimensions["B"].width = _WIDTHS["text"]
    for key, name in KEYS.items():
        value = _shared(plans, name)
        sheet.append([heading_cell(sheet, key), text_cell(sheet, value) if value else None])
    return book


def _shared(plans: Sequence[Plan], name: str) -> str:
    """Return what all plans say of themselves; where they differ the workbook says nothing."""
    values = {getattr(plan, name) for plan in plans}
    value = values.pop()
    kind = declared_fields("plan")[name]
    if values or (isinstance(kind, Choice) and value not in dict(kind.options)):
        return ""
    if name == "year_label" and calendar.year(plans[0].first_month) not in value:
        return ""  # the workbook would be refused for it
    return _checked(kind.show(value), kind.label)


def _columns(plan: Plan) -> list[Column]:
    """Return the columns of a workbook, the months in the order of the plan."""
    months = [int(month[5:]) for month in calendar.months(plan.first_month, plan.month_count)]
    order = {month: at for at, month in enumerate(months)}
    families = list(dict.fromkeys(column.name for column in COLUMNS if column.month))
    of_months = [column for column in COLUMNS if column.month in order]
    of_months.sort(key=lambda column: (families.index(column.name), order[column.month]))
    return [*(column for column in COLUMNS if not column.month), *of_months]


def _activities_sheet(book: Workbook, columns: Sequence[Column]) -> WriteOnlyWorksheet:
    sheet: WriteOnlyWorksheet = book.create_sheet(ACTIVITIES_SHEET)
    for at, column in enumerate(columns, 1):
        width = _WIDTHS.get("text" if column.name == "text" else column.part, _OTHER_WIDTH)
        sheet.column_dimensions[_letters(at)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([heading_cell(sheet, column.heading) for column in columns])
    return sheet


class _Row:
    """One activity with all that its line says."""

    def __init__(self, plan: Plan, objective: Objective, goal: Goal, activity: Activity) -> None:
        self._parts = {"unit": plan, "objective": objective, "goal": goal, "activity": activity}
        months = calendar.months(plan.first_month, plan.month_count)
        self._months = {
            int(record.month[5:]): record for record in activity.months if record.month in months
        }

    def value(self, column: Column) -> Any:
        """Return what is stored for a column; None where nothing is."""
        if column.month:
            return getattr(self._months.get(column.month), column.name, None)
        return getattr(self._parts[column.part], column.name)


def _rows(plan: Plan) -> Iterator[_Row]:
    for objective in plan.objectives:
        for goal in objective.goals:
            for activity in goal.activities:
                if says_something(activity):
                    yield _Row(plan, objective, goal, activity)


def _cell(sheet: WriteOnlyWorksheet, column: Column, row: _Row) -> Any:
    value = row.value(column)
    if value is None or value == "":
        return None
    if not column.is_text:
        return _figure(sheet, column, value)
    field = column.field
    if isinstance(field, Choice):
        return text_cell(sheet, field.show(value)) if value in dict(field.options) else None
    return text_cell(sheet, _checked(value, column.heading))


def _figure(sheet: WriteOnlyWorksheet, column: Column, value: int) -> Any:
    """Return a number; one of more digits than Excel keeps as the text that a person types."""
    unit = 100 if isinstance(column.field, Money) else 1000
    whole, rest = divmod(value, unit)
    if not rest:
        return whole
    number = value / unit
    is_kept = f"{number:.15g}" == f"{whole}.{rest:0{len(str(unit)) - 1}d}".rstrip("0")
    return number if is_kept else text_cell(sheet, column.field.show(value))


def _checked(text: str, heading: str) -> str:
    """Return a text that fits into a cell: a cut one, brought back, would be lost in the plan."""
    if len(text) > LONGEST_CELL:
        raise UnreadableError(
            f"Un texto de “{heading}” tiene más de {LONGEST_CELL:,} letras, que no caben en una "
            f"celda de Excel: acorte el que empieza con “{text[:40]}”."
        )
    return text


def _explained(columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """Yield each column with a sentence about it; the twelve months of a kind go together."""
    for column in columns:
        if not column.month:
            yield column.heading, _explanation(column)
    for name in dict.fromkeys(column.name for column in columns if column.month):
        family = [column for column in columns if column.name == name]
        ends = f"{family[0].heading} a {family[-1].heading}"
        yield ends, _explanation(family[0])


def _explanation(column: Column) -> str:
    field = column.field
    if column.month:
        return (
            f"{field.label} en cada mes, de {MONTH_NAMES[column.month - 1]} en adelante: "
            f"{column.measure}. Vacía si no está anotado; 0 si no hubo nada."
        )
    if column.part == "unit":
        return "La unidad que hace la actividad: de cada unidad sale un plan."
    if isinstance(field, Choice):
        words = ", ".join(word for value, word in field.options if value)
        return f"{field.label}: una de estas palabras, o nada: {words}."
    example = f" Por ejemplo: {field.example}." if field.example else ""
    return f"{field.label}. {field.help}{example}".strip()


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


@contextmanager
def ended(book: Workbook) -> Iterator[None]:
    """Bring a workbook that is given up to its end, or its temporary files would stay behind."""
    try:
        yield
    except BaseException:
        book.save(BytesIO())
        raise


def bytes_of(book: Workbook) -> bytes:
    """Return a workbook as it stands in its file."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()
