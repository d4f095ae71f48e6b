"""A column of a flat table: its name, what it means, and where its value is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poadesk.plan.analysis import cells
from poadesk.plan.analysis.spots import Spot
from poadesk.plan.fields import Choice, Field, Flag, Money, Month, Percent, Quantity, Whole
from poadesk.plan.model import declared_fields
from poadesk.plan.profiles import PROFILES, field_of
from poadesk.quick_dataclass import dataclass

_KINDS: tuple[tuple[type[Field], str], ...] = (
    (Quantity, cells.QUANTITY),
    (Money, cells.MONEY),
    (Percent, cells.PERCENT),
    (Flag, cells.FLAG),
    (Whole, cells.WHOLE),
    (Month, cells.MONTH),
)
UNITS = {
    cells.QUANTITY: "la unidad de medida de la actividad",
    cells.MONEY: "la moneda de la unidad",
    cells.PERCENT: "por ciento",
    cells.MONTH: "año y mes, como 2027-01",
}
_LEVELS = ("objective", "goal", "activity")


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is one of `cells`; `unit` says in what a number is counted, "" where in nothing."""

    name: str
    meaning: str
    kind: str
    unit: str
    take: Callable[[Spot], Any]

    def cell(self, spot: Spot) -> str:
        """Return the text of its cell in the row of a spot."""
        return cells.cell(self.kind, self.take(spot))


def declared(table: str, field: str, name: str, unit: str = "") -> Column:
    """Return the column of a declared field, with the meaning that its label and help tell."""
    kind = next((one for cls, one in _KINDS if isinstance(_field(table, field), cls)), cells.TEXT)
    return Column(
        name, _meaning(table, field), kind, unit or UNITS.get(kind, ""), _taker(table, field)
    )


def reckoned(
    name: str, meaning: str, take: Callable[[Spot], Any], kind: str = cells.TEXT, unit: str = ""
) -> Column:
    """Return a column whose value is no field: a number in the plan, a sum, a tie."""
    return Column(name, meaning, kind, unit or UNITS.get(kind, ""), take)


def _field(table: str, field: str) -> Field:
    return declared_fields(table)[field]


def _meaning(table: str, field: str) -> str:
    """Say the label of a field, how a POI calls it, and its help."""
    declared_field = _field(table, field)
    label = declared_field.label
    in_poi = field_of(PROFILES["poi"], table, field).label
    if in_poi != label:
        label = f"{label} (en un POI: {in_poi})"
    return ". ".join(part for part in (label, declared_field.help.rstrip(".")) if part)


def _taker(table: str, field: str) -> Callable[[Spot], Any]:
    kind, level = _field(table, field), table if table in _LEVELS else ""

    def take(spot: Spot) -> Any:
        row = spot.unit.plan if table == "plan" else getattr(spot, level or "row")
        value = getattr(row, field)
        if isinstance(kind, Choice):
            return kind.show(value) if value else ""
        return value

    return take
