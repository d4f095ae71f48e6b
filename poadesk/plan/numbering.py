"""Numbers of the rows of a plan: 1, 1.1, 1.1.1, or the codes given by hand."""

from __future__ import annotations

import re

from poadesk.plan.model import Plan

_DOTTED = re.compile(r"\d+(\.\d+)*\.?", re.ASCII)
# The codes of a strategic plan; those of activities are given by another system.
_STRATEGIC = re.compile(r"(?:OEI|AEI)\.?(\d+(?:\.\d+)*)", re.ASCII | re.IGNORECASE)


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


def shared_code(code: str) -> str:
    """Return a code by which several plans name the same row, or "" for a number alone.

    `OEI.01` is the same in every plan; `1` or `1.1` is only the place of a row in its own.
    """
    code = code.strip()
    return "" if _DOTTED.fullmatch(code) else code


def is_under(code: str, parent: str) -> bool:
    """Say whether a code can stand under a parent's number: `1.1.1` cannot be under `4.1`.

    Only codes made of numbers and dots tell where they belong, and those like `AEI.02.01`, which
    cannot be under `OEI.01`; any other code can.
    """
    code, parent = code.strip(), parent.strip()
    given, above = _STRATEGIC.fullmatch(code), _STRATEGIC.fullmatch(parent)
    if given and above:
        code, parent = given[1], above[1]
    if not (_DOTTED.fullmatch(code) and _DOTTED.fullmatch(parent)) or "." not in code.rstrip("."):
        return True
    return code.startswith(f"{parent.rstrip('.')}.")
