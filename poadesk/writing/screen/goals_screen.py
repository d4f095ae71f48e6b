"""The step "Metas y actividades", or how the kind of plan calls it: the whole outline."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from poadesk.plan.profiles import Profile
from poadesk.widgets.buttons import icon_button
from poadesk.widgets.labels import escaped
from poadesk.widgets.menus import menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.details.pages import ActivityPage, GoalPage, ObjectivePage
from poadesk.writing.screen.outline.levels import ACTIVITY, GOAL, OBJECTIVE
from poadesk.writing.screen.outline.screen import OutlineScreen


def depths_of(words: Profile) -> tuple[str, ...]:
    """Return how much of the outline can be seen, in words."""
    objectives, goals = words.noun("objective"), words.noun("goal")
    return f"Ver solo {objectives.all}", f"Ver {objectives.many} y {goals.many}", "Ver todo"


class GoalsScreen(OutlineScreen):
    """Objectives, goals and activities, with the details of each."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        pages = {
            "objective": ObjectivePage,
            "goal": GoalPage,
            "activity": ActivityPage,
        }
        title = open_plan.words.step_titles["goals"]
        super().__init__(open_plan, title, (OBJECTIVE, GOAL, ACTIVITY), pages, parent)
        self._depths = self._depth_menu()
        button = icon_button("outline", "Cuánto se ve del plan", self._open_depths)
        self.header_buttons.insertWidget(0, button)
        self._depth_button = button

    def arrive(self) -> None:
        """Go on where the work is: at the first goal to be written, while there is none yet."""
        plan = self.open_plan.plan
        begins = plan.objectives and not any(plan.goals())
        if not (begins and self.outline.go_to_adding(plan.objectives[0].id)):
            super().arrive()

    def _follow(self) -> None:
        plan = self.open_plan.plan
        goals, activities = list(plan.goals()), list(plan.activities())
        noun = self.open_plan.words.noun
        counts = [
            noun("objective").counted_briefly(len(plan.objectives)),
            noun("goal").counted_briefly(len(goals)),
            noun("activity").counted_briefly(len(activities)),
        ]
        self.set_subtitle(" · ".join(counts) if plan.objectives else "")

    def _depth_menu(self) -> QMenu:
        depths = menu(parent=self)
        for depth, words in enumerate(depths_of(self.open_plan.words)):
            action = depths.addAction(escaped(words))
            action.triggered.connect(lambda _=False, depth=depth: self.outline.open_to(depth))
        return depths

    def _open_depths(self) -> None:
        below = self._depth_button.rect().bottomLeft()
        self._depths.popup(self._depth_button.mapToGlobal(below))
