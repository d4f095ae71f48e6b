"""Numbers of the rows of a plan: 1, 1.1, 1.1.1, or the codes given by hand."""

from __future__ import annotations

from poadesk.plan.model import Plan


def numbers(plan: Plan) -> dict[str, str]:
    """Return {row id: number} for strategic lines, objectives, goals and activities.

    A code written by hand replaces the computed number of its row, and what is below a row
    without a code of its own goes on from its parent's.
    """
    result = {
        line.id: line.code.strip() or str(at) for at, line in enumerate(plan.strategic_lines, 1)
    }
    for at, objective in enumerate(plan.objectives, 1):
        result[objective.id] = objective.code.strip() or str(at)
        for at_goal, goal in enumerate(objective.goals, 1):
            result[goal.id] = goal.code.strip() or f"{result[objective.id]}.{at_goal}"
            for at_activity, activity in enumerate(goal.activities, 1):
                result[activity.id] = activity.code.strip() or f"{result[goal.id]}.{at_activity}"
    return result
