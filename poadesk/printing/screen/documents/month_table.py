"""How many activities each unit has in each month, as a table to sort and to copy."""

from __future__ import annotations

from poadesk.plan import calendar
from poadesk.plan.consolidated.summary import UnitFigures, figures_of, front_of
from poadesk.plan.model import Plan
from poadesk.plan.office import plans_of_units
from poadesk.plan.profiles import field_of, profile_of
from poadesk.plan.reports.limits import limits_of
from poadesk.plan.reports.table import COUNT, Column, Line, Table
from poadesk.plan.unit_names import NAMELESS
from poadesk.printing.screen.reports.making import ShownTable, shown_table

TITLE = "Actividades por mes"


def month_table(plans: tuple[Plan, ...]) -> ShownTable:
    """Return the table of the plans of a file, of which one at least is of a unit."""
    months_of_year, figures = figures_of(plans)
    words = profile_of(front_of(plans).profile)
    has_years = len(calendar.years(months_of_year)) > 1
    months = tuple(
        Column(calendar.short_name(month), COUNT, calendar.year(month) if has_years else "")
        for month in months_of_year
    )
    unit = field_of(words, "plan", "unit").label
    count = Column(words.noun("activity").titles, COUNT)
    columns = (Column("Código"), Column(unit), count, *months)
    lines = tuple(_line(at, one) for at, one in enumerate(figures, 1))
    sums = tuple(sum(one.by_month[at] for one in figures) for at in range(len(months_of_year)))
    activities = sum(one.activities for one in figures)
    closing = Line(("", "TOTAL", activities, *_shown(sums)))
    table = Table(TITLE, columns, lines, closing)
    return shown_table(table, limits_of(plans_of_units(plans)), words, several_units=True)


def _line(at: int, one: UnitFigures) -> Line:
    code = one.plan.unit_code.strip() or str(at)
    name = one.plan.unit.strip() or NAMELESS
    values = (code, name, one.activities, *_shown(one.by_month))
    return Line(values, plan_id=one.plan.id, row_id=one.plan.id)


def _shown(counts: tuple[int, ...]) -> tuple[int | None, ...]:
    """Return counts without the zeros, which stand as empty cells."""
    return tuple(count or None for count in counts)
