"""Informes: execution, tracking and evaluation of the plans, up to a cut-off month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from poadesk.plan import calendar
from poadesk.plan.office import KIT, plans_of_units
from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING
from poadesk.printing.screen.reports.body import ReportBody
from poadesk.printing.screen.reports.choices import choices_of
from poadesk.printing.screen.reports.head import ReportHead
from poadesk.printing.screen.reports.maker import ReportMaker
from poadesk.printing.screen.reports.making import Made, Wish
from poadesk.printing.screen.reports.places import place_of
from poadesk.printing.screen.reports.saving import PDF
from poadesk.printing.screen.reports.sections import (
    ACTIONS,
    ALERTS,
    AREAS,
    EFFICACY,
    OPENS,
    ROWS,
    SUMMARY,
    WITH_PANEL,
    has_section,
    sections_of,
    table_of,
)
from poadesk.printing.screen.reports.sorting import Filter
from poadesk.printing.screen.reports.top import ReportTop
from poadesk.widgets.band import Band
from poadesk.widgets.cut_off import cut_off_of
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen, is_narrow
from poadesk.widgets.theme import theme

PAUSE = 300  # milliseconds after a change of the plan
LOW = 460  # pixels of a screen in which the table needs every line


class ReportsScreen(Screen):
    """The three reports of the year; made beside the window, for a large file takes seconds."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Informes", scrolls=False, parent=parent)
        self._open_plan = open_plan
        self._cut_off = cut_off_of(open_plan)
        self._choices = choices_of(open_plan)
        self._stale = True
        self._is_tight = False
        self._wanted_row = ""
        self._tells_of_nothing = False
        self._arriving = False
        self.made: Made | None = None
        self.maker = ReportMaker(self)
        self.head = ReportHead(self._cut_off, self._choices)
        self.top = ReportTop(open_plan.words)
        self.filters, self.output = self.top.filters, self.top.output
        self.body = ReportBody(open_plan)
        self._lay_out_content()
        self.filters.set_filter(self._choices.filter)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._make)
        self._connect()
        self._show_section()

    @property
    def section(self) -> str:
        """Return the section that is shown of the present report."""
        kind = self._choices.kind
        chosen = self._choices.sections.get(kind, sections_of(kind)[0])
        made = self.made if self.made is not None and self.made.wish.kind == kind else None
        return chosen if has_section(chosen, made) else sections_of(kind)[0]

    def arrive(self) -> None:
        if self._stale:
            self._make()
        self._arriving = self.made is None
        if self._arriving:
            self.head.kind.focus_chosen()
        else:
            self.body.focus()

    def jump_to(self, row_id: str, field: str) -> None:
        """Show the comment of an action or objective in the evaluation."""
        self._choices.kind = EVALUATION
        self._choices.sections[EVALUATION] = EFFICACY
        self._choices.filter = Filter()
        self.filters.set_filter(Filter())
        self.head.show_choices()
        self._wanted_row = row_id
        self._make()

    def make_room(self, is_tight: bool) -> None:
        self._is_tight = is_tight
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.margin()
        super().resizeEvent(event)
        side = self.margin()
        self.top.set_margin(side)
        self.top.set_short(self.height() < theme().px(LOW))
        QTimer.singleShot(0, self, self._fit_head)  # once the buttons know their size
        if side != before or self._has_details() != self.filters.details.isChecked():
            self._refresh()

    def _fit_head(self) -> None:
        """Put the choice of the report on a line of its own where the title's is too short."""
        kind = self.head.kind
        is_apart = self.head.width_needed() > self.width() - 2 * self.margin()
        if is_apart == self.top.isAncestorOf(kind):
            return
        had_focus = kind.isAncestorOf(self.focusWidget() or self)
        if is_apart:
            self.top.take_in(kind)
        else:
            self.header_buttons.insertWidget(0, kind)
        if had_focus:
            kind.focus_chosen()

    def _connect(self) -> None:
        self._open_plan.changed.connect(self._on_plan_changed)
        self._open_plan.closing.connect(self._finish)
        self._cut_off.changed.connect(self._on_cut_off)
        self.head.report_chosen.connect(self._make)
        self.head.save_wanted.connect(lambda form: self.output.save(self.wish(), form))
        self.head.print_wanted.connect(lambda: self.output.print_on_paper(self.wish()))
        self.output.said.connect(self.show_band)
        self.filters.section_chosen.connect(self._choose_section)
        self.filters.filter_changed.connect(self._refresh)
        self.filters.details_wanted.connect(self._choose_details)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        self.body.row_wanted.connect(self._open_row)
        self.body.row_panel.jump_wanted.connect(self._open_current)
        self.body.filter_off.connect(self.filters.clear)
        self.body.step_wanted.connect(self.go_to_step)
        self.body.alerts.wanted.connect(self.go_to_finding)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        shortcut.activated.connect(lambda: self.output.save(self.wish(), PDF))

    def wish(self) -> Wish:
        """Return the report that is wanted of the plans as they are now."""
        self._open_plan.save_waiting()
        choices = self._choices
        every, until = self._open_plan.plans, self._cut_off.month
        plans = plans_of_units(every) or every
        approved = choices.approved_of(plans) if choices.kind == EXECUTION else {}
        return Wish(plans, choices.kind, until, choices.group, date.today(), approved)

    def _finish(self) -> None:
        self.maker.finish()
        self.output.saver.finish()

    def _on_plan_changed(self) -> None:
        self._stale = True
        self.maker.forget()  # it would say what was true before
        if self.isVisible():
            self._later.start()

    def _on_cut_off(self) -> None:
        self._stale = True
        self.head.show_choices()
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        self._later.stop()
        wish = self.wish()
        self._stale = False
        self.top.begin()
        self.maker.make(wish)

    def _on_made(self, made: Made) -> None:
        self.top.end(made)
        self.made = made
        self._tell_of_nothing(made)
        self._show_section()
        if self._wanted_row and self.body.show_row(self._wanted_row):
            self.body.evaluation_panel.comment.editor.setFocus()
        elif self._arriving and self.head.kind.isAncestorOf(self.focusWidget() or self):
            self.body.focus()
        self._wanted_row, self._arriving = "", False

    def _on_failed(self, sentence: str) -> None:
        self.top.end(None)
        self.show_band(Band("failure", sentence, "Intentar de nuevo", self._make))

    def _tell_of_nothing(self, made: Made) -> None:
        """Say that nothing was recorded yet, as long as that is so."""
        if made.has_activities and not made.has_records:
            month = calendar.name_with_year(made.wish.until)
            sentence = f"Hasta {month} todavía no se ha registrado nada de lo hecho."
            # The planning office has no such step: what was done comes with the units' plans.
            go = "" if self._open_plan.plan.role == KIT else "Ir a Seguimiento"
            self.show_band(Band("warning", sentence, go, lambda: self.go_to_step.emit("tracking")))
            self._tells_of_nothing = True
        elif self._tells_of_nothing:
            self.show_band(None)
            self._tells_of_nothing = False

    def _choose_section(self, section: str) -> None:
        self._choices.sections[self._choices.kind] = section
        self._choices.filter = Filter(self.filters.field.text(), self.filters.filter().unit)
        self._show_section()

    def _choose_details(self, wanted: bool) -> None:
        self._choices.details = wanted
        self._refresh()

    def _show_section(self) -> None:
        """Show the section with the states of its table, all of them at first."""
        kind, section = self._choices.kind, self.section
        made = self.made if self.made is not None and self.made.wish.kind == kind else None
        self.filters.show_section(kind, section, made)
        if made is None:
            return
        self.filters.show_units([plan.unit for plan in made.wish.plans])
        at = table_of(kind, section)
        shown = made.tables[at] if at is not None else None
        self.filters.show_states(shown, self._choices.filter.state)
        self._explain(section)
        is_table = at is not None
        has_units = shown is not None and shown.unit >= 0
        self.filters.show_tools(is_table or section == ALERTS, has_units, section in WITH_PANEL)
        self._refresh()

    def _explain(self, section: str) -> None:
        """Say which keys work in a section, and what the menu of its rows offers."""
        opens = OPENS.get(section, "")
        self.body.grid.jump_words = opens
        hints = [("Enter", opens[:1].lower() + opens[1:])] if opens else []
        if section not in (SUMMARY, ALERTS):
            hints += [("Espacio", "ordenar"), ("Ctrl+C", "copiar")]
        self.set_hints([*hints, ("Ctrl+Mayús+S", "guardar PDF")])

    def _refresh(self) -> None:
        """Show what there is through the present filter."""
        if self.made is None or self.made.wish.kind != self._choices.kind:
            return
        wanted = self.filters.filter()
        at = table_of(self._choices.kind, self.section)
        if at is None:
            wanted = Filter(wanted.words)
        else:
            self.filters.show_states(self.made.tables[at], wanted.state)
            if self.made.tables[at].state < 0:
                wanted = Filter(wanted.words, wanted.unit)
        self._choices.filter = wanted
        has_details = self._has_details()
        self.filters.details.setChecked(has_details)
        self.body.show_report(self.made, self.section, wanted, has_details)

    def _has_details(self) -> bool:
        if self._is_tight:
            return False
        if self._choices.details is not None:
            return self._choices.details
        return self._choices.kind == EVALUATION or not is_narrow(self.window())

    def _open_current(self) -> None:
        row = self.body.grid.currentIndex().row()
        if row >= 0:
            self._open_row(row)

    def _open_row(self, row: int) -> None:
        """Go from a row to what it speaks of."""
        line = self.body.model.line(row)
        place = place_of(self.section, line)
        if place is not None:
            self.go_to_finding.emit(place)
        elif self.section == ACTIONS:
            self._show_activities_of(self.body.model.text(row, 0))
        elif self.section == AREAS:
            self.jump_to(line.row_id, "comments")
        elif self.section == EFFICACY:
            self.body.evaluation_panel.comment.editor.setFocus()

    def _show_activities_of(self, code: str) -> None:
        self._choices.sections[TRACKING] = ROWS
        self._choices.filter = Filter(code)
        self.filters.set_filter(self._choices.filter)
        self._show_section()
        self.body.focus()

    def _lay_out_content(self) -> None:
        for widget in self.head.widgets():
            self.header_buttons.addWidget(widget)
        self.head.show_choices()
        line = QFrame()
        line.setProperty("panel", "line")
        self.content.addWidget(self.top)
        self.content.addWidget(line)
        self.content.addWidget(self.body, 1)
