"""Where a row stands in its plan: its parent, its siblings and the words that name it."""

from __future__ import annotations

from poadesk.plan.model import CatalogueItem, Plan, Row, SwotItem, child_attributes, rows_under
from poadesk.plan.profiles import Profile
from poadesk.quick_dataclass import dataclass

# The words of a table with their article; those of the levels are in the plan's profile.
NAMES = {
    "plan": "el plan",
    "strategic_line": "la línea estratégica",
    "programme": "el programa",
    "resource": "el recurso",
    "indicator": "el indicador",
}
_SWOT_NAMES = {
    "strength": "la fortaleza",
    "opportunity": "la oportunidad",
    "weakness": "la debilidad",
    "threat": "la amenaza",
}
_CATALOGUE_NAMES = {
    "unit": "la unidad",
    "unit_of_measure": "la unidad de medida",
    "cost_centre": "el centro de costo",
    "category": "la categoría",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A row and the row above it (None above the plan)."""

    row: Row
    parent: Row | None


def places(plan: Plan) -> dict[str, Place]:
    """Return {row id: its place} for the plan and everything below it."""
    result = {plan.id: Place(plan, None)}
    for parent_id, row in rows_under(plan):
        result[row.id] = Place(row, result[parent_id].row)
    return result


def siblings(parent: Row, table: str, like: Row | None = None) -> tuple[Row, ...]:
    """Return the rows of `table` below `parent`.

    SWOT items are only those of the quadrant of `like`, names of the office only those of its kind.
    """
    rows: tuple[Row, ...] = getattr(parent, child_attributes(parent.TABLE)[table])
    if isinstance(like, CatalogueItem):
        return tuple(
            row for row in rows if isinstance(row, CatalogueItem) and row.kind == like.kind
        )
    if isinstance(like, SwotItem):
        return tuple(
            row for row in rows if isinstance(row, SwotItem) and row.quadrant == like.quadrant
        )
    return rows


def named(row: Row, numbers: dict[str, str], words: Profile, over: Row | None = None) -> str:
    """Name a row with its article and number: `la actividad 2.2.1`.

    What has no name of its own, such as a month, goes by that of the row above it, `over`.
    """
    if isinstance(row, SwotItem):
        return _SWOT_NAMES[row.quadrant]
    if isinstance(row, CatalogueItem):
        return _CATALOGUE_NAMES[row.kind]
    level = words.levels.get(row.TABLE)
    if over is not None and level is None and row.TABLE not in NAMES:
        return named(over, numbers, words)
    name = level.the if level else NAMES[row.TABLE]
    return f"{name} {numbers[row.id]}" if row.id in numbers else name
