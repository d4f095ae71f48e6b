"""Observaciones: every remark of the office, unit by unit, with its answer and the way there."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.plan.folding import same_words
from poadesk.plan.model import Plan, Remark
from poadesk.plan.office import plans_of_units
from poadesk.plan.remarks import RESOLVED, RemarkCounts, counted, place_of
from poadesk.plan.unit_names import unit_name
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.labels import heading
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.pills import Pills, PillWords
from poadesk.widgets.remark_card import RemarkCard
from poadesk.widgets.remarking import remark_card
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme

_WIDEST = 840  # pixels of a card at 100 % text size: longer lines are hard to read
WAITING, ANSWERED_ONES, ALL = "waiting", "answered", "all"


class RemarksScreen(Screen):
    """The remarks of all units. It is made anew when something changes, or it is shown."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Observaciones", parent=parent)
        self._open_plan = open_plan
        self._shown: object = None
        self.cards: list[RemarkCard] = []
        self.filter = Pills("Qué observaciones se muestran")
        self.filter.changed.connect(lambda _: self._refresh())
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.content.addWidget(self.filter)
        self.content.addLayout(self._list)
        self.set_hints([("Tab", "recorrer"), ("Enter", "hacerlo")])
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh_if_seen)
        open_plan.changed.connect(self._refresh_later)
        self._refresh()

    def arrive(self) -> None:
        self._refresh()
        super().arrive()

    def _refresh_later(self) -> None:
        """Look at the file again once the change is over."""
        self._later.start()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        units = plans_of_units(self._open_plan.plans)
        plans = sorted(units, key=lambda plan: (same_words(plan.unit), plan.id))
        counts = counted(remark for plan in plans for remark in plan.remarks)
        self._show_filter(counts)
        shown = [(plan, self._passing(plan)) for plan in plans]
        state = [(plan.unit, plan.id, remarks) for plan, remarks in shown if remarks]
        if state == self._shown:
            return
        self._shown = state
        self._clear()
        self.set_subtitle(_summary(counts))
        if not state:
            self._list.addWidget(_nothing(counts))
        for plan, remarks in shown:
            if remarks:
                self._show_unit(plan, remarks)

    def _show_filter(self, counts: RemarkCounts) -> None:
        self.filter.set_pills(
            [
                PillWords(WAITING, "Sin resolver", counts.waiting),
                PillWords(ANSWERED_ONES, "Respondidas", counts.answered),
                PillWords(ALL, "Todas", counts.total),
            ],
            self.filter.value or WAITING,
        )
        self.filter.setVisible(bool(counts.total))

    def _passing(self, plan: Plan) -> tuple[Remark, ...]:
        wanted = self.filter.value or WAITING
        return tuple(
            remark
            for remark in plan.remarks
            if wanted == ALL
            or (wanted == WAITING and remark.state != RESOLVED)
            or remark.state == wanted
        )

    def _show_unit(self, plan: Plan, remarks: tuple[Remark, ...]) -> None:
        self._list.addWidget(heading(unit_name(plan), "objective"))
        for remark in remarks:
            card = remark_card(self._open_plan, plan, remark)
            card.jump_wanted.connect(lambda one, plan=plan: self._jump(plan, one))
            card.setMaximumWidth(theme().px(_WIDEST))
            self.cards.append(card)
            self._list.addWidget(card)

    def _jump(self, plan: Plan, remark: Remark) -> None:
        self.go_to_finding.emit(place_of(plan, remark))

    def _clear(self) -> None:
        self.cards = []
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _summary(counts: RemarkCounts) -> str:
    if not counts.total:
        return ""
    if not counts.waiting:
        return "Todas están resueltas."
    words = "1 espera" if counts.open == 1 else f"{counts.open:,} esperan"
    read = "1 respuesta" if counts.answered == 1 else f"{counts.answered:,} respuestas"
    return f"{words} a su unidad; {read} por leer."


def _nothing(counts: RemarkCounts) -> QWidget:
    if counts.total:
        return EmptyState("No hay ninguna aquí", "Elija arriba otras observaciones.", "remark")
    return EmptyState(
        "Todavía no hay observaciones",
        "Abra el plan de una unidad, ponga el cursor en un campo y presione Ctrl+M.",
        "remark",
    )
