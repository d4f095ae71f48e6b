"""Imprimir: the pages of the plan as they will come out, and the ways to print or keep them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from poadesk.plan.office import plans_of_units
from poadesk.printing.screen.options_panel import OptionsPanel
from poadesk.printing.screen.paper_screen import PaperScreen
from poadesk.printing.screen.pdf_file import ask_for_pdf
from poadesk.widgets.open_plan import OpenPlan


class PrintScreen(PaperScreen):
    """The plan of this unit, or of all units of the file."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        self.options = OptionsPanel(open_plan.words, len(plans_of_units(open_plan.plans)))
        super().__init__(open_plan, "Imprimir", self.options, parent)
        self.set_body(self.pages_beside_choices(self.preview))

    def begin_building(self) -> bool:
        own = plans_of_units(self.open_plan.plans)
        wanted = own if self._prints_all else (self.open_plan.plan,)
        self.builder.build(wanted, self.options.options())
        return True

    def ask_where(self) -> Path | None:
        return ask_for_pdf(self, self.open_plan, self._prints_all)

    @property
    def _prints_all(self) -> bool:
        return self.options.all_units.isChecked()
