"""What stands in place of the tracking grid while a plan has no activities."""

from __future__ import annotations

from collections.abc import Callable

from poadesk.plan.profiles import Profile
from poadesk.widgets.empty_state import EmptyState


class NothingToFollow(EmptyState):
    """Says what goes here, and leads to where activities are written."""

    def __init__(self, words: Profile, go_to_goals: Callable[[], object]) -> None:
        super().__init__(
            f"Aquí se sigue lo que se hizo de cada {words.activity}",
            f"Escriba primero sus {words.activities}, o traiga un libro de Excel que ya las tenga.",
            "flag",
        )
        goals = words.step_titles["goals"]
        self.to_goals = self.add_action(f"Ir a {goals}", go_to_goals, icon="arrow-right")
