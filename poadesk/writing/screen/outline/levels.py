"""The levels of an outline: where each kind of row stands, in which letter, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poadesk.plan.model import Goal, Objective, Plan, Row, StrategicLine, rows_under
from poadesk.plan.places import named
from poadesk.plan.profiles import Noun, profile_of


# Without eq: caches ask for levels by what they are, and not field by field.
@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A kind of row in the outline. Lengths in pixels at 100 % text size, from the left edge."""

    table: str
    field: str
    role: str
    number_left: int
    text_left: int
    chevron: int = 0
    gap: int = 0
    has_year: bool = False


OBJECTIVE = Level("objective", "text", "objective", 44, 74, chevron=28, gap=12)
GOAL = Level("goal", "text", "goal", 56, 94, chevron=40, gap=8)
ACTIVITY = Level("activity", "text", "text", 56, 106, has_year=True)
ONLY_OBJECTIVE = Level("objective", "text", "objective", 28, 58, gap=4)
ONLY_LINE = Level("strategic_line", "name", "objective", 28, 58, gap=4)


def noun(table: str, plan: Plan) -> Noun:
    """Return the words for the rows of a table in the kind of plan that this is."""
    return profile_of(plan.profile).noun(table)


def singular(table: str, plan: Plan) -> str:
    """Return the word for one row of a table: `meta`."""
    return noun(table, plan).one


def counted(count: int, table: str, plan: Plan) -> str:
    """Return a count with its word: `13 metas`."""
    return noun(table, plan).counted(count)


def ghost_words(table: str, parent: Row | None, parent_number: str, plan: Plan) -> str:
    """Return what the row that adds says: `Agregar actividad a la meta 2.2`."""
    added = f"Agregar {singular(table, plan)}"
    if parent is None:
        return added
    return f"{added} {noun(parent.TABLE, plan).to} {parent_number}"


def first_words(table: str, plan: Plan) -> str:
    """Return what stands in the first row while nothing is written."""
    return f"Escriba {noun(table, plan).first}…"


def placeholder(table: str, plan: Plan) -> str:
    """Return what stands in a row without text."""
    return f"Escriba {noun(table, plan).the}…"


def deleted_sentence(rows: Sequence[Row], numbers: dict[str, str], plan: Plan) -> str:
    """Say what was deleted: `Se borró la meta 2.4 con sus 2 actividades`."""
    found = [_with_its(count, table, plan) for table, count in _below(rows) if count]
    what = counted(len(rows), rows[0].TABLE, plan)
    if len(rows) == 1:
        what = named(rows[0], numbers, profile_of(plan.profile))
    verb = "Se borró" if len(rows) == 1 else "Se borraron"
    return f"{verb} {what}" + (f" con {' y '.join(found)}" if found else "")


def _with_its(count: int, table: str, plan: Plan) -> str:
    return f"su {singular(table, plan)}" if count == 1 else f"sus {counted(count, table, plan)}"


def _below(rows: Sequence[Row]) -> Sequence[tuple[str, int]]:
    tables = {Objective: ("goal", "activity"), Goal: ("activity",), StrategicLine: ("programme",)}
    found = [below.TABLE for row in rows for _, below in rows_under(row)]
    return [(table, found.count(table)) for table in tables.get(type(rows[0]), ())]
