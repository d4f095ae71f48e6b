"""What differs between two states of the plans of a file, as the changes of its rows."""

from __future__ import annotations

from poadesk.plan.model import Plan, rows_under
from poadesk.planfile.changes import Change
from poadesk.planfile.rows import Values, values_of


def differences(before: tuple[Plan, ...], after: tuple[Plan, ...]) -> tuple[Change, ...]:
    """Return the changes that lead from one state of the plans of a file to another."""
    old, new = _stored(before), _stored(after)
    return tuple(
        Change(table, row_id, old.get((table, row_id)), new.get((table, row_id)))
        for table, row_id in {**old, **new}
        if old.get((table, row_id)) != new.get((table, row_id))
    )


def _stored(plans: tuple[Plan, ...]) -> dict[tuple[str, str], Values]:
    rows = [pair for plan in plans for pair in (("", plan), *rows_under(plan))]
    return {(row.TABLE, row.id): values_of(row, parent_id) for parent_id, row in rows}
