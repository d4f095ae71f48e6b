"""The figures of the institution: how many units, objectives, activities, and what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from poadesk.plan import schedule, totals
from poadesk.plan.consolidated.months import activities_by_month, months_of
from poadesk.plan.consolidated.units import MISSING, UnitStanding, units_of
from poadesk.plan.folding import same_words
from poadesk.plan.model import Plan
from poadesk.plan.office import kit_of, plans_of_units
from poadesk.quick_dataclass import dataclass

# What a plan says of its own unit, and not of the institution, left empty.
_NOT_OF_A_UNIT: dict[str, Any] = dict.fromkeys(
    ("unit", "unit_code", "responsible", "responsible_position", "place", "drafted_on"), ""
)


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What the plan of one unit amounts to; money in cents, None where nothing was written.

    `cost` is that of its resources, `budget` what its months plan to spend. `by_month` counts
    the activities of each month of the institution's year, `planned_months` sums them.
    """

    plan: Plan
    objectives: int
    goals: int
    activities: int
    cost: int | None
    budget: int | None
    by_month: tuple[int, ...]

    @property
    def planned_months(self) -> int:
        """Return in how many months something is planned, over all activities."""
        return sum(self.by_month)


@dataclass(frozen=True, slots=True)
class Summary:
    """The institution in figures. `front` is whose entity, title and year stand on its papers.

    `currency` is None where the units do not write one and the same: amounts of two currencies
    have no sum.
    """

    front: Plan
    units: tuple[UnitStanding, ...]
    figures: tuple[UnitFigures, ...]
    months: tuple[str, ...]
    currency: str | None

    @property
    def expected(self) -> int:
        """Return how many units are expected, those that came without being expected aside."""
        return sum(unit.is_expected for unit in self.units)

    @property
    def received(self) -> int:
        """Return how many units have delivered; two plans of one unit count once."""
        return _distinct(unit for unit in self.units if unit.state != MISSING)

    @property
    def all_units(self) -> int:
        """Return how many units there are: those expected, and those that came without that."""
        return _distinct(self.units)

    def count(self, state: str) -> int:
        """Return how many units are in a state of `units.STATE_WORDS`."""
        return sum(unit.state == state for unit in self.units)

    @property
    def objectives(self) -> int:
        return sum(one.objectives for one in self.figures)

    @property
    def goals(self) -> int:
        return sum(one.goals for one in self.figures)

    @property
    def activities(self) -> int:
        return sum(one.activities for one in self.figures)

    @property
    def planned_months(self) -> int:
        return sum(one.planned_months for one in self.figures)

    @property
    def by_month(self) -> tuple[int, ...]:
        """Return how many activities of all units have something planned in each month."""
        return tuple(
            sum(one.by_month[at] for one in self.figures) for at in range(len(self.months))
        )

    @property
    def cost(self) -> int | None:
        """Return the cost of all resources; None where none is costed or currencies differ."""
        return self._sum(one.cost for one in self.figures)

    @property
    def budget(self) -> int | None:
        """Return what all months plan to spend; None as for `cost`."""
        return self._sum(one.budget for one in self.figures)

    def _sum(self, amounts: Iterable[int | None]) -> int | None:
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known and self.currency is not None else None


def _distinct(units: Iterable[UnitStanding]) -> int:
    units = list(units)
    nameless = sum(not same_words(unit.unit) for unit in units)
    return len({same_words(unit.unit) for unit in units} - {""}) + nameless


def summary_of(plans: Sequence[Plan]) -> Summary:
    """Return the figures of the plans of a file; ValueError if none of them is of a unit."""
    if not plans_of_units(plans):
        raise ValueError("no plan of a unit")
    months, figures = figures_of(plans)
    return Summary(front_of(plans), units_of(plans), figures, months, _currency(figures))


def figures_of(plans: Sequence[Plan]) -> tuple[tuple[str, ...], tuple[UnitFigures, ...]]:
    """Return the months of the institution's year and what the plan of each unit amounts to.

    It is a small part of the summary's work, for what has to be there at once.
    """
    own = plans_of_units(plans)
    months = months_of(own)
    return months, tuple(_figures(plan, months) for plan in own)


def front_of(plans: Sequence[Plan]) -> Plan:
    """Return whose entity, logo, title and year are those of the institution.

    It is what the office gives to all; in a file without that, the first plan as far as it does
    not speak of its own unit.
    """
    return kit_of(plans) or replace(plans[0], **_NOT_OF_A_UNIT)


def _figures(plan: Plan, months: tuple[str, ...]) -> UnitFigures:
    return UnitFigures(
        plan=plan,
        objectives=sum(bool(row.text.strip() or row.code.strip()) for row in plan.objectives),
        goals=sum(bool(row.text.strip() or row.code.strip()) for row in plan.goals()),
        activities=sum(1 for _ in plan.activities()),
        cost=totals.cost_of_plan(plan),
        budget=_budget(plan),
        by_month=activities_by_month(plan, months),
    )


def _budget(plan: Plan) -> int | None:
    year = set(schedule.plan_months(plan))
    amounts = [
        record.budget_cents
        for activity in plan.activities()
        for record in activity.months
        if record.budget_cents is not None and record.month in year
    ]
    return sum(amounts) if amounts else None


def _currency(figures: Iterable[UnitFigures]) -> str | None:
    """Return the currency of all plans that have money; None where there are several."""
    signs = {
        one.plan.currency.strip()
        for one in figures
        if one.cost is not None or one.budget is not None
    }
    return next(iter(signs), "") if len(signs) < 2 else None
