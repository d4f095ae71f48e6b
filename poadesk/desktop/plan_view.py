"""One open plan in the window: the list of steps at the left and the screen of one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from poadesk.desktop.areas import Area, Areas, bring_focus_in_sight, focus_first_in
from poadesk.desktop.inside_unit import (
    BACK,
    FIRST_OF_OFFICE,
    INSIDE_UNIT,
    back_hints,
    choose_office,
    hand_over,
    is_in_material,
    is_inside_unit,
    lead_to_comparing,
    listed_as,
    shows_office,
    steps_beside,
)
from poadesk.desktop.listed_steps import listed_steps, numbered_steps, steps_in_sight
from poadesk.desktop.paper_side import PaperSide
from poadesk.desktop.plan_layout import columns_in, fill_columns, show_in_room
from poadesk.desktop.readying import Readying
from poadesk.desktop.remarks_here import RemarksHere
from poadesk.desktop.screens import make_screen
from poadesk.desktop.side_head import SideHead
from poadesk.desktop.spelling_choice import begin_spelling
from poadesk.desktop.undo_offer import offer_undo
from poadesk.plan.review import Finding
from poadesk.plan.step_names import STEPS
from poadesk.planfile.errors import CannotSaveError
from poadesk.widgets.band import Band
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.notice import show_notice
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.step_foot import StepFoot
from poadesk.widgets.step_list import StepList

_HELP = ("F1", "ayuda de este paso")


def read_only_band(save_copy: Callable[[], object]) -> Band:
    """Return the band that says that nothing can be written."""
    sentence = "Este plan se abrió solo para leer: puede verlo e imprimirlo, no cambiarlo."
    return Band("read-only", sentence, "Guardar una copia…", save_copy)


class PlanView(QWidget):
    """The steps of a plan. `undo_wanted` comes from the notice after something was deleted."""

    undo_wanted = Signal()
    step_shown = Signal(str)

    def __init__(self, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._screens: dict[str, Screen] = {}
        self._finding: Finding | None = None
        self._finding_at = 0
        self.step = ""
        self.step_list = StepList()
        self.step_list.chosen.connect(self.show_step)
        self._foot = StepFoot()
        self._states: list[str] = []
        self._kind = open_plan.plan.profile
        self._office_step = ""
        self.head = SideHead(open_plan)
        self.head.back_wanted.connect(self.back_to_office)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_to_office)
        self.step_shown.connect(self.head.gone)
        self._stack = QStackedWidget()
        self._hints = HintBar()
        self._bands = QVBoxLayout()
        self.band: Band | None = None
        self.splitter = columns_in(self)
        side = self.head, self.step_list, self._foot
        fill_columns(self.splitter, side, (self._bands, self._stack, self._hints))
        self.paper = PaperSide(self.splitter, open_plan)
        self.areas = Areas(self, self._list_areas)
        self.remarks = RemarksHere(self, open_plan)
        open_plan.checking.checked.connect(self._show_states)
        open_plan.chosen.connect(self._begin_anew)
        open_plan.changed.connect(self._follow_kind)
        open_plan.save_failed.connect(self._tell_protected)
        self._show_first_states()
        self.show_band(None)
        begin_spelling()
        Readying(open_plan, self)

    def screen_of(self, step: str) -> Screen:
        """Return the screen of a step, which is made when it is first asked for."""
        if step not in self._screens:
            screen = self._screens[step] = make_screen(step, self._open_plan, self._stack)
            sign = screen.notice_sign
            screen.notice.connect(partial(offer_undo, self, self._open_plan, sign=sign))
            lead_to_comparing(step, screen, self)
            screen.go_to_step.connect(self.show_step)
            screen.go_to_finding.connect(self.go_to)
            screen.hints_changed.connect(self._show_hints)
            screen.foot_changed.connect(self._show_foot)
            screen.row_shown.connect(lambda row_id: self.paper.follow_row(step, row_id))
            screen.row_shown.connect(lambda row_id: self.remarks.follow_row(step, row_id))
            self._stack.addWidget(screen)
        return self._screens[step]

    def keys(self) -> list[str]:
        """Return the keys of the steps between which a person goes now."""
        return [step.key for step in steps_in_sight(self._open_plan)]

    def show_number(self, at: int) -> None:
        """Show the step that has this place among the numbered ones, if there is one."""
        steps = numbered_steps(self._open_plan)
        if at < len(steps):
            self.show_step(steps[at].key)

    def show_step(self, step: str) -> None:
        """Show the screen of a step, after what was typed on the one before is saved.

        One that only the other side has, a plan or the planning office, changes nothing.
        """
        self._open_plan.save_waiting()
        step = self._known(step)
        screen = self.screen_of(step)
        self.step = step
        if shows_office(self._open_plan):
            self._office_step = step
        follow = partial(self.paper.follow_step, step, screen)
        self.remarks.follow_step(step)
        show_in_room(self.splitter, self._stack, screen, follow)
        self.step_list.select(listed_as(self._open_plan, step))
        self._show_hints()
        self._show_foot()
        screen.arrive()
        self.step_shown.emit(step)

    def receives(self) -> bool:
        """Say whether what is let go over the window is received into the office's file."""
        return shows_office(self._open_plan)

    def receive(self, paths: list[str]) -> None:
        """Receive files and folders in Entregas."""
        self.show_step(FIRST_OF_OFFICE)
        hand_over(self.screen_of(FIRST_OF_OFFICE), paths)

    def back_to_office(self) -> None:
        """Leave the plan of a unit for the work of the planning office, where that was left."""
        if is_inside_unit(self._open_plan):
            step, unit = self._office_step, self._open_plan.plan.id
            choose_office(self._open_plan)
            self.show_step(step or FIRST_OF_OFFICE)
            if self.step == FIRST_OF_OFFICE:
                self.screen_of(self.step).jump_to(unit, "")
        elif is_in_material(self._open_plan, self.step):
            self.show_step(listed_as(self._open_plan, self.step))

    def _known(self, step: str) -> str:
        keys = [*self.keys(), *steps_beside(self._open_plan)]
        if step == "print" and "consolidated" in keys:
            return "consolidated"
        first = [FIRST_OF_OFFICE] if shows_office(self._open_plan) else keys
        return next(key for key in (step, self.step, *first) if key in keys)

    def show_band(self, band: Band | None) -> None:
        """Show a band above every screen in place of the one before, or what always stands there:
        nothing, but in the plan of a unit the way back to the planning office."""
        if self.band is not None:
            self._bands.removeWidget(self.band)
            self.band.hide()
            self.band.deleteLater()
        if band is None and is_inside_unit(self._open_plan):
            band = Band("read-only", INSIDE_UNIT, BACK, self.back_to_office)
        self.band = band
        if band is not None:
            # A click on it leaves the focus where the person was writing.
            band.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._bands.addWidget(band)

    def go_to(self, finding: Finding) -> None:
        """Show the field that a finding speaks of, ready for typing."""
        findings = self._open_plan.reading.findings
        self._finding = finding
        self._finding_at = findings.index(finding) if finding in findings else 0
        self.go_to_field(finding.step, finding.id, finding.field)

    def go_to_field(self, step: str, row_id: str, field: str) -> None:
        """Show a field of a row, ready for typing, after the unit to which it belongs."""
        self._open_plan.choose_plan_of(row_id)
        self.show_step(step)
        self.screen_of(step).jump_to(row_id, field)
        # A screen that was just made is not laid out yet, and knows only later where the field is.
        QTimer.singleShot(0, self, bring_focus_in_sight)

    def next_finding(self, by: int) -> None:
        """Go to the finding after (1) or before (-1) the one gone to last."""
        if shows_office(self._open_plan):
            return
        self._open_plan.save_waiting()
        findings = self._open_plan.reading.findings
        if not findings:
            self.show_step("review")
        elif self._finding is None:
            self.go_to(findings[0 if by > 0 else -1])
        elif self._finding in findings:
            self.go_to(findings[(findings.index(self._finding) + by) % len(findings)])
        else:  # it has been corrected, and the one after it has taken its place
            self.go_to(findings[(self._finding_at + min(by, 0)) % len(findings)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # nothing in the screen took it
            self.back_to_office()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.paper.fit()

    def _begin_anew(self) -> None:
        """Show the step in sight of the unit that was chosen, on screens of its own."""
        step, before = self.step, list(self._screens.values())
        self._screens.clear()
        self._kind = self._open_plan.plan.profile
        self._finding = None
        self.paper.forget_rows()
        self._show_first_states()
        self.show_band(None)
        if step:
            self.show_step(step)
        for screen in before:
            self._stack.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    def _follow_kind(self) -> None:
        """Let every screen speak in the words of another kind of plan, once that is chosen."""
        if self._open_plan.plan.profile != self._kind:
            self._kind = self._open_plan.plan.profile
            # Later: the screen that tells of it must not go away in the middle of that.
            QTimer.singleShot(0, self, self._speak_anew)

    def _speak_anew(self) -> None:
        self._begin_anew()
        if self.step == "general":
            self.screen_of(self.step).jump_to("", "profile")

    def _show_foot(self) -> None:
        """Show how far the plan is, or what the screen in sight says of its own work."""
        screen = self._screens.get(self.step)
        if screen is not None and screen.foot is not None:
            self._foot.set_share(*screen.foot)
        elif shows_office(self._open_plan):
            # Local, as in the list of steps.
            from poadesk.desktop.listed_office import share_of_units

            self._foot.set_share(*share_of_units(self._open_plan))
        else:
            self._foot.set_states(self._states)

    def _show_hints(self) -> None:
        screen = self._screens[self.step]
        back = back_hints(self._open_plan, self.step)
        self._hints.show_hints([*screen.hints, *back, _HELP])
        self._hints.show_status(screen.status)

    def _tell_protected(self, error: CannotSaveError) -> None:
        if error.kind == "protected":
            show_notice(self, str(error), sign="lock")

    def _list_areas(self) -> list[Area]:
        screen = self._screens[self.step]
        inside = [getattr(screen, "details", None), self.paper.panel]
        more = [widget for widget in inside if isinstance(widget, QWidget)]
        return [
            (self.step_list, self.step_list.setFocus),
            (screen, screen.arrive),
            *((widget, partial(focus_first_in, widget)) for widget in more),
        ]

    def _show_first_states(self) -> None:
        """Show what is known of the steps; the window need not wait until the plan is checked."""
        self._show_states(self._open_plan.reading.has_findings)
        self._open_plan.checking.begin_later()

    def _show_states(self, is_checked: bool = True) -> None:
        steps = listed_steps(self._open_plan, is_checked)
        self.step_list.set_steps(steps)
        self._states = [step.state for step in steps[: len(STEPS)]] if is_checked else []
        self._show_foot()
        if self.step and self.step in self.keys():
            self.step_list.select(self.step)
        self.head.show_plan()
