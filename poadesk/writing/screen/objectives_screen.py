"""The step "Objetivos": the objectives alone, with what belongs to each beside."""

from __future__ import annotations

from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.details.pages import ObjectivePage
from poadesk.writing.screen.outline.levels import ONLY_OBJECTIVE, counted
from poadesk.writing.screen.outline.screen import OutlineScreen


class ObjectivesScreen(OutlineScreen):
    """Specific objectives, their strategic lines and codes."""

    def __init__(self, open_plan: OpenPlan) -> None:
        pages = {"objective": ObjectivePage}
        super().__init__(
            open_plan, open_plan.words.step_titles["objectives"], (ONLY_OBJECTIVE,), pages
        )

    def _follow(self) -> None:
        plan = self.open_plan.plan
        self.set_subtitle(
            counted(len(plan.objectives), "objective", plan) if plan.objectives else ""
        )
