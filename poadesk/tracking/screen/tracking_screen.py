"""Seguimiento: what was planned and what was done in each month of the year."""

from __future__ import annotations

from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen


class TrackingScreen(Screen):
    """The months of each activity, planned and done, up to a cut-off."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__("Seguimiento")
        self._open_plan = open_plan
        words = "Aquí se anota, mes a mes, lo hecho de cada actividad junto a lo programado."
        self.content.addWidget(label(words, "text", "text2"))
