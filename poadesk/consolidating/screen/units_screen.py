"""Unidades esperadas: whose plans the office waits for, typed or pasted from Excel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from poadesk.consolidating.catalogue_lines import add_lines, read_lines
from poadesk.consolidating.screen.expected_unit_row import ExpectedUnitRow
from poadesk.plan.kit import catalogue_names, count_of_names
from poadesk.plan.model import Plan
from poadesk.plan.office import kit_of
from poadesk.widgets.buttons import button
from poadesk.widgets.first_line import FirstLine
from poadesk.widgets.labels import label
from poadesk.widgets.notice import show_notice
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.row_list import RowEditor, RowList
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme

KIND = "unit"
_MOST_WIDE = 720  # pixels at 100 % text size
_HOW = (
    "Escriba una y siga con Enter, o péguelas de Excel: una en cada fila, con su código delante "
    "si lo tienen."
)


class UnitsScreen(Screen):
    """The units in their order; what is pasted in lines becomes a row for each."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Unidades esperadas", parent=parent)
        self._open_plan = open_plan
        self.paste_button = button("Pegar una lista", "normal", "copy", self._paste)
        self.paste_button.setEnabled(not open_plan.file.read_only)
        self.header_buttons.addWidget(self.paste_button)
        self.set_hints(
            [("Enter", "otra unidad"), ("Ctrl+↑", "subir"), ("Ctrl+Supr", "borrar la unidad")]
        )
        self.content.addWidget(label(_HOW, "grid", "text2"))
        first = FirstLine("Alumbrado Público", "Nombre de la primera unidad")
        self.units = RowList(
            open_plan, "catalogue_item", self._row, "Agregar unidad", first, kind=KIND
        )
        self.units.setMaximumWidth(theme().px(_MOST_WIDE))
        self.units.notice.connect(self.notice)
        first.installEventFilter(self)
        self.content.addWidget(self.units)
        self.content.addStretch(1)
        self.units.show_rows_of(self.kit.id)
        open_plan.changed.connect(self._show)
        self._show()

    @property
    def kit(self) -> Plan:
        """Return the office's material as it is in the file."""
        return kit_of(self._open_plan.plans) or self._open_plan.plan

    def arrive(self) -> None:
        """Go to where the next unit is written."""
        self.units.focus_start()

    def jump_to(self, row_id: str, field: str) -> None:
        if not self.units.focus_row(row_id, field):
            self.arrive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Several lines that are pasted into a field are so many units."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        text = QGuiApplication.clipboard().text()
        if "\n" not in text.strip() and "\t" not in text.strip():
            return False
        self._paste()
        return True

    def _row(self, row_id: str) -> RowEditor:
        row = ExpectedUnitRow(self._open_plan, row_id, lambda: self.units.menu_for(row_id))
        for editor in row.editors:
            editor.installEventFilter(self)
        return row

    def _paste(self) -> None:
        """Add the units that were copied, without those that are here."""
        lines = read_lines(QGuiApplication.clipboard().text())
        count = self._open_plan.act(
            "Pegar unidades", lambda step, _: add_lines(step, self.kit, KIND, lines)
        )
        if count:
            came = "Se agregó 1 unidad" if count == 1 else f"Se agregaron {count:,} unidades"
            show_notice(self, came, self._open_plan.undo, sign="check")
            self.units.focus_row(catalogue_names(self.kit, KIND)[-1].id)

    def _show(self) -> None:
        count = count_of_names(self.kit, KIND)
        words = "1 unidad entrega" if count == 1 else f"{count:,} unidades entregan"
        self.set_subtitle(f"{words} su plan." if count else "Las que tienen que entregar su plan.")
