"""What ties an open plan to the desktop: its place among the recent ones, and second starts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from poadesk.desktop.recent import remember, remember_progress
from poadesk.desktop.second_start import SecondStart
from poadesk.plan.steps import step_states
from poadesk.widgets.open_plan import OpenPlan


class PlanTies(QObject):
    """Follows one open plan; `wanted` when a second start asks for its window."""

    wanted = Signal()

    def __init__(self, open_plan: OpenPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._second_start: SecondStart | None = None

    def settle(self) -> str:
        """Follow the plan where its file is now; return its name for the title of the window."""
        path, unit = self._open_plan.file.path, self._open_plan.plan.unit
        title = f"POA {self._open_plan.year_label()}"
        remember(path, title, unit)
        self._listen()
        return f"{title} {unit}"

    def end(self, step: str) -> None:
        """Note how far the plan is, with everything saved, and the step in sight."""
        states = step_states(self._open_plan.plan, self._open_plan.reading.findings)
        path = self._open_plan.file.path
        remember_progress(path, [state.state for state in states.values()], step)
        self._stop_listening()
        self.deleteLater()

    def _listen(self) -> None:
        self._stop_listening()
        # Who only reads does not hold the plan; another window may have it to write.
        if not self._open_plan.read_only:
            self._second_start = SecondStart(self._open_plan.file.path, self)
            self._second_start.asked.connect(self.wanted)

    def _stop_listening(self) -> None:
        if self._second_start is not None:
            self._second_start.end()
            self._second_start = None
