"""The step "Objetivos": the objectives alone, with what belongs to each beside."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.details.pages import ObjectivePage
from poadesk.writing.screen.outline.levels import ONLY_OBJECTIVE, counted
from poadesk.writing.screen.outline.screen import OutlineScreen


class ObjectivesScreen(OutlineScreen):
    """Specific objectives, their strategic lines and codes."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        pages = {"objective": ObjectivePage}
        title = open_plan.words.step_titles["objectives"]
        super().__init__(open_plan, title, (ONLY_OBJECTIVE,), pages, parent)

    def _follow(self) -> None:
        plan = self.open_plan.plan
        self.set_subtitle(
            counted(len(plan.objectives), "objective", plan) if plan.objectives else ""
        )
