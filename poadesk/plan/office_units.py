"""The units of an office file: which were expected, which delivered, and how far each is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from poadesk.plan.consolidated.units import MISSING, expected_units, places_among
from poadesk.plan.folding import same_words
from poadesk.plan.handing_over import APPROVED, DELIVERED, OBSERVED, RECEIVED, SENT
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.office import kit_of, plans_of_units
from poadesk.plan.phrases import plain_singular
from poadesk.plan.remarks import RemarkCounts, counted
from poadesk.plan.unit_names import unit_name
from poadesk.quick_dataclass import dataclass

REFUSED = "refused"  # and `MISSING`, or the state of the plan that came


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One line of Entregas. Without a `plan_id` nothing of the unit has been received.

    `arrived` is the moment of its last arrival, `errors` and `warnings` what Revisar said then;
    None where nobody asked. `reason` says why a file of the unit was not received. `is_listed` is
    False for a plan that came without being on the office's list, and `other_entity` names whose
    it is where that is not the office's own.
    """

    name: str
    state: str
    is_expected: bool = True
    code: str = ""
    plan_id: str = ""
    revision: int = 0
    arrived: str = ""
    errors: int | None = None
    warnings: int | None = None
    remarks: RemarkCounts = field(default_factory=RemarkCounts)
    reason: str = ""
    is_listed: bool = True
    other_entity: str = ""

    @property
    def key(self) -> str:
        """Return what tells the row from every other."""
        return self.plan_id or f"{self.state} {self.name}"


@dataclass(frozen=True, slots=True)
class UnitTotals:
    """How many units there are, and how many of them are in each state."""

    units: int
    approved: int
    observed: int
    received: int

    @property
    def delivered(self) -> int:
        """Return how many have delivered."""
        return self.approved + self.observed + self.received

    @property
    def missing(self) -> int:
        """Return how many have not."""
        return self.units - self.delivered


def unit_rows(plans: Iterable[Plan], refused: Mapping[str, str] | None = None) -> list[UnitRow]:
    """Return a row for each unit, expected or received, by name.

    `refused` holds {name of a unit or file: why it was not received}.
    """
    plans = tuple(plans)
    kit, came = kit_of(plans), plans_of_units(plans)
    entity = kit.entity if kit is not None else ""
    expected = expected_units(kit)
    places = list(map(places_among(expected), came))
    rows = [
        replace(
            _row_of(plan),
            is_listed=place is not None or not expected,
            other_entity=_other_entity(plan, entity),
        )
        for plan, place in zip(came, places, strict=True)
    ]
    reasons = dict(refused or {})
    missing = [
        _with_reason(UnitRow(item.name.strip(), MISSING, code=item.code.strip()), reasons)
        for at, item in enumerate(expected)
        if at not in places
    ]
    others = [
        UnitRow(name, REFUSED, is_expected=False, reason=reason) for name, reason in reasons.items()
    ]
    return sorted([*rows, *missing, *others], key=lambda row: (same_words(row.name), row.key))


def unit_totals(rows: Iterable[UnitRow]) -> UnitTotals:
    """Count the units by state; two plans of one unit count once, as the less advanced."""
    order = (MISSING, REFUSED, DELIVERED, OBSERVED, APPROVED)
    states: dict[str, str] = {}
    for row in rows:
        if row.is_expected:
            key = same_words(row.name) or row.key
            states[key] = min(row.state, states.get(key, row.state), key=order.index)
    counts = Counter(states.values())
    return UnitTotals(len(states), counts[APPROVED], counts[OBSERVED], counts[DELIVERED])


def names_still_missing(rows: Iterable[UnitRow]) -> list[str]:
    """Return the expected units of which nothing has been received."""
    return [row.name for row in rows if row.is_expected and not row.plan_id]


def units_with_two_plans(rows: Sequence[UnitRow]) -> list[list[UnitRow]]:
    """Return the plans that seem to be of one unit: its name written the same, or nearly."""
    groups: defaultdict[str, list[UnitRow]] = defaultdict(list)
    for row in rows:
        if row.plan_id and same_words(row.name):
            groups[plain_singular(row.name)].append(row)
    return [group for group in groups.values() if len(group) > 1]


def last_arrival(plan: Plan) -> Delivery | None:
    """Return how the plan last arrived, or was sent if nobody noted the arrival."""
    for event in (RECEIVED, SENT):
        found = [one for one in plan.deliveries if one.event == event]
        if found:
            return max(found, key=lambda one: (one.at, one.revision))
    return None


def _other_entity(plan: Plan, entity: str) -> str:
    own, wanted = same_words(plan.entity), same_words(entity)
    return plan.entity.strip() if own and wanted and own != wanted else ""


def _row_of(plan: Plan) -> UnitRow:
    arrival = last_arrival(plan)
    state = plan.state if plan.state in (OBSERVED, APPROVED) else DELIVERED
    return UnitRow(
        name=unit_name(plan),
        state=state,
        code=plan.unit_code.strip(),
        plan_id=plan.id,
        revision=arrival.revision if arrival is not None else plan.revision,
        arrived=arrival.at if arrival is not None else "",
        errors=arrival.errors if arrival is not None else None,
        warnings=arrival.warnings if arrival is not None else None,
        remarks=counted(plan.remarks),
    )


def _with_reason(row: UnitRow, reasons: dict[str, str]) -> UnitRow:
    """Say why the file of a missing unit was not received, if one came, and take it off."""
    for name in list(reasons):
        if same_words(name) == same_words(row.name):
            return UnitRow(row.name, REFUSED, code=row.code, reason=reasons.pop(name))
    return row
