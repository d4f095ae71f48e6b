"""Every change to the structure of a plan, as writes of one step.

Each function takes the open step, the plan as it is in the file now, and what to change. Siblings
always keep the positions 0, 1, 2 ...
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from poadesk.plan.model import (
    BY_TABLE,
    Deviation,
    GoalComment,
    MonthRecord,
    Objective,
    ObjectiveComment,
    Plan,
    Row,
    StrategicLine,
    SwotItem,
    child_attributes,
    new_id,
    parent_column,
    rows_under,
)
from poadesk.plan.places import siblings
from poadesk.planfile.journal import Step

AnyRow = TypeVar("AnyRow", bound=Row)
# What was said of the execution; it stays with the rows and the year that it was said of.
SAID_OF_EXECUTION = (Deviation, GoalComment, ObjectiveComment)


def add(step: Step, parent: Row, table: str, at: int | None = None, **values: Any) -> str:
    """Add a row below `parent`, at the end or at index `at`; return its id."""
    return add_all(step, parent, table, at, [values])[0]


def add_all(
    step: Step, parent: Row, table: str, at: int | None, each: Sequence[dict[str, Any]]
) -> list[str]:
    """Add rows with the values of each below `parent`, as `add` does with one; return their ids."""
    rows = [BY_TABLE[table](id=new_id(), **values) for values in each]
    beside = siblings(parent, table, rows[0])
    at = len(beside) if at is None else max(0, min(at, len(beside)))
    for place, row in enumerate(rows, at):
        step.put_row(replace(row, position=place), parent.id)
    ids, made = [row.id for row in beside], [row.id for row in rows]
    _order(step, table, [*ids[:at], *made, *ids[at:]], beside)
    return made


def write_list(
    step: Step, parent: Row, table: str, row_id: str, each: Sequence[dict[str, Any]]
) -> list[str]:
    """Write a list: the first values into an empty row, the others into new rows after it.

    Without a row all are new, at the end. Return the ids of all.
    """
    if not row_id:
        return add_all(step, parent, table, None, each)
    step.put(table, row_id, **each[0])
    like = BY_TABLE[table](id="", **each[0])
    at = [row.id for row in siblings(parent, table, like)].index(row_id) + 1
    return [row_id, *add_all(step, parent, table, at, each[1:])]


def duplicate(step: Step, parent: Row, row: Row) -> str:
    """Add a copy of a row and of all below it right after it; return the copy's id.

    What was planned is copied, and nothing of what was done, spent or said of it.
    """
    return duplicate_all(step, parent, [row])[0]


def duplicate_all(step: Step, parent: Row, rows: Sequence[Row]) -> list[str]:
    """Add copies of some children of `parent` after the last of them; return the copies' ids."""
    table, ids = rows[0].TABLE, {row.id for row in rows}
    beside = siblings(parent, table, rows[0])
    at = max(place for place, row in enumerate(beside, 1) if row.id in ids)
    copies = [_as_new(row) for row in rows]
    for place, copy in enumerate(copies, at):
        step.put_tree(replace(copy, position=place), parent.id)
    made = [copy.id for copy in copies]
    before, after = [row.id for row in beside[:at]], [row.id for row in beside[at:]]
    _order(step, table, [*before, *made, *after], beside)
    return made


def delete(step: Step, plan: Plan, parent: Row, row: Row) -> None:
    """Delete a row with all below it, and what ties other rows to it."""
    delete_all(step, plan, [(parent, row)])


def delete_all(step: Step, plan: Plan, placed: Sequence[tuple[Row, Row]]) -> None:
    """Delete rows of one table, each given after its parent, with all below them."""
    rows = [row for _, row in placed]
    gone = {row.id for row in rows} | {below.id for row in rows for _, below in rows_under(row)}
    _untie_from(step, plan, gone)
    for row in rows:
        step.delete_tree(row)
    for parent, row in _first_below_each(placed):
        _order_others(step, parent, row, gone)


def move(step: Step, row: Row, parent: Row, new_parent: Row, at: int) -> None:
    """Move a row to index `at` among the children of `new_parent` (counted without the row)."""
    move_all(step, [(parent, row)], new_parent, at)


def move_all(step: Step, placed: Sequence[tuple[Row, Row]], new_parent: Row, at: int) -> None:
    """Move rows of one table, each given after its parent, to index `at` below `new_parent`.

    They stand there in the order in which they are given; `at` is counted without them.
    """
    rows = [row for _, row in placed]
    table, moved = rows[0].TABLE, {row.id for row in rows}
    for parent, row in _first_below_each(placed):
        if parent.id != new_parent.id:
            _order_others(step, parent, row, moved)
    for parent, row in placed:
        if parent.id != new_parent.id:
            step.put(table, row.id, **{parent_column(table): new_parent.id})
    present = siblings(new_parent, table, rows[0])
    others = [row.id for row in present if row.id not in moved]
    ids = [*others[:at], *(row.id for row in rows), *others[at:]]
    _order(step, table, ids, (*present, *rows))


def move_to_quadrant(step: Step, plan: Plan, item: SwotItem, quadrant: str, at: int) -> None:
    """Move a SWOT item to index `at` of a quadrant (counted without the item)."""
    left = [row for row in plan.quadrant(item.quadrant) if row.id != item.id]
    if quadrant != item.quadrant:
        _order(step, "swot_item", [row.id for row in left], left)
    joined = [row for row in plan.quadrant(quadrant) if row.id != item.id]
    step.put("swot_item", item.id, quadrant=quadrant)
    ids = [row.id for row in joined]
    _order(step, "swot_item", [*ids[:at], item.id, *ids[at:]], [*joined, item])


def tie_to_line(step: Step, objective: Objective, line: StrategicLine, tied: bool) -> None:
    """Tie an objective to a strategic line, or untie it."""
    present = [tie for tie in objective.lines if tie.strategic_line_id == line.id]
    if tied and not present:
        add(step, objective, "objective_line", strategic_line_id=line.id)
    if not tied:
        _untie(step, objective.lines, {tie.id for tie in present})


def tie_to_objective(step: Step, item: SwotItem, objective: Objective, tied: bool) -> None:
    """Say that an objective answers a SWOT item, or that it does not."""
    present = [tie for tie in item.objectives if tie.objective_id == objective.id]
    if tied and not present:
        add(step, item, "swot_objective", objective_id=objective.id)
    if not tied:
        _untie(step, item.objectives, {tie.id for tie in present})


def is_blank(row: Row) -> bool:
    """Say whether nothing has been written in a row or below it."""
    fresh = type(row)(id=row.id)
    own = all(
        getattr(row, field.name) == getattr(fresh, field.name)
        for field in fields(row)
        if "field" in field.metadata
    )
    return own and next(rows_under(row), None) is None


def _as_new(row: AnyRow) -> AnyRow:
    """Return a copy of a row and of all below it, as planned, each with an id of its own."""
    changed: dict[str, Any] = {
        attribute: tuple(_as_new(child) for child in getattr(row, attribute) if _is_planned(child))
        for attribute in child_attributes(row.TABLE).values()
    }
    if isinstance(row, MonthRecord):
        changed = {"done_thousandths": None, "spent_cents": None}
    return replace(row, id=new_id(), **changed)


def _is_planned(row: Row) -> bool:
    if isinstance(row, MonthRecord):
        return row.planned_thousandths is not None or row.budget_cents is not None
    return not isinstance(row, SAID_OF_EXECUTION)


def _order(step: Step, table: str, ids: Sequence[str], stored: Sequence[Row]) -> None:
    """Give the rows the positions of their order, writing only those that change."""
    was = {row.id: row.position for row in stored}
    for position, row_id in enumerate(ids):
        if was.get(row_id, position) != position:
            step.put(table, row_id, position=position)


def _first_below_each(placed: Sequence[tuple[Row, Row]]) -> list[tuple[Row, Row]]:
    """Return each parent once, with one of its rows."""
    return list({parent.id: (parent, row) for parent, row in placed}.values())


def _order_others(step: Step, parent: Row, like: Row, gone: set[str]) -> None:
    """Close the gaps that rows leave below a parent."""
    beside = siblings(parent, like.TABLE, like)
    _order(step, like.TABLE, [row.id for row in beside if row.id not in gone], beside)


def _untie_from(step: Step, plan: Plan, gone: set[str]) -> None:
    """Delete the links from elsewhere in the plan to rows that are about to be deleted."""
    for objective in plan.objectives:
        if objective.id not in gone:
            ties = {tie.id for tie in objective.lines if tie.strategic_line_id in gone}
            _untie(step, objective.lines, ties)
    for item in plan.swot_items:
        if item.id not in gone:
            _untie(step, item.objectives, {t.id for t in item.objectives if t.objective_id in gone})


def _untie(step: Step, ties: Sequence[Row], gone: set[str]) -> None:
    for tie in ties:
        if tie.id in gone:
            step.delete(tie.TABLE, tie.id)
    for table in {tie.TABLE for tie in ties}:
        _order(step, table, [tie.id for tie in ties if tie.id not in gone], ties)
