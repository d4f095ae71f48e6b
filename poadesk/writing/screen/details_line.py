"""The fields of a strategic line and its programmes, beside the lines."""

from __future__ import annotations

from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.details_panel import DetailsPage
from poadesk.writing.screen.details_programmes import Programmes


class LinePage(DetailsPage):
    """Objective, code and programmes of a strategic line."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan, "strategic_line")
        self.add_field("objective")
        self.add_field("code")
        self.programmes = Programmes(open_plan)
        self.editors["programmes"] = self.programmes
        self.column.addWidget(self.programmes)
        self.add_advice()

    def bind(self, row_id: str) -> None:
        super().bind(row_id)
        self.programmes.bind(row_id)
