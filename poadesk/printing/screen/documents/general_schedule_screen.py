"""Cronograma general: how much every month holds, on the screen and on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from poadesk.printing.consolidated.options import SCHEDULE, TITLES
from poadesk.printing.screen.documents.document_screen import DocumentScreen
from poadesk.printing.screen.documents.month_table import month_table
from poadesk.printing.screen.paper_screen import PAGE_KEYS
from poadesk.printing.screen.reports.grid import ReportGrid
from poadesk.printing.screen.reports.model import ReportModel
from poadesk.printing.screen.reports.sorting import Filter
from poadesk.widgets.buttons import button
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.segments import Segments

TABLE, PAPER = "table", "paper"


class GeneralScheduleScreen(DocumentScreen):
    """The counts by unit and month as a table, and the whole cronograma as pages."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(open_plan, TITLES[SCHEDULE], (SCHEDULE,), orders=False, parent=parent)
        self.model = ReportModel(self)
        self.model.total_words = "TOTAL"
        self.grid = ReportGrid(self.model)
        self.grid.setAccessibleName("Actividades por unidad y mes")
        self.views.insertWidget(0, self.grid)
        self.choice = Segments([(TABLE, "Tabla"), (PAPER, "Papel")], "Ver")
        self.keep = button("Guardar Excel…", "normal", "download", self.save_workbook)
        self.header_buttons.insertWidget(0, self.choice)
        self.header_buttons.addWidget(self.keep)
        self.choice.changed.connect(lambda _: self._show_view())
        self._show_view()

    def arrive(self) -> None:
        super().arrive()
        if self._shows_table:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plans(self) -> None:
        table = month_table(self.wish().plans)
        self.model.show(table, Filter())
        self.set_subtitle(self.subtitle())

    def show_tools(self, has_units: bool) -> None:
        self.choice.setVisible(has_units)
        self.keep.setVisible(has_units and self._shows_table)
        self.panel.setVisible(not self._shows_table)
        super().show_tools(has_units and not self._shows_table)

    def subtitle(self) -> str:
        if not self._shows_table or self.model.shown is None:
            return super().subtitle()
        activities = self.open_plan.words.noun("activity").many
        return f"Cuántas {activities} tiene cada unidad en cada mes del año."

    @property
    def _shows_table(self) -> bool:
        return bool(self.choice.value == TABLE)

    def _show_view(self) -> None:
        self.views.setCurrentWidget(self.grid if self._shows_table else self.preview)
        self.show_tools(self.body.currentWidget() is self.paper)
        self.set_subtitle(self.subtitle())
        table = [("Espacio", "ordenar"), ("Ctrl+C", "copiar")]
        keys = table if self._shows_table else PAGE_KEYS
        self.set_hints([*keys, ("Ctrl+Mayús+S", "guardar PDF")])
