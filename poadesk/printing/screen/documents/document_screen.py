"""What the screens of the institution's documents share: all units, also as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from poadesk.plan.office import plans_of_units
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.documents.panel import DocumentPanel
from poadesk.printing.screen.documents.wish import PDF, WORKBOOK, DocumentWish, ask_where_to
from poadesk.printing.screen.paper_screen import PaperScreen
from poadesk.printing.screen.pdf_file import band_about, write_pdf
from poadesk.widgets.band import Band
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.open_plan import OpenPlan


class DocumentScreen(PaperScreen):
    """Pages of a document of all units.

    A subclass puts what else it shows into `views` and refreshes it in `show_plans`.
    """

    def __init__(
        self,
        open_plan: OpenPlan,
        title: str,
        kinds: Sequence[str],
        orders: bool,
        parent: QWidget | None = None,
    ) -> None:
        self.panel = DocumentPanel(kinds, orders)
        super().__init__(open_plan, title, self.panel, parent)
        self.workbooks = PdfBuilder(self)
        self._target: Path | None = None
        self.body, self.views = QStackedWidget(), QStackedWidget()
        self.views.addWidget(self.preview)
        self.paper = self.pages_beside_choices(self.views)
        self._nothing = self._nothing_received()
        self.body.addWidget(self.paper)
        self.body.addWidget(self._nothing)
        self.set_body(self.body)
        self.panel.workbook_wanted.connect(self.save_workbook)
        self.follow(self.workbooks)
        self.workbooks.built.connect(self._on_workbook)
        self.workbooks.failed.connect(self._on_no_workbook)

    def begin_building(self) -> bool:
        plans = self.open_plan.plans
        self.panel.show_units(plans)
        has_units = bool(plans_of_units(plans))
        self._words = ""
        self.set_subtitle("")
        self.show_tools(has_units)
        self.body.setCurrentWidget(self.paper if has_units else self._nothing)
        if has_units:
            self.show_plans()
            self.builder.make(self.wish().pdf)
        else:
            self.builder.cancel()
        return has_units

    def ask_where(self) -> Path | None:
        return ask_where_to(self, self.wish(), PDF)

    def wish(self) -> DocumentWish:
        """Return the document that is wanted of the plans as they are now."""
        return self.panel.wish(self.open_plan.plans)

    def show_plans(self) -> None:
        """Show what a screen has besides the pages; here there is nothing else."""

    def save_workbook(self) -> None:
        """Ask where the workbook goes, and make it there."""
        wish = self.wish()
        self._target = ask_where_to(self, wish, WORKBOOK)
        if self._target is not None:
            self.show_band(None)
            self.show_progress(True)
            self.workbooks.make(wish.workbook)

    def stop_other_work(self) -> bool:
        if not self.workbooks.is_busy:
            return False
        self.workbooks.cancel()
        self.show_band(Band("warning", "Se detuvo la preparación del libro."))
        return True

    def _nothing_received(self) -> EmptyState:
        state = EmptyState(
            "Todavía no llegó el plan de ninguna unidad",
            "Los documentos de la institución salen de los planes que entregan las unidades.",
            "inbox",
        )
        state.add_action("Ir a Entregas", lambda: self.go_to_step.emit("deliveries"))
        return state

    def _on_workbook(self, content: bytes) -> None:
        self.show_progress(False)
        assert self._target is not None
        saved = write_pdf(self._target, content)
        self.show_band(band_about(self._target, saved, self.save_workbook, "el libro"))

    def _on_no_workbook(self, sentence: str) -> None:
        self.show_progress(False)
        self.show_band(Band("failure", sentence))
