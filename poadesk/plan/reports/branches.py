"""The tree of several plans as one: objectives and actions of all units, in order.

A branch is the same in two plans when its code is the same, or its text where it has no code; a
number alone is no code. Differences in writing are never merged silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.plan.numbering import numbers, shared_code

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """An activity with its number and the rows above it."""

    plan: Plan
    objective: Objective
    goal: Goal
    activity: Activity
    number: str


@dataclass(slots=True)
class GoalBranch:
    """A goal (AEI) of one or more plans; `goals` has its row in each of them."""

    code: str
    name: str
    goals: list[Goal] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)


@dataclass(slots=True)
class ObjectiveBranch:
    """An objective (OEI) of one or more plans, with its goals."""

    code: str
    name: str
    objectives: list[Objective] = field(default_factory=list)
    goals: dict[Key, GoalBranch] = field(default_factory=dict)


def leaves(plans: Sequence[Plan]) -> Iterator[Leaf]:
    """Yield every activity of the plans with its number, in order."""
    for plan in plans:
        numbered = numbers(plan)
        for objective in plan.objectives:
            for goal in objective.goals:
                for activity in goal.activities:
                    yield Leaf(plan, objective, goal, activity, numbered[activity.id])


def branches(plans: Sequence[Plan]) -> list[ObjectiveBranch]:
    """Return the objectives of all plans with their goals and activities, joined by code."""
    joined: dict[Key, ObjectiveBranch] = {}
    for plan in plans:
        numbered = numbers(plan)
        for objective in plan.objectives:
            name = objective.text.strip()
            key = branch_key(objective)
            branch = joined.setdefault(key, ObjectiveBranch(numbered[objective.id], name))
            branch.name = branch.name or name
            branch.objectives.append(objective)
            _join_goals(branch, plan, objective, numbered)
    return list(joined.values())


def _join_goals(
    branch: ObjectiveBranch, plan: Plan, objective: Objective, numbered: dict[str, str]
) -> None:
    for goal in objective.goals:
        name = goal.text.strip()
        joined = branch.goals.setdefault(branch_key(goal), GoalBranch(numbered[goal.id], name))
        joined.name = joined.name or name
        joined.goals.append(goal)
        joined.leaves += [
            Leaf(plan, objective, goal, activity, numbered[activity.id])
            for activity in goal.activities
        ]


def branch_key(row: Objective | Goal) -> Key:
    """Return what makes two rows the same branch: the code, else the text, else nothing."""
    code, text = shared_code(row.code), " ".join(row.text.split())
    if code:
        return "code", code
    return ("text", text) if text else ("id", row.id)
