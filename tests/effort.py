"""What entering a plan costs: how many items it has, and what is pressed besides their text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields

from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import BY_TABLE, Plan, Row, declared_fields, rows_under

PARTS = ("general", "lines", "objectives", "swot", "goals", "resources", "schedule")
_PART_OF = {
    "plan": "general",
    "strategic_line": "lines",
    "programme": "lines",
    "objective": "objectives",
    "objective_line": "objectives",
    "swot_item": "swot",
    "swot_objective": "swot",
    "goal": "goals",
    "activity": "goals",
    "resource": "resources",
    "indicator": "resources",
}
# The quadrant of an item is where it is written, and nothing that is entered.
_NOT_ENTERED = {("swot_item", "quadrant")}
_ELSEWHERE = {("plan", "strategy_source"): "lines"}


@dataclass(frozen=True, slots=True)
class Effort:
    """`presses` are keys and mouse buttons besides the `letters`, the characters of text."""

    presses: int = 0
    letters: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(self.presses + other.presses, self.letters + other.letters)


def items_of(plan: Plan) -> Counter[str]:
    """Count by parts what a person enters: each value that an empty plan does not have.

    A text, a number, a choice, a picture and a tie are one item each. The months of the
    cronograma are no items: of "schedule" the activities are counted.
    """
    items: Counter[str] = Counter()
    for row in (plan, *(row for _, row in rows_under(plan))):
        for field in declared_fields(row.TABLE) if row.TABLE in _PART_OF else ():
            if is_entered(row, plan, field):
                items[_ELSEWHERE.get((row.TABLE, field), _PART_OF[row.TABLE])] += 1
    items["schedule"] = len(list(plan.activities()))
    return items


def is_entered(row: Row, plan: Plan, field: str) -> bool:
    """Say whether somebody has written this field of a row of the plan."""
    place = (row.TABLE, field)
    return place not in _NOT_ENTERED and getattr(row, field) != _default(row, plan, field)


def _default(row: Row, plan: Plan, field: str) -> object:
    """Return what a field holds before anybody writes in it."""
    if row is plan:
        return getattr(empty_plan(plan.profile, plan.first_month), field)
    return next(f.default for f in fields(BY_TABLE[row.TABLE]) if f.name == field)
