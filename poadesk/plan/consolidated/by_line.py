"""The objectives of all units under the strategic line, or the objective, that they share.

Two rows are the same when the planning office gave both, when they have the same code, or the
same words whatever their case, accents and spaces. A number alone is no code: every unit has an
objective 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from poadesk.plan.folding import same_words
from poadesk.plan.kit import given_id
from poadesk.plan.model import Objective, ObjectiveLine, Plan
from poadesk.plan.numbering import numbers, shared_code
from poadesk.plan.office import kit_of, plans_of_units

NO_LINE, NO_OBJECTIVE = "Sin línea estratégica", "Sin objetivo escrito"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class UnitPart:
    """The objectives of one unit that belong to a group."""

    plan: Plan
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A strategic line or an objective with what each unit does for it.

    `number` and `name` are printed; both are empty for what belongs to no line, and `is_none`
    says so. `objective` is what the line itself wants to reach.
    """

    number: str
    name: str
    parts: tuple[UnitPart, ...]
    objective: str = ""
    is_none: bool = False

    @property
    def activities(self) -> int:
        """Return how many activities the group has."""
        return sum(
            len(goal.activities)
            for part in self.parts
            for objective in part.objectives
            for goal in objective.goals
        )


def by_line(plans: Sequence[Plan]) -> tuple[Group, ...]:
    """Return the objectives by strategic line: the office's lines, then others, then without.

    An objective that answers to two lines stands under both. A line of the office to which no
    unit answers is there without parts.
    """
    kit, groups = kit_of(plans), _Groups()
    given: dict[str, _Open] = {}
    for line in kit.strategic_lines if kit else ():
        number = numbers(kit)[line.id] if kit else ""
        given[line.id] = groups.begin(line.code, line.name, number, line.objective)
    without = _Open("", NO_LINE)
    for plan in plans_of_units(plans):
        numbered, lines = numbers(plan), {line.id: line for line in plan.strategic_lines}
        own = {given_id(plan.id, row_id): group for row_id, group in given.items()}
        answered = {tie.strategic_line_id for row in plan.objectives for tie in _ties(row, lines)}
        # In the order of the unit's lines, not in that in which its objectives answer them.
        for line in plan.strategic_lines:
            if line.id in answered and line.id not in own:
                number = numbered[line.id]
                own[line.id] = groups.of(line.code, line.name, number, line.objective)
        for objective in plan.objectives:
            tied = [one.strategic_line_id for one in _ties(objective, lines)]
            for line_id in tied:
                own[line_id].add(plan, objective)
            if not tied:
                without.add(plan, objective)
    return (*(group.closed() for group in groups.opened), *_last(without))


def by_objective(plans: Sequence[Plan]) -> tuple[Group, ...]:
    """Return the objectives that units share as one group: those of the office come first.

    Those without words stand together at the end.
    """
    kit, groups = kit_of(plans), _Groups()
    given: dict[str, _Open] = {}
    for row in kit.objectives if kit else ():
        number = numbers(kit)[row.id] if kit else ""
        given[row.id] = groups.begin(row.code, row.text, number)
    without = _Open("", NO_OBJECTIVE)
    for plan in plans_of_units(plans):
        own = {given_id(plan.id, row_id): group for row_id, group in given.items()}
        for objective in plan.objectives:
            if not (objective.code.strip() or objective.text.strip()):
                without.add(plan, objective)
                continue
            # The number of an objective that has no code is only its place in its own plan.
            code = objective.code.strip()
            group = own.get(objective.id) or groups.of(code, objective.text, code)
            group.add(plan, objective)
    return (*(group.closed() for group in groups.opened), *_last(without))


@dataclass(slots=True)
class _Open:
    """A group while units are added to it."""

    number: str
    name: str
    objective: str = ""
    rows: dict[str, tuple[Plan, list[Objective]]] = field(default_factory=dict)

    def add(self, plan: Plan, objective: Objective) -> None:
        self.rows.setdefault(plan.id, (plan, []))[1].append(objective)

    def closed(self, is_none: bool = False) -> Group:
        parts = (UnitPart(plan, tuple(rows)) for plan, rows in self.rows.values())
        return Group(self.number, self.name, tuple(parts), self.objective, is_none)


class _Groups:
    """The groups in the order in which they were begun, found by code or by words."""

    def __init__(self) -> None:
        self.opened: list[_Open] = []
        self._found: dict[Key, _Open] = {}

    def begin(self, code: str, name: str, number: str, objective: str = "") -> _Open:
        group = _Open(number, name.strip(), objective.strip())
        self.opened.append(group)
        for key in _keys(code, name):
            self._found.setdefault(key, group)
        return group

    def of(self, code: str, name: str, number: str, objective: str = "") -> _Open:
        """Return the group of a row, begun now if none has its code or its words."""
        for key in _keys(code, name):
            if key in self._found:
                return self._found[key]
        return self.begin(code, name, number, objective)


def _keys(code: str, name: str) -> tuple[Key, ...]:
    """Return what a row may be found by: a code before the words; nothing finds an empty row."""
    found = ("code", same_words(shared_code(code))), ("words", same_words(name).rstrip("."))
    return tuple((kind, words) for kind, words in found if words)


def _last(without: _Open) -> tuple[Group, ...]:
    """Return the group of what belongs to no other; none where nothing is in it."""
    return (without.closed(is_none=True),) if without.rows else ()


def _ties(objective: Objective, lines: Iterable[str]) -> list[ObjectiveLine]:
    return [tie for tie in objective.lines if tie.strategic_line_id in lines]
