"""Reads the sheet `Plan`: whose plan it is, of which kind, and with which month it begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Any

from poadesk.plan import calendar
from poadesk.plan.activities_sheet import KEYS
from poadesk.plan.beginning import empty_plan
from poadesk.plan.fields import Choice, UnreadableError
from poadesk.plan.model import Plan, declared_fields
from poadesk.plan.profiles import PROFILES
from poadesk.quick_dataclass import dataclass
from poadesk.tracking.workbook.cells import DATE, Cell
from poadesk.tracking.workbook.columns import key, nearest
from poadesk.tracking.workbook.problems import Place, Problems
from poadesk.tracking.workbook.sheet_rows import SheetRow
from poadesk.tracking.workbook.values import choice, month, words

_BY_KEY = {key(name): field for name, field in KEYS.items()}
_TITLES_OF_THE_COLUMN = {"clave", "campo", "dato"}
_MONTHS = 12
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the plans of a workbook; `values` are the fields that it says itself."""

    first_month: str
    month_count: int
    profile: str
    values: dict[str, Any]

    @property
    def months(self) -> tuple[str, ...]:
        """Return the months of the plans, in order."""
        return calendar.months(self.first_month, self.month_count)

    def empty_plan(self, plan_id: str, unit: str, position: int) -> Plan:
        """Return the plan of a unit with nothing in it."""
        plan = empty_plan(self.profile, self.first_month)
        own: dict[str, Any] = {
            "id": plan_id,
            "unit": unit,
            "position": position,
            "month_count": self.month_count,
        }
        return replace(plan, **own, **self.values)


def settings_of(
    name: str, rows: Iterable[SheetRow] | None, known: Plan | None, problems: Problems
) -> Settings | None:
    """Return what the sheet says, completed from a plan of the file; None without a first month.

    `rows` is None where the workbook has no such sheet.
    """
    cells = _cells(name, rows, problems) if rows is not None else {}
    values = _values(cells, problems)
    first_month = _first_month(cells, values.get("year_label", ""), problems)
    if not first_month and "first_month" not in cells:
        first_month = _first_month_otherwise(Place(name), values, known, rows is None, problems)
    if not first_month:
        return None
    _require_year(cells, values, first_month, problems)
    return Settings(
        first_month=first_month,
        month_count=known.month_count if known else _MONTHS,
        profile=values.get("profile") or _profile_otherwise(known),
        values=values,
    )


def _cells(
    name: str, rows: Iterable[SheetRow], problems: Problems
) -> dict[str, tuple[Place, Cell]]:
    """Return {field of the plan: its value's cell}; report keys that are none, or come twice."""
    found: dict[str, tuple[Place, Cell]] = {}
    for row in islice(rows, _MOST_ROWS):
        place = Place(name, row.number, 1)
        said = row.cells[1].shown().strip() if 1 in row.cells else ""
        field = _BY_KEY.get(key(said), "")
        if not said or (row.number == 1 and key(said) in _TITLES_OF_THE_COLUMN):
            continue
        if not field:
            missing = [name for name, one in KEYS.items() if one not in found]
            _report_unknown(place, said, missing, problems)
        elif field in found:
            problems.error(place, f"“{said}” está dos veces: deje una sola.")
        elif 2 in row.cells:
            found[field] = (Place(name, row.number, 2), row.cells[2])
    return found


def _report_unknown(place: Place, said: str, among: Iterable[str], problems: Problems) -> None:
    near = nearest(said, among)
    if near:
        problems.error(place, f"“{said[:60]}” no se conoce: ¿quiso decir “{near}”?")
    else:
        problems.note(place, f"“{said[:60]}” no se conoce y no se trae.")


def _values(cells: dict[str, tuple[Place, Cell]], problems: Problems) -> dict[str, Any]:
    """Return the fields that could be read, except the first month."""
    values: dict[str, Any] = {}
    for field, (place, cell) in cells.items():
        if field == "first_month":
            continue
        try:
            value = _value(field, cell)
        except UnreadableError as error:
            problems.error(place, str(error))
        else:
            values.update({field: value} if value else {})
    return values


def _value(field: str, cell: Cell) -> Any:
    kind = declared_fields("plan")[field]
    if isinstance(kind, Choice):
        return choice(cell, kind)
    if field == "year_label" and cell.kind == DATE:
        return cell.content[:4]
    return kind.read(words(cell))


def _first_month(cells: dict[str, tuple[Place, Cell]], year_label: str, problems: Problems) -> str:
    """Return the first month as the sheet says it, or "" where it does not."""
    if "first_month" not in cells:
        return ""
    place, cell = cells["first_month"]
    try:
        return month(cell, year_label[:4])
    except UnreadableError as error:
        problems.error(place, str(error))
        return ""


def _profile_otherwise(known: Plan | None) -> str:
    return known.profile if known and known.profile in PROFILES else "poi"


def _first_month_otherwise(
    place: Place, values: dict[str, Any], known: Plan | None, no_sheet: bool, problems: Problems
) -> str:
    """Return the first month of the file's plan, or January of the year that the sheet names."""
    if known:
        return known.first_month
    if len(values.get("year_label", "")) == 4:
        first = f"{values['year_label']}-01"
        problems.note(place, f"no dice el “Primer mes”: se tomó {calendar.name(first)}.")
        return first
    missing = "falta esta hoja" if no_sheet else "faltan “Primer mes” y “Año”"
    problems.error(place, f"{missing}: escriba en ella “Primer mes” y, al lado, 2022-01.")
    return ""


def _require_year(
    cells: dict[str, tuple[Place, Cell]],
    values: dict[str, Any],
    first_month: str,
    problems: Problems,
) -> None:
    """Report a year of the plan that is not that of its first month."""
    label = values.get("year_label", "")
    if label and calendar.year(first_month) not in label:
        problems.error(
            cells["year_label"][0],
            f"el año es {label}, pero el plan empieza en {first_month}: corrija uno de los dos.",
        )
