"""One open plan in the window: the list of steps at the left and the screen of one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from poadesk.desktop.areas import Area, Areas, focus_first_in
from poadesk.desktop.paper_side import PaperSide
from poadesk.desktop.screens import make_screen
from poadesk.desktop.spelling_choice import begin_spelling
from poadesk.plan.review import Finding
from poadesk.plan.step_names import STEPS
from poadesk.plan.steps import StepState, step_states
from poadesk.widgets.band import Band
from poadesk.widgets.hint_bar import HintBar
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.labels import label
from poadesk.widgets.notice import show_notice
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.step_foot import StepFoot
from poadesk.widgets.step_list import Step as ListedStep
from poadesk.widgets.step_list import StepList
from poadesk.widgets.theme import theme

PAUSE_BEFORE_CHECKING = 300  # milliseconds after a change; checking must not slow down typing
STEPS_OF_WRITING = 7
_STEPS_WIDTH = 248  # pixels of the list of steps
_HELP = ("F1", "ayuda de este paso")


def read_only_band(save_copy: Callable[[], object]) -> Band:
    """Return the band that says that nothing can be written."""
    sentence = "Este plan se abrió solo para leer: puede verlo e imprimirlo, no cambiarlo."
    return Band("read-only", sentence, "Guardar una copia…", save_copy)


def bring_focus_in_sight() -> None:
    """Scroll the column in which the focus is until all of it can be seen."""
    focus = QApplication.focusWidget()
    area = focus.parentWidget() if focus is not None else None
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if focus is not None and area is not None:
        area.ensureWidgetVisible(focus, 0, theme().px(32))


class PlanView(QWidget):
    """The steps of a plan. `undo_wanted` comes from the notice after something was deleted."""

    undo_wanted = Signal()
    step_shown = Signal(str)

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._screens: dict[str, Screen] = {}
        self._finding: Finding | None = None
        self._finding_at = 0
        self.step = ""
        self.step_list = StepList()
        self.step_list.chosen.connect(self.show_step)
        self._foot = StepFoot()
        self._unit = label("", "objective")
        self._year = label("", "small", "text3")
        self._stack = QStackedWidget()
        self._hints = HintBar()
        self._bands = QVBoxLayout()
        self.band: Band | None = None
        self.splitter = self._lay_out()
        self.paper = PaperSide(self.splitter, open_plan)
        self.areas = Areas(self, self._list_areas)
        self._checking = QTimer(self, singleShot=True, interval=PAUSE_BEFORE_CHECKING)
        self._checking.timeout.connect(self._show_states)
        open_plan.changed.connect(self._check_later)
        self._show_states()
        begin_spelling()

    def screen_of(self, step: str) -> Screen:
        """Return the screen of a step, which is made when it is first asked for."""
        if step not in self._screens:
            screen = self._screens[step] = make_screen(step, self._open_plan)
            screen.notice.connect(self._show_notice)
            screen.go_to_step.connect(self.show_step)
            screen.go_to_finding.connect(self.go_to)
            screen.hints_changed.connect(self._show_hints)
            screen.row_shown.connect(lambda row_id: self.paper.follow_row(step, row_id))
            self._stack.addWidget(screen)
        return self._screens[step]

    def show_step(self, step: str) -> None:
        """Show the screen of a step, after what was typed on the one before is saved."""
        self._open_plan.save_waiting()
        screen = self.screen_of(step)
        self.step = step
        # The paper takes its room first, so that the screen is laid out once.
        self.paper.follow_step(step, screen)
        self._stack.setCurrentWidget(screen)
        self.step_list.select(step)
        self._show_hints()
        screen.arrive()
        self.step_shown.emit(step)

    def show_band(self, band: Band | None) -> None:
        """Show a band above every screen in place of the one before, or none."""
        if self.band is not None:
            self._bands.removeWidget(self.band)
            self.band.hide()
            self.band.deleteLater()
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
        """Show a field of a row, ready for typing."""
        self.show_step(step)
        self.screen_of(step).jump_to(row_id, field)
        # A screen that was just made is not laid out yet, and knows only later where the field is.
        QTimer.singleShot(0, self, bring_focus_in_sight)

    def next_finding(self, by: int) -> None:
        """Go to the finding after (1) or before (-1) the one gone to last."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.paper.fit()

    def _lay_out(self) -> QSplitter:
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._bands.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._bands)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self._hints)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._side())
        split.addWidget(work)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([kept_width("steps", _STEPS_WIDTH), theme().px(1200)])
        keep_pane(split, 0, lambda: "steps")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(split)
        return split

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("panel", "sidebar")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setMinimumWidth(theme().px(200))
        side.setMaximumWidth(theme().px(340))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 12, 4)
        head.setSpacing(2)
        head.addWidget(self._unit)
        head.addWidget(self._year)
        column.addLayout(head)
        column.addWidget(self.step_list, 1)
        column.addWidget(self._foot)
        return side

    def _show_hints(self) -> None:
        screen = self._screens[self.step]
        self._hints.show_hints([*screen.hints, _HELP])
        self._hints.show_status(screen.status)

    def _show_notice(self, sentence: str) -> None:
        show_notice(self, sentence, self.undo_wanted.emit)

    def _list_areas(self) -> list[Area]:
        screen = self._screens[self.step]
        inside = [getattr(screen, "details", None), self.paper.panel]
        more = [widget for widget in inside if isinstance(widget, QWidget)]
        return [
            (self.step_list, self.step_list.setFocus),
            (screen, screen.arrive),
            *((widget, partial(focus_first_in, widget)) for widget in more),
        ]

    def _check_later(self) -> None:
        """Show the states of the steps after a pause."""
        self._checking.start()

    def _show_states(self) -> None:
        plan, findings = self._open_plan.plan, self._open_plan.reading.findings
        states = step_states(plan, findings)
        self.step_list.set_steps([_listed(at, states[step.key]) for at, step in enumerate(STEPS)])
        self._foot.set_states([state.state for state in states.values()])
        if self.step:
            self.step_list.select(self.step)
        self._unit.setText(plan.unit or "Plan sin unidad todavía")
        self._year.setText(f"POA {self._open_plan.year_label()} · {plan.entity}".rstrip(" ·"))


def _listed(at: int, state: StepState) -> ListedStep:
    group = "Escribir" if at < STEPS_OF_WRITING else "Terminar"
    step = STEPS[at]
    return ListedStep(step.key, step.title, group, state.state, state.count, state.badge)
