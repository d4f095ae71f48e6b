"""Names across the plans of a file that are the same but for how they are written.

Case, accents, plural, spaces and punctuation make no difference. What is found is only offered:
nothing is ever joined without somebody who says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from poadesk.plan.kit import catalogue_names
from poadesk.plan.model import Plan
from poadesk.plan.office import kit_of, plans_of_units
from poadesk.plan.phrases import plain_singular
from poadesk.quick_dataclass import dataclass

# Which fields hold names of each kind, and what the kind is called.
KINDS = {
    "unit_of_measure": "Unidades de medida",
    "cost_centre": "Centros de costo",
    "category": "Categorías",
    "responsible": "Responsables",
    "unit": "Unidades",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way of writing a name: the ids of the rows that do, and of which units they are."""

    name: str
    row_ids: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    is_in_catalogue: bool = False

    @property
    def count(self) -> int:
        """Return how often the name is written so."""
        return len(self.row_ids)


@dataclass(frozen=True, slots=True)
class Group:
    """The ways in which one name is written, the one to keep first; `kind` is a key of `KINDS`."""

    kind: str
    key: str
    ways: tuple[Way, ...]

    @property
    def table(self) -> str:
        """Return the table of the rows that write the name."""
        return "plan" if self.kind == "unit" else "activity"


def key_of(name: str) -> str:
    """Return what is the same in all ways of writing a name."""
    return plain_singular(name).replace(" ", "") or name.strip()


def same_names(plans: Iterable[Plan]) -> list[Group]:
    """Return the names that are written in more than one way, by kind, in a certain order.

    A way of the office's catalogue counts also where nobody writes so.
    """
    plans = tuple(plans)
    kit, units = kit_of(plans), plans_of_units(plans)
    return [group for kind in KINDS for group in _of_kind(kind, units, kit)]


def _of_kind(kind: str, plans: Sequence[Plan], kit: Plan | None) -> Iterator[Group]:
    rows: defaultdict[str, list[str]] = defaultdict(list)
    units: defaultdict[str, set[str]] = defaultdict(set)
    for plan in plans:
        unit = " ".join(plan.unit.split())
        for name, ids in _written(kind, plan).items():
            rows[name] += ids
            units[name].add(unit)
    given = {item.name for item in catalogue_names(kit, kind)} if kit is not None else set()
    groups: dict[str, list[Way]] = {}
    for name in {one for one in (*rows, *given) if one.strip()}:
        ids, used_in = sorted(rows[name]), sorted(units[name])
        way = Way(name, tuple(ids), tuple(used_in), name in given)
        groups.setdefault(key_of(name), []).append(way)
    for key, ways in sorted(groups.items()):
        if len(ways) > 1 and any(not way.is_in_catalogue for way in ways):
            yield Group(kind, key, tuple(sorted(ways, key=_best_first)))


def _written(kind: str, plan: Plan) -> dict[str, list[str]]:
    """Return {name of a kind: the rows of a plan that write it}."""
    if kind == "unit":
        return {plan.unit: [plan.id]}
    result: defaultdict[str, list[str]] = defaultdict(list)
    name_of = attrgetter(kind)
    for objective in plan.objectives:
        for goal in objective.goals:
            for activity in goal.activities:
                result[name_of(activity)].append(activity.id)
    return result


def _best_first(way: Way) -> tuple[bool, int, int, str]:
    return not way.is_in_catalogue, -way.count, len(way.name), way.name
