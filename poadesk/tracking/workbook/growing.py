"""One plan while the lines of its unit are put into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from poadesk.plan.model import Activity, Goal, Objective, Plan
from poadesk.tracking.workbook.activities import brought, matched
from poadesk.tracking.workbook.branches import Branches, names_of
from poadesk.tracking.workbook.lines import Line, Name

_NO_NAME: Name = ("", "")
Home = tuple[Name, Name]  # what the goal of an activity and its objective are called


class GrowingPlan:
    """A plan, and what the lines changed in it. Rows keep their ids; none is taken away."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._objectives = Branches(Objective, plan.objectives)
        self._goals: dict[str, Branches[Goal]] = {}
        self._objective_of: dict[str, str] = {}
        self._goal_of: dict[str, str] = {}
        self._activities: defaultdict[str, dict[str, Activity]] = defaultdict(dict)
        self._next_position: defaultdict[str, int] = defaultdict(int)
        self.new = self.updated = self.unchanged = 0
        self.not_in_the_lines: list[Activity] = []
        for objective in plan.objectives:
            self._goals[objective.id] = Branches(Goal, objective.goals)
            for goal in objective.goals:
                self._objective_of[goal.id] = objective.id
                for activity in goal.activities:
                    self._keep(activity, goal.id)

    def put(self, lines: Sequence[Line]) -> None:
        """Put in the lines, each into the activity it is about, or a new one."""
        stored = tuple(self._plan.activities())
        found = self._found(lines, stored)
        for line, goal_id in zip(lines, self._goals_for(lines, found), strict=True):
            self._put_line(line, found.get(line.row), goal_id)
        in_lines = {activity.id for activity in found.values()}
        self.not_in_the_lines += [one for one in stored if one.id not in in_lines]

    def plan(self) -> Plan:
        """Return the plan as it is now."""
        return replace(
            self._plan,
            objectives=tuple(
                replace(objective, goals=self._goals_of(objective.id))
                for objective in self._objectives.rows.values()
            ),
        )

    def _found(self, lines: Sequence[Line], stored: Sequence[Activity]) -> dict[int, Activity]:
        """Return the activity of each line; of several with one text that of the line's goal.

        Where the lines lead is tried out on a plan of its own, for it makes and renames goals.
        """
        trial = GrowingPlan(self._plan)
        goals = trial._goals_for(lines, matched(lines, stored))
        called = trial._called()
        homes: dict[str | int, Home] = {
            line.row: called[goal_id] for line, goal_id in zip(lines, goals, strict=True)
        }
        homes |= {one.id: called[trial._goal_of[one.id]] for one in stored}
        return matched(
            lines, stored, lambda one: homes[one.row if isinstance(one, Line) else one.id]
        )

    def _called(self) -> dict[str, Home]:
        """Return {goal id: what a workbook calls it and its objective}."""
        return {
            goal_id: (names_of(self._objectives.rows[objective_id]), names_of(goal))
            for objective_id, branches in self._goals.items()
            for goal_id, goal in branches.rows.items()
        }

    def _goals_of(self, objective_id: str) -> tuple[Goal, ...]:
        if objective_id not in self._goals:
            return ()
        return tuple(
            replace(goal, activities=tuple(self._activities[goal.id].values()))
            for goal in self._goals[objective_id].rows.values()
        )

    def _put_line(self, line: Line, stored: Activity | None, goal_id: str) -> None:
        was_in = self._goal_of[stored.id] if stored else ""
        activity = brought(line, stored, self._next_position[goal_id])
        if stored is None:
            self.new += 1
        elif was_in != goal_id:
            del self._activities[was_in][stored.id]
            activity = replace(activity, position=self._next_position[goal_id])
            self.updated += 1
        elif activity == stored:
            self.unchanged += 1
        else:
            self.updated += 1
        self._keep(activity, goal_id)

    def _keep(self, activity: Activity, goal_id: str) -> None:
        self._activities[goal_id][activity.id] = activity
        self._goal_of[activity.id] = goal_id
        after = max(self._next_position[goal_id], activity.position + 1)
        self._next_position[goal_id] = after

    def _goals_for(self, lines: Sequence[Line], found: dict[int, Activity]) -> list[str]:
        """Return the goal of each line; a stored activity stays where its line names none."""
        goals = [self._goal_of[found[line.row].id] if line.row in found else "" for line in lines]
        objectives = [self._objective_of.get(goal_id, "") for goal_id in goals]
        named = [at for at, line in enumerate(lines) if line.objective != _NO_NAME or not goals[at]]
        placed = self._objectives.placed([lines[at].objective for at in named])
        for at, objective_id in zip(named, placed, strict=True):
            objectives[at] = self._objectives.staying(objectives[at], objective_id)
        wanted: defaultdict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(lines):
            is_elsewhere = self._objective_of.get(goals[at]) != objectives[at]
            if line.goal != _NO_NAME or is_elsewhere:
                wanted[objectives[at]].append(at)
        for objective_id, places in wanted.items():
            branches = self._goals.setdefault(objective_id, Branches(Goal, ()))
            placed = branches.placed([lines[at].goal for at in places])
            for at, goal_id in zip(places, placed, strict=True):
                goals[at] = branches.staying(goals[at], goal_id)
        return goals
