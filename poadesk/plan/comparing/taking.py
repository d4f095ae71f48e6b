"""A plan with some of the differences of another revision taken into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from poadesk.plan.comparing.compared import Comparing, compared_fields, key_of
from poadesk.plan.comparing.difference import (
    ADDED,
    ANSWERS,
    CHANGED,
    COMMENTS,
    DEVIATIONS,
    KIT,
    LINES,
    MONTHS,
    MOVED,
    REMOVED,
)
from poadesk.plan.comparing.rows import ROWS, THE_PLAN, Key, Rows, Slot
from poadesk.plan.model import QUADRANTS, Plan, Row, SwotItem, child_attributes

# Children of a row that are taken together: {attribute: the field of the difference}.
_GATHERED = {
    "activity": {"months": MONTHS, "weeks": MONTHS, "deviations": DEVIATIONS},
    "objective": {"lines": LINES, "comments": COMMENTS},
    "goal": {"comments": COMMENTS},
    "swot_item": {"objectives": ANSWERS},
    "plan": {"kit_parts": KIT},
}
_TIES = {"objective_line": "strategic_line", "swot_objective": "objective"}
_KIT_FIELDS = ("role", "kit_id", "kit_version")


def applied(old: Plan, new: Plan, chosen: Iterable[str]) -> Plan:
    """Return the old plan with the chosen differences taken, and with all that they need.

    With every difference it says what the new one says; id, state, revision and deliveries stay
    those of the old one. No row is left without the row above it, no tie without its target.
    """
    before, after = Rows(old), Rows(new)
    comparing = Comparing(before, after)
    comparison = comparing.comparison()
    taken = comparison.with_needed(chosen)
    if not taken:
        return old
    return _Taking(before, after, comparing.moved, taken, taken == comparison.keys).plan()


class _Taking:
    """One plan on its way: the rows it will have, where they stand and what they say."""

    def __init__(
        self, old: Rows, new: Rows, moved: set[Key], taken: frozenset[str], is_all: bool
    ) -> None:
        self._old, self._new, self._moved = old, new, moved
        self._taken, self._is_all = taken, is_all
        self._slot_of = {
            key: slot
            for key in dict.fromkeys((*old.rows, *new.rows))
            if (slot := self._slot(key)) is not None
        }
        self._seen: set[Key] = set()

    def plan(self) -> Plan:
        """Return the plan."""
        plan = self._row(THE_PLAN, self._old.plan, self._new.plan)
        assert isinstance(plan, Plan)
        return plan

    def _takes(self, key: Key, kind: str, field: str = "") -> bool:
        return key_of(key, kind, field) in self._taken

    def _slot(self, key: Key) -> Slot | None:
        """Return where a row will stand, or None where it will not be."""
        if key not in self._old:
            return self._new.slot_of[key] if self._takes(key, ADDED) else None
        if key not in self._new:
            return None if self._takes(key, REMOVED) else self._old.slot_of[key]
        is_moved = key in self._moved and self._takes(key, MOVED)
        return (self._new if is_moved else self._old).slot_of[key]

    def _order(self, slot: Slot) -> list[Key]:
        """Return the rows of a slot: those that stay, and what comes after its neighbour there."""

        def comes(key: Key) -> bool:
            return key not in self._old or (key in self._moved and self._takes(key, MOVED))

        here = [key for key in self._old.slots.get(slot, ()) if self._slot_of.get(key) == slot]
        result = [key for key in here if not comes(key)]
        settled = {key for key in result if key not in self._moved}
        before: Key | None = None
        for key in self._new.slots.get(slot, ()):
            if self._slot_of.get(key) == slot and comes(key):
                result.insert(result.index(before) + 1 if before is not None else 0, key)
                settled.add(key)
            before = key if key in settled else before
        return result

    def _row(self, key: Key, old: Row | None, new: Row | None) -> Row:
        """Return a row as it will be, with all below it but its position."""
        if old is None or new is None:
            row = old or new
            assert row is not None
            made: dict[str, Any] = {
                attribute: getattr(row, attribute) for attribute in _GATHERED.get(row.TABLE, {})
            }
        else:
            row = old
            made = self._own(key, old, new)
        made |= {name: self._kept(value, key) for name, value in made.items() if _is_rows(value)}
        if isinstance(row, SwotItem):
            made["quadrant"] = self._slot_of[key].quadrant
        made |= self._children(key, row.TABLE)
        return replace(row, **made)

    def _own(self, key: Key, old: Row, new: Row) -> dict[str, Any]:
        """Return what is taken of the fields of a row, and its gathered children."""
        made = {
            field: getattr(new, field)
            for field in compared_fields(old.TABLE)
            if self._takes(key, CHANGED, field)
        }
        for attribute, field in _GATHERED.get(old.TABLE, {}).items():
            takes = self._is_all or self._takes(key, CHANGED, field)
            made[attribute] = getattr(new if takes else old, attribute)
        if key == THE_PLAN and self._takes(key, CHANGED, KIT):
            made |= {name: getattr(new, name) for name in _KIT_FIELDS}
        return made

    def _children(self, key: Key, table: str) -> dict[str, tuple[Row, ...]]:
        result: dict[str, tuple[Row, ...]] = {}
        for child, attribute in child_attributes(table).items():
            if child in ROWS:
                quadrants = QUADRANTS if child == "swot_item" else ("",)
                result[attribute] = tuple(
                    row for one in quadrants for row in self._in_slot(Slot(key, child, one))
                )
        return result

    def _in_slot(self, slot: Slot) -> list[Row]:
        keys = self._order(slot)
        rows = [self._row(key, self._old.rows.get(key), self._new.rows.get(key)) for key in keys]
        places = self._positions(slot, keys)
        return [replace(row, position=at) for row, at in zip(rows, places, strict=True)]

    def _positions(self, slot: Slot, keys: Sequence[Key]) -> Iterable[int]:
        """Return the positions of either revision where the order is its own, or 0, 1, 2..."""
        for rows in (self._new, self._old) if self._is_all else (self._old, self._new):
            if rows.slots.get(slot, []) == keys:
                return [rows.rows[key].position for key in keys]
        return range(len(keys))

    def _kept(self, rows: tuple[Row, ...], owner: Key) -> tuple[Row, ...]:
        """Return gathered rows without ties to what will not be there, each id once."""
        return tuple(self._once(row, owner) for row in rows if self._has_target(row))

    def _has_target(self, row: Row) -> bool:
        table = _TIES.get(row.TABLE)
        return table is None or (table, getattr(row, f"{table}_id")) in self._slot_of

    def _once(self, row: Row, owner: Key) -> Row:
        # A month that went to another activity, of which only one side was taken.
        key = row.TABLE, row.id
        if key in self._seen:
            row = replace(row, id=str(uuid5(NAMESPACE_OID, f"{owner[1]} {row.id}")))
        self._seen.add(key)
        return row


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple)
