"""Finds words in the plans of all units at once, for the planning office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poadesk.plan.model import Plan
from poadesk.plan.office import KIT, plans_of_units
from poadesk.plan.searching import FoundPlace, places_of


def places_in_sight(plan: Plan, plans: Sequence[Plan], words: str) -> list[FoundPlace]:
    """Return where words stand: in the chosen plan, or for the office in those of units too.

    What a unit wrote is told with its name, and is not replaced there.
    """
    own = places_of(plan, words)
    if plan.role != KIT:
        return own
    units = plans_of_units(plans)
    others = [_of_unit(unit, place) for unit in units for place in places_of(unit, words)]
    return [*own, *others]


def _of_unit(unit: Plan, place: FoundPlace) -> FoundPlace:
    name = " ".join(unit.unit.split())
    kind = f"{name} · {place.kind}" if name else place.kind
    return replace(place, kind=kind, is_phrase=False)
