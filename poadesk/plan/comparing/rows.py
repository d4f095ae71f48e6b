"""The rows of a plan by table and id, each in its slot: its siblings below the same row."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from poadesk.plan.model import Objective, Plan, Row, SwotItem, child_attributes
from poadesk.quick_dataclass import dataclass

Key = tuple[str, str]  # table and id
# Tables whose rows are told one by one; all else is told as a change of the row above it.
ROWS = (
    "strategic_line",
    "programme",
    "objective",
    "goal",
    "activity",
    "resource",
    "indicator",
    "swot_item",
    "remark",
    "catalogue_item",
)
THE_PLAN: Key = ("plan", "")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where siblings stand: the row above, their table, and the quadrant of the FODA."""

    parent: Key
    table: str
    quadrant: str = ""


class Rows:
    """The rows of one plan; of its own id nothing depends, for two plans may be compared."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rows: dict[Key, Row] = {}
        self.slot_of: dict[Key, Slot] = {}
        self.slots: defaultdict[Slot, list[Key]] = defaultdict(list)
        self._add_below(plan, THE_PLAN)
        self._places = {key: at for keys in self.slots.values() for at, key in enumerate(keys)}
        self._below: defaultdict[Key, list[Slot]] = defaultdict(list)
        for slot in self.slots:
            self._below[slot.parent].append(slot)

    def __contains__(self, key: Key) -> bool:
        return key in self.rows

    def place(self, key: Key) -> int:
        """Return how many siblings stand before a row."""
        return self._places[key]

    def children(self, key: Key) -> Iterator[Key]:
        """Yield the rows right below one, or below the plan."""
        for slot in self.slots_below(key):
            yield from self.slots[slot]

    def slots_below(self, key: Key) -> list[Slot]:
        """Return the slots below a row that hold any."""
        return self._below.get(key, [])

    def _add_below(self, row: Row, key: Key) -> None:
        for table, attribute in child_attributes(row.TABLE).items():
            if table not in ROWS:
                continue
            for child in getattr(row, attribute):
                quadrant = child.quadrant if isinstance(child, SwotItem) else ""
                own = (table, child.id)
                self.rows[own] = child
                self.slot_of[own] = slot = Slot(key, table, quadrant)
                self.slots[slot].append(own)
                self._add_below(child, own)


def moved_rows(old: Rows, new: Rows) -> set[Key]:
    """Return the rows that stand below another row, or in another order, the fewest possible."""
    result = {key for key, slot in old.slot_of.items() if key in new and new.slot_of[key] != slot}
    for slot, keys in old.slots.items():
        stay = [key for key in keys if key in new and key not in result]
        present = set(stay)
        result |= moved_within(stay, [key for key in new.slots.get(slot, ()) if key in present])
    return result


def tied_to(rows: Rows) -> dict[Key, list[Key]]:
    """Return {line or objective: the rows that are tied to it}."""
    result: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, row in rows.rows.items():
        if isinstance(row, Objective):
            for tie in row.lines:
                result["strategic_line", tie.strategic_line_id].append(key)
        elif isinstance(row, SwotItem):
            for answer in row.objectives:
                result["objective", answer.objective_id].append(key)
    return result


def moved_within(old: Sequence[Key], new: Sequence[Key]) -> set[Key]:
    """Return the fewest rows that have to move to bring the one order into the other.

    Both hold the same rows; a longest run of rows that follow one another in both stays.
    """
    place = {key: at for at, key in enumerate(new)}
    stay = _longest_rising([place[key] for key in old])
    return {key for at, key in enumerate(old) if at not in stay}


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising subsequence."""
    ends: list[int] = []  # the lowest last number of a run of each length
    ends_at: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(ends_at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        ends_at[length : length + 1] = [at]
    result: set[int] = set()
    at = ends_at[-1] if ends_at else -1
    while at >= 0:
        result.add(at)
        at = before[at]
    return result
