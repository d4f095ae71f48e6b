"""One way of writing a name in the plans of all units, as writes of one step of the office."""

from __future__ import annotations

from poadesk.plan.same_names import Group
from poadesk.planfile.journal import Step


def unify(step: Step, group: Group, name: str) -> int:
    """Write a name in the same way wherever it stands; return in how many places it changed."""
    changed = 0
    for way in group.ways:
        if way.name == name:
            continue
        for row_id in way.row_ids:
            step.put(group.table, row_id, **{group.kind: name})
            changed += 1
    return changed
