"""The workbook of activities that planning offices keep: its sheets, their headings, and what of
a plan stands below each. What reads the workbook and what writes it both go by this."""

from __future__ import annotations

from typing import Generic, TypeVar

from poadesk.plan.calendar import MONTH_NAMES
from poadesk.plan.fields import Field, Money
from poadesk.plan.folding import same_words
from poadesk.plan.model import Activity, declared_fields
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


Known = TypeVar("Known")
Name = tuple[str, str]  # code and text of an objective or a goal
_NO_NAME, _ANYWHERE = ("", ""), "anywhere"


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


class KnownActivities(Generic[Known]):
    """The activities of a workbook so far, found again by what their lines call them.

    A line tells which activity of its unit it is by the code or, where it has none, by the text
    and the goal. One that names no goal may be of any.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Known] = {}

    def first(
        self, one: Known, unit: str, objective: Name, goal: Name, code: str, text: str
    ) -> Known:
        """Return the one that cannot be told from this line, or `one` itself if it is the first."""
        words = (unit, "code", same_words(code)) if code else (unit, "text", same_words(text))
        place: tuple[str, ...] = ()
        if not code and _NO_NAME not in (objective, goal):
            place = tuple(map(same_words, (*objective, *goal)))
        asked = [(*words, *place), (*words, _ANYWHERE)] if place else [words]
        found = [self._known[key] for key in asked if key in self._known]
        for key in (words, (*words, *(place or (_ANYWHERE,)))):
            self._known.setdefault(key, one)
        return found[0] if found else one


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


def says_something(activity: Activity) -> bool:
    """Say whether anything of an activity has been written: an empty one is no line."""
    own = (column for column in COLUMNS if column.part == "activity")
    return bool(activity.months) or any(getattr(activity, column.name) for column in own)
