"""Entregas: the units, what each has delivered, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.consolidating.outcome import Outcome
from poadesk.consolidating.screen.deliveries_notes import note_of
from poadesk.consolidating.screen.deliveries_summary import DeliveriesSummary
from poadesk.consolidating.screen.deliveries_table import DeliveriesTable
from poadesk.consolidating.screen.delivery_words import reminder
from poadesk.consolidating.screen.outcome_words import reasons
from poadesk.consolidating.screen.receiver import Receiver
from poadesk.consolidating.screen.unit_panel import UnitPanel
from poadesk.consolidating.screen.verdict import approve, return_to_unit
from poadesk.plan.model import Plan, Remark
from poadesk.plan.office import kit_of
from poadesk.plan.office_units import REFUSED, names_still_missing, unit_rows, unit_totals
from poadesk.plan.remarks import place_of
from poadesk.widgets.band import Band
from poadesk.widgets.beside import ScreenWithPanel
from poadesk.widgets.buttons import Button, button, menu_button
from poadesk.widgets.dialogs import tell
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import is_narrow
from poadesk.widgets.theme import theme

_DETAILS = 316  # pixels of the panel at 100 % text size
_LOW = 520

_RECEIVE = ("Ctrl+O", "recibir")
_HINTS = [
    ("Enter", "abrir el plan"),
    _RECEIVE,
    ("Ctrl+M", "escribir observación"),
    ("Espacio", "ordenar"),
]


class DeliveriesScreen(ScreenWithPanel):
    """The table of units with its summary, and the panel of the chosen one."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Entregas", scrolls=False, parent=parent)
        self._open_plan = open_plan
        self.refused: dict[str, str] = {}
        self._wants_details: bool | None = None
        self._has_units = True
        self.summary = DeliveriesSummary()
        self.table = DeliveriesTable()
        self.details = UnitPanel(open_plan, self.splitter)
        self.remind = button("Recordar a las que faltan", "normal", "copy", self.copy_reminder)
        self.show_details = button("Detalles", "normal", "panel", self._toggle_details)
        self.show_details.setCheckable(True)
        self.receiver = Receiver(open_plan, self)
        self._receiving_menu = menu("", self)
        add_entry(self._receiving_menu, "Archivos…", self.receiver.ask_for_files, icon="file")
        add_entry(
            self._receiving_menu, "Una carpeta…", self.receiver.ask_for_folder, icon="folder-open"
        )
        self.take_in = menu_button("Recibir…", self._receiving_menu, "primary", "inbox")
        self.header_buttons.addWidget(self.show_details)
        self.header_buttons.addWidget(self.remind)
        self.header_buttons.addWidget(self.take_in)
        self._lay_out_content()
        self._connect()
        self._refresh()

    def arrive(self) -> None:
        self._refresh()
        first = self.begin if self.table.isHidden() else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, row_id: str, field: str) -> None:
        """Choose the unit of a plan."""
        self.arrive()
        row = self.table.rows.row_of(row_id)
        if row >= 0:
            self.table.choose(row)

    def open_unit(self) -> None:
        """Go inside the plan of the chosen unit; where none came, say what is known."""
        row = self.table.current()
        if row is None:
            return
        if row.plan_id:
            self._open_plan.choose(row.plan_id)
        elif row.state == REFUSED:
            tell(self, f"No se recibió el plan de {row.name}", row.reason, "Entendido", "warning")

    def copy_reminder(self) -> None:
        """Put a text for the units that are missing on the clipboard, and say so."""
        names = names_still_missing(self.table.rows.rows)
        kit = kit_of(self._open_plan.plans)
        due = kit.due_on if kit is not None else ""
        QGuiApplication.clipboard().setText(reminder(names, due, self._open_plan.year_label()))
        words = "la unidad que falta" if len(names) == 1 else f"las {len(names):,} que faltan"
        self.show_band(Band("done", f"Se copió un aviso para {words}. Péguelo en su mensaje."))

    def write_remark(self) -> None:
        """Write a remark about the whole plan of the chosen unit."""
        row = self.table.current()
        if row is not None and row.plan_id:
            self._wants_details = True
            self._fit()
            self.details.write_remark()

    def event(self, event: QEvent) -> bool:
        # Here the keys of the menu for opening a plan receive plans.
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_receive(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_receive(event):
            self.receiver.ask_for_files()
            return
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_M:
            self.write_remark()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        self._open_plan.changed.connect(self._refresh_later)
        self.table.chosen.connect(self._show_chosen)
        self.table.wanted.connect(self.open_unit)
        self.table.menu_wanted.connect(self._show_menu)
        self.details.open_wanted.connect(self.open_unit)
        self.details.approve_wanted.connect(lambda: self._say(approve))
        self.details.return_wanted.connect(lambda: self._say(return_to_unit))
        self.details.jump_wanted.connect(self._jump)
        self.receiver.received.connect(self._on_received)
        self.receiver.said.connect(self.show_band)

    def _refresh_later(self) -> None:
        """Look at the file again once the change is over."""
        self._later.start()

    def _refresh(self) -> None:
        rows = unit_rows(self._open_plan.plans, self.refused)
        self.summary.show_totals(unit_totals(rows))
        self.table.show_rows(rows)
        self._has_units = bool(rows)
        self.set_hints(_HINTS if rows else [_RECEIVE])
        self._fit()
        names = names_still_missing(rows)
        self.remind.setEnabled(bool(names))
        kit = kit_of(self._open_plan.plans)
        due = kit.due_on.strip() if kit is not None else ""
        closes = f"La entrega cierra el {due}. " if due else ""
        self.set_subtitle(f"{closes}Suelte aquí lo que vaya llegando.")
        self._show_note(note_of(rows))

    def _show_note(self, sentence: str) -> None:
        self._note.setVisible(bool(sentence))
        self._note.set_sentence(sentence)

    def _show_chosen(self) -> None:
        self.details.show_unit(self.table.current(), self._chosen_plan())

    def _chosen_plan(self) -> Plan | None:
        row = self.table.current()
        plan = self._open_plan.row(row.plan_id) if row is not None and row.plan_id else None
        return plan if isinstance(plan, Plan) else None

    def _on_received(self, outcome: Outcome) -> None:
        missing = names_still_missing(unit_rows(self._open_plan.plans))
        self.refused = dict(reasons(outcome.rejected, missing))
        self._refresh()

    def _say(self, verdict: Callable[[OpenPlan, QWidget, Plan], Band | None]) -> None:
        """Approve the chosen plan or give it back, and tell what came of it."""
        plan = self._chosen_plan()
        band = verdict(self._open_plan, self, plan) if plan is not None else None
        if band is not None:
            self.show_band(band)

    def _jump(self, plan: Plan, remark: Remark) -> None:
        self.go_to_finding.emit(place_of(plan, remark))

    def _show_menu(self, at: QPoint) -> None:
        row = self.table.current()
        if row is None or not row.plan_id:
            return
        entries = menu("", self)
        add_entry(entries, "Abrir el plan", self.open_unit, "Return")
        add_entry(entries, "Escribir una observación", self.write_remark, "Ctrl+M", "remark")
        add_entry(entries, "Aprobar", lambda: self._say(approve), icon="check")
        add_entry(entries, "Devolver…", lambda: self._say(return_to_unit), icon="send")
        entries.exec(at)
        entries.deleteLater()

    def _toggle_details(self) -> None:
        self._wants_details = not self.details.isVisible()
        self._fit()

    def _fit(self) -> None:
        """Show the panel where there is room, or where it was asked for."""
        side = self.margin()
        self.table.set_margin(side)
        self._strip.setContentsMargins(side, 0, side, 12)
        narrow = is_narrow(self.window())
        wanted = self._wants_details if self._wants_details is not None else not narrow
        self.details.setVisible(wanted and self._has_units)
        self.show_details.setVisible(self._has_units and (narrow or not wanted))
        self.show_details.setChecked(wanted)
        self.remind.set_words("Recordar" if narrow else "Recordar a las que faltan")
        has_room = self.height() >= theme().px(_LOW) or not narrow
        self.summary.setVisible(self._has_units and has_room)
        self.remind.setVisible(self._has_units)
        self.table.setVisible(self._has_units)
        self._empty.setVisible(not self._has_units)

    def _lay_out_content(self) -> None:
        self._note = Band("warning", "")
        strip = QWidget()
        self._strip = QVBoxLayout(strip)
        self._strip.setSpacing(12)
        self._strip.addWidget(self.summary)
        self._strip.addWidget(self._note)
        self._note.hide()
        self.content.addWidget(strip)
        self.content.addWidget(self.table, 1)
        self._empty, self.begin = self._what_comes_first()
        self.content.addWidget(self._empty, 1)
        self.splitter.setSizes([theme().px(900), kept_width("deliveries", _DETAILS)])
        keep_pane(self.splitter, 1, lambda: "deliveries")

    def _what_comes_first(self) -> tuple[EmptyState, Button]:
        """Return what stands here while no unit is expected and none has come, and its button."""
        empty = EmptyState(
            "Aquí se reciben los planes de las unidades",
            "Primero escriba qué unidades entregan y prepare el material con que empiezan. "
            "Cuando lleguen sus archivos, suéltelos aquí.",
            "inbox",
        )
        begin = empty.add_action("Escribir las unidades", lambda: self.go_to_step.emit("units"))
        empty.add_action("Preparar el material", lambda: self.go_to_step.emit("material"), "normal")
        return empty, begin


def _is_receive(event: QKeyEvent) -> bool:
    is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_ctrl and event.key() == Qt.Key.Key_O
