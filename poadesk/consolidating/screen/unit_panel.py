"""Beside Entregas: the chosen unit, its signed paper, its revisions and its remarks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.consolidating.screen.code_field import CodeField
from poadesk.consolidating.screen.deliveries_notes import notes_on
from poadesk.consolidating.screen.delivery_words import STATE_CHIPS, findings_words
from poadesk.consolidating.screen.revision_list import RevisionList
from poadesk.plan.model import Plan
from poadesk.plan.moments import day_said
from poadesk.plan.office_units import APPROVED, REFUSED, UnitRow
from poadesk.plan.profiles import profile_of
from poadesk.widgets.buttons import button, set_small
from poadesk.widgets.chips import Chip
from poadesk.widgets.flow_row import flow_row
from poadesk.widgets.labels import heading, label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_card import RemarkCard, WordsEditor
from poadesk.widgets.remarking import remark_card, write
from poadesk.widgets.scrolled_page import ScrolledPage

_NOTHING = "Todavía no ha llegado nada de esta unidad."
_NOBODY = "Elija una unidad en la tabla."


class UnitPanel(QWidget):
    """What can be done with the plan of a unit.

    `jump_wanted` carries a plan and one of its remarks, `compare_wanted` a plan's id and a digest.
    """

    approve_wanted = Signal()
    return_wanted = Signal()
    open_wanted = Signal()
    jump_wanted = Signal(object, object)
    compare_wanted = Signal(str, str)

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._plan: Plan | None = None
        self._shown: object = None
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("La unidad elegida")
        self.name = label("", "heading2")
        self.chip = Chip("")
        self.facts = label("", "grid", "text2")
        self.code = CodeField()
        self.approve = button("Aprobar", "primary", "check", self.approve_wanted.emit)
        self.give_back = button("Devolver…", "normal", None, self.return_wanted.emit)
        self.open = button("Abrir", "normal", None, self.open_wanted.emit)
        self.revisions = RevisionList()
        self.revisions.compare_wanted.connect(self._compare)
        self.write_button = button("Escribir", "quiet", "plus", self.write_remark)
        self.cards: list[RemarkCard] = []
        self.editor: WordsEditor | None = None
        self._is_writing = False
        open_plan.saving_wanted.connect(self._keep_half_written)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(8)
        self._lay_out()

    def show_unit(self, row: UnitRow | None, plan: Plan | None) -> None:
        """Show a unit, or that none is chosen; what is being written in it stays."""
        if (row, plan) == self._shown:
            return
        same = plan is not None and self._plan is not None and plan.id == self._plan.id
        if not same:
            self._keep_half_written()
        self._shown, self._plan = (row, plan), plan
        self.name.setText(row.name if row is not None else _NOBODY)
        self.chip.setVisible(row is not None)
        if row is not None:
            self.chip.set_state(*STATE_CHIPS[row.state])
        self._body.setVisible(plan is not None)
        self._say(row, plan)
        if plan is not None and row is not None:
            self.approve.setEnabled(row.state != APPROVED)
            self.code.show_plan(plan)
            self.revisions.show_plan(plan)
            self._show_remarks(plan, keep_editor=same)

    def write_remark(self) -> None:
        """Open the field for a remark about the whole plan."""
        if self._plan is None:
            return
        if self.editor is None:
            self.editor = WordsEditor(
                "Observación a todo el plan", "", "Guardar", "Qué hay que mirar o corregir"
            )
            self.editor.written.connect(self._write)
            self.editor.given_up.connect(self._close_editor)
            self._remarks.insertWidget(0, self.editor)
            self.editor.show()
        self.editor.field.setFocus()

    def _keep_half_written(self) -> None:
        """Keep what is written and not given up, before something else is shown or written."""
        for card in self.cards:
            card.save_waiting()
        if self.editor is not None and self.editor.words():
            self._write(self.editor.words())

    def _write(self, words: str) -> None:
        if self._plan is None or self._is_writing:
            return
        self._is_writing = True
        try:
            is_kept = write(self._open_plan, self._plan, self._plan.id, "", words)
        finally:
            self._is_writing = False
        if is_kept:
            self._close_editor()

    def _close_editor(self) -> None:
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        focus = QApplication.focusWidget()
        if focus is not None and editor.isAncestorOf(focus):
            self.write_button.setFocus()
        editor.hide()
        editor.deleteLater()

    def _say(self, row: UnitRow | None, plan: Plan | None) -> None:
        if row is None:
            self.facts.setText("")
        elif plan is None:
            self.facts.setText(row.reason if row.state == REFUSED else _NOTHING)
        else:
            self.facts.setText(_facts(row, plan))

    def _show_remarks(self, plan: Plan, keep_editor: bool) -> None:
        outgoing, focus = self.cards, QApplication.focusWidget()
        left = next((one for one in outgoing if focus and one.isAncestorOf(focus)), None)
        self.cards = []
        if not keep_editor:
            self._close_editor()
        for remark in plan.remarks:
            card = remark_card(self._open_plan, plan, remark)
            card.jump_wanted.connect(lambda one: self.jump_wanted.emit(self._plan, one))
            self.cards.append(card)
            self._remarks.addWidget(card)
            card.show()
            if left is not None and left.remark.id == remark.id:
                card.take_focus()
        for gone in outgoing:
            self._remarks.removeWidget(gone)
            gone.retire()

    def _compare(self, digest: str) -> None:
        if self._plan is not None:
            self.compare_wanted.emit(self._plan.id, digest)

    def _lay_out(self) -> None:
        area = ScrolledPage(self, "window")
        column = area.column
        column.setContentsMargins(16, 18, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.name)
        column.addWidget(self.chip)
        column.addWidget(self.facts)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.code)
        body.addWidget(self._actions())
        body.addWidget(heading("Revisiones", "objective"))
        body.addWidget(self.revisions)
        body.addLayout(self._remarks_head())
        body.addLayout(self._remarks)
        column.addWidget(self._body)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _actions(self) -> QWidget:
        row, flow = flow_row()
        for one in (self.approve, self.give_back, self.open):
            flow.addWidget(one)
        return row

    def _remarks_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(heading("Observaciones", "objective"), 1)
        set_small(self.write_button)
        row.addWidget(self.write_button)
        return row


def _facts(row: UnitRow, plan: Plan) -> str:
    noun = profile_of(plan.profile).noun("activity")
    count = noun.counted_briefly(sum(1 for _ in plan.activities()))
    said = findings_words(row)
    lines = [plan.responsible.strip(), f"{count} · {said}" if said != "—" else count]
    if row.arrived:
        lines.append(f"Llegó {day_said(row.arrived, datetime.now())}")
    lines += notes_on(row)
    return "\n".join(line for line in lines if line)
