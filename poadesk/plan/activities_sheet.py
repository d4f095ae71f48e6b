"""The workbook of activities that planning offices keep: its sheets, their headings, and what of
a plan stands below each. What reads the workbook and what writes it both go by this."""

from __future__ import annotations

from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.fields import Field, Money
from poadesk.plan.model import declared_fields
from poadesk.quick_dataclass import dataclass

PLAN_SHEET, ACTIVITIES_SHEET = "Plan", "Actividades"
LONGEST_CELL = 32_767  # letters; Excel keeps no more
# {key of the sheet Plan: field of the plan}
KEYS = {
    "Entidad": "entity",
    "Título": "title",
    "Año": "year_label",
    "Primer mes": "first_month",
    "Perfil": "profile",
}
_FAMILIES = {
    "Prog": "planned_thousandths",
    "Ejec": "done_thousandths",
    "Prog fin": "budget_cents",
    "Ejec fin": "spent_cents",
}
_OF_AN_ACTIVITY = {
    "Código actividad": "code",
    "Actividad": "text",
    "Categoría": "category",
    "Centro de costo": "cost_centre",
    "Prioridad": "priority",
    "Unidad de medida": "unit_of_measure",
    "Tipo de agregación": "aggregation",
    "Meta anual": "annual_target_thousandths",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `part` says whose it is: unit, objective, goal, activity or month.

    `month` is the number of its calendar month, 1 to 12; 0 where it belongs to none.
    """

    heading: str
    part: str
    name: str
    field: Field
    month: int = 0

    @property
    def is_text(self) -> bool:
        """Say whether it holds words, so that an empty cell says nothing about them."""
        return self.part != "month" and not self.name.endswith("_thousandths")

    @property
    def measure(self) -> str:
        """Return how a person calls one of its figures."""
        return "un monto" if isinstance(self.field, Money) else "una cantidad"


def _word_columns() -> tuple[Column, ...]:
    own = declared_fields("activity")
    return (
        Column("Unidad", "unit", "unit", declared_fields("plan")["unit"]),
        Column("Código objetivo", "objective", "code", declared_fields("objective")["code"]),
        Column("Objetivo", "objective", "text", declared_fields("objective")["text"]),
        Column("Código acción", "goal", "code", declared_fields("goal")["code"]),
        Column("Acción", "goal", "text", declared_fields("goal")["text"]),
        *(Column(words, "activity", name, own[name]) for words, name in _OF_AN_ACTIVITY.items()),
    )


def _month_columns() -> tuple[Column, ...]:
    own = declared_fields("month_record")
    return tuple(
        Column(f"{family} {name[:3].upper()}", "month", attribute, own[attribute], number)
        for family, attribute in _FAMILIES.items()
        for number, name in enumerate(MONTH_NAMES, 1)
    )


COLUMNS = (*_word_columns(), *_month_columns())
