"""A generated plan and the same after a person's edits, for property tests of comparing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from generated_plans import plans
from hypothesis import strategies as st

from poadesk.plan.model import (
    BY_TABLE,
    QUADRANTS,
    Plan,
    Row,
    SwotItem,
    child_attributes,
    declared_fields,
)
from poadesk.tracking.example import with_follow_up
from poadesk.writing.example import example_plan

_TIES = {"objective_line": "strategic_line", "swot_objective": "objective"}
_MOVABLE = ("goal", "activity", "resource", "indicator", "programme")


@dataclass
class Node:
    """A row whose children can be changed."""

    row: Row
    below: dict[str, list[Node]] = field(default_factory=dict)

    def everything(self) -> Iterator[tuple[list[Node], Node]]:
        """Yield (its siblings, node) of all nodes below, parents first."""
        for siblings in self.below.values():
            for node in list(siblings):
                yield siblings, node
                yield from node.everything()


def grown(row: Row) -> Node:
    below = {
        table: [grown(child) for child in getattr(row, attribute)]
        for table, attribute in child_attributes(row.TABLE).items()
    }
    return Node(row, below)


def planted(node: Node) -> Any:
    """Return the row with positions 0, 1, 2..., SWOT items by quadrants, months in order."""
    made: dict[str, Any] = {}
    for table, attribute in child_attributes(node.row.TABLE).items():
        rows = [planted(one) for one in node.below[table]]
        if table == "swot_item":
            made[attribute] = tuple(
                replace(row, position=at)
                for quadrant in QUADRANTS
                for at, row in enumerate(row for row in rows if row.quadrant == quadrant)
            )
            continue
        if "month" in declared_fields(table):
            rows.sort(key=lambda row: (row.month, getattr(row, "week", 0)))
        made[attribute] = tuple(replace(row, position=at) for at, row in enumerate(rows))
    return replace(node.row, **made)


class Editing:
    """Edits of one plan, drawn from a source of chance and from another plan."""

    def __init__(self, plan: Plan, other: Plan, chance: random.Random) -> None:
        self.root, self.other, self.chance = grown(plan), grown(other), chance

    def plan(self) -> Plan:
        self._untie()
        made: Plan = planted(self.root)
        return made

    def edit(self) -> None:
        self.chance.choice((self.write, self.write, self.delete, self.add, self.shift, self.move))()

    def write(self) -> None:
        """Write into a row what the other plan has in a row of the same table."""
        nodes = [self.root, *(node for _, node in self.root.everything())]
        node = self.chance.choice(nodes)
        sources = [self.other, *(one for _, one in self.other.everything())]
        like = [one for one in sources if one.row.TABLE == node.row.TABLE]
        names = [
            name
            for name in declared_fields(node.row.TABLE)
            if name not in ("month", "week") and not name.endswith("_id")
        ]
        if like and names:
            name, source = self.chance.choice(names), self.chance.choice(like)
            node.row = replace(node.row, **{name: getattr(source.row, name)})

    def delete(self) -> None:
        found = list(self.root.everything())
        if found:
            siblings, node = self.chance.choice(found)
            siblings.remove(node)

    def add(self) -> None:
        """Add a row of the other plan with what is below it, where such rows stand."""
        found = [node for _, node in self.other.everything() if node.row.TABLE not in _TIES]
        ids = {node.row.id for _, node in self.root.everything()}
        found = [node for node in found if not ids & _ids_of(node)]
        if not found:
            return
        node = self.chance.choice(found)
        parents = self._parents_of(node.row.TABLE)
        if parents:
            siblings = self.chance.choice(parents).below[node.row.TABLE]
            if not _repeats_month(siblings, node):
                siblings.insert(self.chance.randint(0, len(siblings)), node)

    def shift(self) -> None:
        found = [siblings for siblings, _ in self.root.everything() if len(siblings) > 1]
        if found:
            siblings = self.chance.choice(found)
            siblings.insert(
                self.chance.randrange(len(siblings)),
                siblings.pop(self.chance.randrange(len(siblings))),
            )

    def move(self) -> None:
        found = [pair for pair in self.root.everything() if pair[1].row.TABLE in _MOVABLE]
        if found:
            siblings, node = self.chance.choice(found)
            parent = self.chance.choice(self._parents_of(node.row.TABLE))
            siblings.remove(node)
            target = parent.below[node.row.TABLE]
            target.insert(self.chance.randint(0, len(target)), node)

    def _parents_of(self, table: str) -> list[Node]:
        nodes = [self.root, *(node for _, node in self.root.everything())]
        return [node for node in nodes if node.row.TABLE == BY_TABLE[table].PARENT]

    def _untie(self) -> None:
        """Take away the ties to what is no longer there."""
        ids = {node.row.id for _, node in self.root.everything()}
        for siblings, node in list(self.root.everything()):
            target = _TIES.get(node.row.TABLE)
            if target and getattr(node.row, f"{target}_id") not in ids:
                siblings.remove(node)


def _ids_of(node: Node) -> set[str]:
    return {node.row.id, *(one.row.id for _, one in node.everything())}


def _repeats_month(siblings: list[Node], node: Node) -> bool:
    if "month" not in declared_fields(node.row.TABLE):
        return False
    key = (node.row.month, getattr(node.row, "week", 0))  # type: ignore[attr-defined]
    return key in {(one.row.month, getattr(one.row, "week", 0)) for one in siblings}  # type: ignore[attr-defined]


@cache
def _rich() -> tuple[Plan, Plan]:
    """Return the example with its follow-up, and one like it with other ids and other words."""
    one, other = (swot_in_order(with_follow_up(example_plan())) for _ in range(2))
    node = grown(other)
    for _, below in node.everything():
        new_id = f"other-{below.row.id}"
        words = {
            name: f"{getattr(below.row, name)} (otro)"
            for name in ("text",)
            if hasattr(below.row, name)
        }
        below.row = replace(below.row, id=new_id, **words)
        if target := _TIES.get(below.row.TABLE):
            field_name = f"{target}_id"
            below.row = replace(
                below.row, **{field_name: f"other-{getattr(below.row, field_name)}"}
            )
    return planted(grown(one)), planted(node)


@st.composite
def revisions(draw: st.DrawFn, most: int = 2) -> tuple[Plan, Plan]:
    """Draw a plan and what became of it after some edits: mostly of a real one, which is large."""
    if draw(st.integers(0, 3)):
        old, other = _rich()
    else:
        old, other = draw(plans(most=most)), draw(plans(most=1))
    editing = Editing(old, other, random.Random(draw(st.integers(0, 2**32))))
    for _ in range(draw(st.integers(1, 40))):
        editing.edit()
    return old, editing.plan()


def swot_in_order(plan: Plan) -> Plan:
    """Return the plan with its SWOT items by quadrants, as generated plans have them."""

    def place(item: SwotItem) -> tuple[int, int]:
        return QUADRANTS.index(item.quadrant), item.position

    return replace(plan, swot_items=tuple(sorted(plan.swot_items, key=place)))
