"""The units that the planning office expects and those that delivered, and how each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from poadesk.plan.checks import findings
from poadesk.plan.folding import same_words
from poadesk.plan.handing_over import APPROVED, DELIVERED, DRAFT, OBSERVED, RECEIVED
from poadesk.plan.model import CatalogueItem, Delivery, Plan
from poadesk.plan.office import kit_of, plans_of_units
from poadesk.plan.verification import verification_code
from poadesk.quick_dataclass import dataclass

MISSING = "missing"  # where there is no plan, and the state of the plan where there is one
# As the planning office says it: what a unit has sent is what the office has received.
STATE_WORDS = {
    APPROVED: "Aprobado",
    OBSERVED: "Observado",
    DELIVERED: "Recibido",
    DRAFT: "Borrador",
    MISSING: "Falta",
}


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit and its plan, None while it is missing; `state` is a key of `STATE_WORDS`.

    `received_at` is kept as `2026-11-20 10:42`, or "". `errors` and `warnings` count what
    Revisar said of the plan, `open_remarks` those that the office has not seen resolved.
    """

    unit: str
    unit_code: str
    plan: Plan | None
    state: str
    is_expected: bool = True
    revision: int = 0
    received_at: str = ""
    errors: int = 0
    warnings: int = 0
    remarks: int = 0
    open_remarks: int = 0
    activities: int = 0
    code: str = ""


def units_of(plans: Sequence[Plan]) -> tuple[UnitStanding, ...]:
    """Return the expected units in the order of the office's list, then the others that came.

    Without a list every plan is of an expected unit.
    """
    kit, came = kit_of(plans), plans_of_units(plans)
    expected, by_office = expected_units(kit), kit is not None
    places = places_among(expected)
    found: list[UnitStanding] = []
    for at, item in enumerate(expected):
        own = [plan for plan in came if places(plan) == at]
        found += [_standing(plan, True, by_office) for plan in own] or [_missing(item)]
    others = (plan for plan in came if places(plan) is None)
    return (*found, *(_standing(plan, not expected, by_office) for plan in others))


def approved_alone(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """Return the plans that are approved, with what the office gives to all.

    Then no other unit is expected: those that delivered and are not approved are not missing.
    """
    kit = kit_of(plans)
    kept = tuple(plan for plan in plans_of_units(plans) if plan.state == APPROVED)
    if kit is None:
        return kept
    others = tuple(item for item in kit.catalogue if item.kind != "unit")
    return (replace(kit, catalogue=others), *kept)


def counted(units: Iterable[UnitStanding]) -> dict[str, int]:
    """Return how many units are in each state, in the order of `STATE_WORDS`."""
    counts = Counter(unit.state for unit in units)
    return {state: counts[state] for state in STATE_WORDS}


def expected_units(kit: Plan | None) -> tuple[CatalogueItem, ...]:
    """Return the units that the planning office expects, each once, in the order of its list."""
    named: dict[str, CatalogueItem] = {}
    for item in kit.catalogue if kit is not None else ():
        if item.kind == "unit" and item.name.strip():
            named.setdefault(same_words(item.name), item)
    return tuple(named.values())


def places_among(expected: Sequence[CatalogueItem]) -> Callable[[Plan], int | None]:
    """Return what tells which of the expected units a plan is of: by its name, or its code."""
    pairs = list(enumerate(expected))
    by_code = {same_words(item.code): at for at, item in pairs if item.code.strip()}
    by_name = {same_words(item.name): at for at, item in pairs}

    def place(plan: Plan) -> int | None:
        code = by_code.get(same_words(plan.unit_code))
        return by_name.get(same_words(plan.unit), code)

    return place


def _missing(item: CatalogueItem) -> UnitStanding:
    return UnitStanding(item.name, item.code, None, MISSING)


def _standing(plan: Plan, is_expected: bool, by_office: bool) -> UnitStanding:
    last = _last_received(plan)
    errors, warnings = (last.errors, last.warnings) if last else _counts_of_findings(plan)
    return UnitStanding(
        unit=plan.unit,
        unit_code=plan.unit_code,
        plan=plan,
        state=_state(plan, by_office),
        is_expected=is_expected,
        revision=plan.revision,
        received_at=last.at if last else "",
        errors=errors,
        warnings=warnings,
        remarks=len(plan.remarks),
        open_remarks=sum(remark.state != "resolved" for remark in plan.remarks),
        activities=sum(1 for _ in plan.activities()),
        code=verification_code(plan),
    )


def _state(plan: Plan, by_office: bool) -> str:
    """Return the state of a plan; what the office has was received, whatever the unit calls it."""
    if plan.state in (OBSERVED, APPROVED):
        return plan.state
    return DELIVERED if by_office or plan.state == DELIVERED else DRAFT


def _last_received(plan: Plan) -> Delivery | None:
    """Return how the plan last came; None if nobody noted that."""
    came = (one for one in plan.deliveries if one.event == RECEIVED)
    return max(came, key=lambda one: (one.at, one.revision), default=None)


def _counts_of_findings(plan: Plan) -> tuple[int, int]:
    counts = Counter(one.severity for one in findings(plan))
    return counts["error"], counts["warning"]
