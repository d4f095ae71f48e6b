"""A report as a table: what the screen sorts and the workbook writes; each cell keeps its value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from poadesk.plan.fields import show_quantity
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import WHOLE, shown
from poadesk.quick_dataclass import dataclass

TEXT, COUNT, QUANTITY, MONEY, PERCENT, EFFICACY = (
    "text",
    "count",
    "quantity",
    "money",
    "percent",
    "efficacy",
)
NOT_RECORDED = "—"
# A text, thousandths, cents, an exact percentage, or None where nothing is known.
Value = str | int | Fraction | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `band` is the heading that it shares with its neighbours, `decimals` of a %."""

    heading: str
    kind: str = TEXT
    band: str = ""
    decimals: int = 2
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of values; `row_id` is the activity or goal that it speaks of, in plan `plan_id`.

    `light` is the colour of its traffic light.
    """

    values: tuple[Value, ...]
    plan_id: str = ""
    row_id: str = ""
    light: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One closing figure of a report with its name."""

    name: str
    value: Value
    column: Column


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and lines, a closing line that sorting leaves at the end, and a caution below."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    closing: Line | None = None
    caution: str = ""


def shown_value(value: Value, column: Column, limits: Limits) -> str:
    """Return a value as it is printed; texts such as `S.P.` stay as they are in any column."""
    if value is None:
        return column.unknown
    if isinstance(value, str):
        return value
    if isinstance(value, Fraction):
        near = (WHOLE, limits.efficacy_cut) if column.kind == EFFICACY else limits.light_limits
        return shown(value, column.decimals, near)
    if column.kind == MONEY:
        return f"{value // 100:,}.{value % 100:02d}"
    return show_quantity(value) if column.kind == QUANTITY else f"{value:,}"


def of_months(names: Sequence[str], kind: str, band: str, unknown: str = "") -> Iterable[Column]:
    """Yield a column for each month under a common heading."""
    for name in names:
        yield Column(name, kind, band, unknown=unknown)
