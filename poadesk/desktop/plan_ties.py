"""What ties an open plan to the desktop: its place among the recent ones, and second starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from poadesk.desktop.inside_unit import shows_office
from poadesk.desktop.listed_steps import numbered_steps
from poadesk.desktop.recent import remember, remember_progress
from poadesk.plan.office import is_office
from poadesk.plan.steps import step_states
from poadesk.plan.unit_names import unit_name
from poadesk.widgets.open_plan import OpenPlan

if TYPE_CHECKING:
    from poadesk.desktop.menu_row import MenuRow
    from poadesk.desktop.second_start import SecondStart


_DELAY_OF_NOTING = 1_000  # milliseconds after a step was opened, which must not take longer
_DELAY_OF_LISTENING = 500  # milliseconds, so that what was just opened can be written in first


class PlanTies(QObject):
    """Follows one open plan; `wanted` when a second start asks for its window."""

    wanted = Signal()

    def __init__(self, open_plan: OpenPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._second_start: SecondStart | None = None
        self._door = QTimer(self, singleShot=True, interval=_DELAY_OF_LISTENING)
        self._door.timeout.connect(self._listen)
        self._step = ""
        self._noting = QTimer(self, singleShot=True, interval=_DELAY_OF_NOTING)
        self._noting.timeout.connect(self._note_now)
        open_plan.typed.connect(self._put_off)

    @property
    def name(self) -> str:
        """Return the plan's name for the title of the window, as it is written now."""
        unit = "" if is_office(self._open_plan.plans) else self._open_plan.plan.unit
        return f"{self._title} {unit}".rstrip()

    @property
    def _title(self) -> str:
        title = f"{self._open_plan.words.short} {self._open_plan.year_label()}"
        return f"Consolidado {title}" if is_office(self._open_plan.plans) else title

    def name_steps(self, menus: MenuRow) -> None:
        """Name in the menu the steps between which a person goes now."""
        titles = [step.title for step in numbered_steps(self._open_plan)]
        menus.name_steps(
            titles,
            is_office=shows_office(self._open_plan),
            is_sent=not is_office(self._open_plan.plans),
        )

    def settle(self) -> None:
        """Follow the plan where its file is now."""
        self._remember()
        self._stop_listening()
        # Counted from the next turn: until then the first screen is made, which takes its time.
        QTimer.singleShot(0, self, self._door.start)

    def note(self, step: str) -> None:
        """Keep what is known of the plan, a moment later: the program may not come to its end."""
        self._step = step
        self._noting.start()

    def _note_now(self) -> None:
        self._remember()
        if self._open_plan.reading.has_findings:  # to look for them is for another moment
            self._remember_progress(self._step)

    def end(self, step: str) -> None:
        """Note how far the plan is, with everything saved, and the step in sight."""
        self._noting.stop()
        self._remember()
        self._remember_progress(step)
        self._stop_listening()
        self.deleteLater()

    def _remember_progress(self, step: str) -> None:
        path, plan_id = self._open_plan.file.path, self._open_plan.plan.id
        remember_progress(path, self._states(), step, plan_id)

    def _states(self) -> list[str]:
        """Return the states of the nine steps of a plan, of which an office's work has none."""
        if is_office(self._open_plan.plans):
            return []
        states = step_states(self._open_plan.plan, self._open_plan.reading.findings)
        return [state.state for state in states.values()]

    def _remember(self) -> None:
        plan, others = self._open_plan.plan, len(self._open_plan.plans) - 1
        unit = plan.unit
        if is_office(self._open_plan.plans):
            # Local: who writes the plan of a unit has no use for it.
            from poadesk.desktop.listed_office import share_of_units

            unit, _ = share_of_units(self._open_plan)
        elif others:
            words = "una unidad más" if others == 1 else f"{others:,} unidades más"
            unit = f"{unit_name(plan)} y {words}"
        remember(self._open_plan.file.path, self._title, unit)

    def _put_off(self) -> None:
        """Wait for a pause: to load what listens takes a quarter of a second."""
        if self._door.isActive():
            self._door.start()

    def _listen(self) -> None:
        from poadesk.desktop.second_start import SecondStart

        # Who only reads does not hold the plan; another window may have it to write.
        if not self._open_plan.file.read_only:
            self._second_start = SecondStart(self._open_plan.file.path, self)
            self._second_start.asked.connect(self.wanted)

    def _stop_listening(self) -> None:
        self._door.stop()
        if self._second_start is not None:
            self._second_start.end()
            self._second_start = None
