"""Where a row of a report leads: the activity that it speaks of, in the step that changes it."""

from __future__ import annotations

from poadesk.plan.reports.table import Line
from poadesk.plan.reports.tracking import INACTIVE
from poadesk.plan.review import Finding
from poadesk.printing.screen.reports.sections import APPROVED, LEFT_OUT, ROWS


def place_of(section: str, line: Line) -> Finding | None:
    """Return where to jump, in the form in which every screen asks for it; None for no activity."""
    if section == ROWS or (section == APPROVED and line.row_id):
        return _activity(line.row_id, "tracking")
    if section == LEFT_OUT:
        return _activity(line.row_id, "goals" if INACTIVE in line.values else "schedule")
    return None


def _activity(row_id: str, step: str) -> Finding:
    return Finding("hint", "", "activity", row_id, "months", "", "", step)
