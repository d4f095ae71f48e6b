"""A newer kit of the planning office taken into the plan of a unit, as writes of one step.

Only what the office gave or gives now is written; every row and every field of the unit itself
stays as it is. When the office lets the year begin in another month, the months move with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poadesk.plan.kit import (
    fields_given_of,
    given_by,
    given_fields,
    parts_of,
    protected_fields,
    require_newer,
)
from poadesk.plan.model import (
    BY_TABLE,
    KitPart,
    ObjectiveLine,
    Plan,
    Row,
    SwotObjective,
    declared_fields,
    parent_column,
    rows_under,
)
from poadesk.planfile.journal import Step
from poadesk.quick_dataclass import dataclass
from poadesk.writing import schedule_edits

# Ids of rows below a parent in one table: (table, parent id).
_Family = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a newer kit changed: how many rows came, changed and went, and which stayed behind.

    `left_to_unit` are rows that the office has taken away and on which the unit has already built.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    left_to_unit: tuple[Row, ...] = ()


def update_from_kit(step: Step, plan: Plan, kit: Plan) -> Renewal:
    """Bring what the office gives in a plan up to a newer kit; `KitRefusedError` if it cannot be.

    The step has to be the office's, or its rows are protected from it.
    """
    require_newer(plan, kit)
    given = given_by(kit, plan.id)
    families = _families(plan)
    _put_plan(step, plan, given, kit)
    added, changed = _put_rows(step, plan, given, families)
    gone, left = _gone(plan, given)
    for row in gone:
        step.delete(row.TABLE, row.id)
    _put_in_order(step, families, given, {row.id for row in gone})
    _put_parts(step, plan, tuple(parts_of(given, given_fields(kit))))
    return Renewal(added, changed, len(gone), tuple(left))


def _put_plan(step: Step, plan: Plan, given: Plan, kit: Plan) -> None:
    values = {name: getattr(given, name) for name in given_fields(kit)}
    if given.first_month != plan.first_month:
        schedule_edits.begin_in(step, plan, given.first_month)
    step.put("plan", plan.id, **values, kit_version=kit.revision)


def _put_rows(
    step: Step, plan: Plan, given: Plan, families: dict[_Family, list[str]]
) -> tuple[int, int]:
    """Write the given rows; return how many came and how many changed."""
    present = {row.id: (parent_id, row) for parent_id, row in rows_under(plan)}
    added = changed = 0
    for parent_id, row in rows_under(given):
        if row.id not in present:
            step.put_row(row, parent_id)
            added += 1
            continue
        before, parent = len(step.changes), parent_column(row.TABLE)
        values = {name: getattr(row, name) for name in fields_given_of(row)}
        was_below = present[row.id][0]
        if was_below != parent_id:
            families[row.TABLE, was_below].remove(row.id)
            families.setdefault((row.TABLE, parent_id), []).append(row.id)
        step.put(row.TABLE, row.id, **values, **{parent: parent_id})
        changed += len(step.changes) > before
    return added, changed


def _gone(plan: Plan, given: Plan) -> tuple[list[Row], list[Row]]:
    """Return what the office has taken away: rows to delete, the lowest first, and rows to leave.

    A row stays where the unit has written below it, in it, or has tied something to it.
    """
    still = {row.id for _, row in rows_under(given)}
    was_given = protected_fields(plan)
    placed = list(rows_under(plan))
    taken = {row.id for _, row in placed if row.id in was_given.keys() - still}
    used = {target for _, row in placed if row.id not in taken for target in _tied_by(row)}
    gone: list[Row] = []
    left: list[Row] = []
    for parent_id, row in reversed(placed):
        is_own = row.id in used or _is_written_in(row, was_given.get(row.id, frozenset()))
        if row.id in taken and not is_own:
            gone.append(row)
            continue
        used |= {parent_id, *_tied_by(row)}
        if row.id in taken:
            left.append(row)
    return _ties_first(gone), left[::-1]


def _tied_by(row: Row) -> Iterator[str]:
    if isinstance(row, ObjectiveLine):
        yield row.strategic_line_id
    if isinstance(row, SwotObjective):
        yield row.objective_id


def _is_written_in(row: Row, given: frozenset[str]) -> bool:
    """Say whether a field of a row that was not given holds something."""
    fresh = BY_TABLE[row.TABLE](id=row.id)
    own = declared_fields(row.TABLE).keys() - given
    return any(getattr(row, name) != getattr(fresh, name) for name in own)


def _ties_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.TABLE != "objective_line")


def _families(plan: Plan) -> dict[_Family, list[str]]:
    """Return the ids of all rows in their order, by table and parent."""
    result: dict[_Family, list[str]] = {}
    for parent_id, row in rows_under(plan):
        result.setdefault((row.TABLE, parent_id), []).append(row.id)
    return result


def _put_in_order(
    step: Step, present: dict[_Family, list[str]], given: Plan, gone: set[str]
) -> None:
    """Give each row its place: given ones in the order of the kit, the unit's between them."""
    wanted = _families(given)
    for family in present.keys() | wanted.keys():
        ids = [row_id for row_id in present.get(family, []) if row_id not in gone]
        if family not in wanted and len(ids) == len(present[family]):
            continue
        for position, row_id in enumerate(_merged(ids, wanted.get(family, []))):
            step.put(family[0], row_id, position=position)


def _merged(present: Sequence[str], given: Sequence[str]) -> list[str]:
    """Return all ids: those present keep their places, given ones trade theirs, new ones follow
    the given one before them."""
    in_turn = iter([row_id for row_id in given if row_id in present])
    result = [next(in_turn) if row_id in given else row_id for row_id in present]
    for before, row_id in zip(["", *given], given, strict=False):
        if row_id not in result:
            first = next((at for at, one in enumerate(result) if one in given), len(result))
            result.insert(result.index(before) + 1 if before else first, row_id)
    return result


def _put_parts(step: Step, plan: Plan, parts: Sequence[KitPart]) -> None:
    wanted = {part.id for part in parts}
    for part in plan.kit_parts:
        if part.id not in wanted:
            step.delete("kit_part", part.id)
    for part in parts:
        step.put_row(part, plan.id)
