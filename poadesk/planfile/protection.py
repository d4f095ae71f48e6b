"""What in an open file is not for the person in front of it to change, and the sentence of why.

In the plan of a unit that is what the planning office gave; in a file of the office it is all
that units wrote.
"""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.kit import protected_fields
from poadesk.plan.model import ROW_CLASSES, Plan, Row, declared_fields, parent_column
from poadesk.plan.numbering import numbers
from poadesk.plan.office import KIT, is_office
from poadesk.plan.places import named
from poadesk.plan.profiles import profile_of
from poadesk.planfile.changes import Change, merged
from poadesk.planfile.errors import ProtectedError
from poadesk.planfile.indexed_plan import IndexedPlan

# Where a plan comes from is told by the office alone, and so is what it has given.
_OF_THE_OFFICE = frozenset({"role", "kit_id", "kit_version"})
_RANKS = {cls.TABLE: rank for rank, cls in enumerate(ROW_CLASSES)}
_FROM_OFFICE = "Viene de Planificación: aquí no se cambia."


def is_of_unit(plan: Plan, plans: Iterable[Plan]) -> bool:
    """Say whether a plan is one that a unit wrote, in a file of the planning office."""
    return plan.role != KIT and is_office(plans)


def require_allowed(changes: Iterable[Change], places: IndexedPlan) -> None:
    """Raise `ProtectedError` if these changes touch what is protected; `places` are from before."""
    office = is_office(places.plans)
    given: dict[str, dict[str, frozenset[str]]] = {}
    come: dict[str, str] = {}
    net = merged(changes)
    for change in net:
        come[change.id] = (change.after or {}).get(parent_column(change.table), "")
    # The highest row first: it is the one that the person has touched.
    for change in sorted(net, key=lambda change: _RANKS[change.table]):
        plan = _plan_of(change.id, places, come)
        if plan is None or plan.role == KIT:
            continue
        if office:
            raise ProtectedError(written_by_unit(plan))
        if plan.id not in given:
            given[plan.id] = protected_fields(plan)
        _require_own(change, plan, places, given[plan.id])


def written_by_unit(plan: Plan) -> str:
    """Say why the plan of a unit is not changed in a file of the office."""
    unit = " ".join(plan.unit.split())
    whose = f"El plan de “{unit}”" if unit else "Este plan"
    return f"{whose} lo escribió la unidad: aquí se lee y se observa, y no se cambia."


def why_kept(row: Row, plan: Plan, over: Row | None = None) -> str:
    """Say why a given row cannot be deleted."""
    return f"{_name(row, plan, over)} viene de Planificación y no se puede borrar."


def _plan_of(row_id: str, places: IndexedPlan, come: dict[str, str]) -> Plan | None:
    """Return the plan in which a row stands or comes to stand; None for a plan that is new."""
    seen: set[str] = set()
    while row_id and places.row(row_id) is None and row_id not in seen:
        seen.add(row_id)
        row_id = come.get(row_id, "")
    plan = places.row(places.plan_id(row_id)) if row_id else None
    return plan if isinstance(plan, Plan) else None


def _require_own(
    change: Change, plan: Plan, places: IndexedPlan, given: dict[str, frozenset[str]]
) -> None:
    if change.table == "kit_part" and given:
        raise ProtectedError(_FROM_OFFICE)
    if change.id not in given:
        return
    row = places.row(change.id)
    if row is None or change.before is None:
        return
    over = places.row(places.parent_id(row.id))
    if change.after is None:
        raise ProtectedError(why_kept(row, plan, over))
    if parent_column(change.table) in change.after:
        raise ProtectedError(f"{_name(row, plan, over)} viene de Planificación y no se mueve.")
    fields = given[change.id] | (_OF_THE_OFFICE if row is plan else frozenset())
    touched = [name for name in change.after if name in fields]
    if touched:
        raise ProtectedError(_why_fixed(row, plan, over, touched[0]))


def _why_fixed(row: Row, plan: Plan, over: Row | None, field: str) -> str:
    declared = declared_fields(row.TABLE)[field]
    if isinstance(row, Plan):
        return f"“{declared.label}” viene de Planificación: aquí no se cambia."
    return f"{_name(row, plan, over)} viene de Planificación: aquí no se cambia."


def _name(row: Row, plan: Plan, over: Row | None) -> str:
    if row.TABLE == "objective_line":
        return "Esa relación con una línea estratégica"
    words = named(row, numbers(plan), profile_of(plan.profile), over)
    return f"{words[0].upper()}{words[1:]}"
