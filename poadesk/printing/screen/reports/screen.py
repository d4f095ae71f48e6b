"""Informes: execution, tracking and evaluation of the plans, up to a cut-off month."""

from __future__ import annotations

from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen


class ReportsScreen(Screen):
    """The three reports of the year."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__("Informes")
        self._open_plan = open_plan
        words = "Aquí salen los informes del año, con lo que se anotó en Seguimiento."
        self.content.addWidget(label(words, "text", "text2"))
