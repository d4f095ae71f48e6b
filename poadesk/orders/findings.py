"""What Revisar says of a plan, as lines for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.model import Plan
from poadesk.plan.review import SEVERITIES, Finding


def in_words(plan: Plan, findings: Sequence[Finding], several: bool) -> list[str]:
    """Return the findings by severity; with `several` plans the unit stands above them."""
    lines = [f"{plan.unit or 'Plan sin unidad'}", ""] if several else []
    if not findings:
        return [*lines, "No queda nada por corregir."]
    for severity, heading in SEVERITIES.items():
        group = [one for one in findings if one.severity == severity]
        if group:
            lines.append(f"{heading} ({len(group)})")
            lines += [f"  - {one.message}\n    {one.reason}" for one in group]
            lines.append("")
    return lines[:-1]
