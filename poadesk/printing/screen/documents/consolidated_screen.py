"""POA consolidado: the plan of the institution, or the list of its units, to print and to keep."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from poadesk.printing.consolidated.options import BY_OBJECTIVE, CONSOLIDATED, UNITS_LIST
from poadesk.printing.screen.documents.document_screen import DocumentScreen
from poadesk.widgets.open_plan import OpenPlan


class ConsolidatedScreen(DocumentScreen):
    """The plans of all units in one document."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        title = f"{open_plan.words.short} consolidado"
        super().__init__(open_plan, title, (CONSOLIDATED, UNITS_LIST), orders=True, parent=parent)
        objective = open_plan.words.noun("objective").brief
        self.panel.order.set_word(BY_OBJECTIVE, objective)
