"""Sums of money of the planned resources, exact, in cents."""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.model import Goal, Objective, Plan, Resource


def cost_of_resource(resource: Resource) -> int | None:
    """Return quantity x unit cost in cents, half-up; None unless both are written."""
    if resource.quantity_thousandths is None or resource.unit_cost_cents is None:
        return None
    # Whole numbers: the largest amounts have more digits than Decimal keeps.
    return (resource.quantity_thousandths * resource.unit_cost_cents + 500) // 1000


def cost_of_goal(goal: Goal) -> int | None:
    """Return the sum of the goal's costed resources in cents; None when none is costed."""
    return _sum(cost_of_resource(resource) for resource in goal.resources)


def cost_of_objective(objective: Objective) -> int | None:
    """Return the sum of the objective's goals in cents; None when none is costed."""
    return _sum(cost_of_goal(goal) for goal in objective.goals)


def cost_of_plan(plan: Plan) -> int | None:
    """Return the sum of the plan's objectives in cents; None when none is costed."""
    return _sum(cost_of_objective(objective) for objective in plan.objectives)


def _sum(costs: Iterable[int | None]) -> int | None:
    known = [cost for cost in costs if cost is not None]
    return sum(known) if known else None
