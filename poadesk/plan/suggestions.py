"""Names that are offered while a field is written: those of the planning office, and those used."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.folding import folded
from poadesk.plan.kit import catalogue_names
from poadesk.plan.model import Plan

# Which names of the catalogue a field of a table takes.
_KINDS = {
    ("plan", "unit"): "unit",
    ("activity", "unit_of_measure"): "unit_of_measure",
    ("activity", "cost_centre"): "cost_centre",
    ("activity", "category"): "category",
}


def takes_names(table: str, field: str) -> bool:
    """Say whether names are offered for a field of a table."""
    return (table, field) in _KINDS


def names_for(plan: Plan, table: str, field: str) -> list[str]:
    """Return the names for a field: the office's in its order, then others that the plan uses."""
    given = [item.name for item in catalogue_names(plan, _KINDS[table, field])]
    used: set[str] = set()
    if table == "activity":
        used = {getattr(activity, field) for activity in plan.activities()}
    return [*dict.fromkeys(given), *sorted(used - {"", *given})]


def matching(names: Sequence[str], typed: str) -> list[str]:
    """Return the names that hold each word typed, those first that begin with it.

    Case and accents make no difference. A name that is written out already is not offered.
    """
    words = folded(typed).split()
    found = [name for name in names if all(word in folded(name) for word in words)]
    if found == [typed.strip()]:
        return []
    begin = folded(typed.strip())
    return sorted(found, key=lambda name: not folded(name).startswith(begin))
