"""What the screens of the institution's documents share: pages that are seen are those kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from poadesk.plan.office import plans_of_units
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.documents.panel import DocumentPanel
from poadesk.printing.screen.documents.wish import PDF, WORKBOOK, DocumentWish, ask_where_to
from poadesk.printing.screen.paper_printer import PaperPrinter
from poadesk.printing.screen.pdf_file import band_about, write_pdf
from poadesk.printing.screen.preview import Preview
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button, icon_button
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

PAUSE_BEFORE_BUILDING = 200  # milliseconds after a change
_PAPER_WORDS = {"carta": "papel carta", "oficio": "papel oficio", "a4": "papel A4"}


class DocumentScreen(Screen):
    """Pages of a document with its choices; made beside the window, for many units take a while.

    A subclass puts what else it shows into `views` and refreshes it in `show_plans`.
    """

    def __init__(self, open_plan: OpenPlan, title: str, kinds: Sequence[str], orders: bool) -> None:
        super().__init__(title, scrolls=False)
        self.open_plan = open_plan
        self.pdf = b""
        self._stale = True
        self.preview = Preview()
        self.panel = DocumentPanel(kinds, orders)
        self.builder = PdfBuilder(self)
        self.workbooks = PdfBuilder(self)
        self._target: Path | None = None
        self._words = ""
        self._printing = PaperPrinter(self.preview.document, self)
        self._pages = label("", "grid", "text", wrap=False)
        self._size = label("", "grid", "text", wrap=False)
        self._progress = QProgressBar()
        self._stop = button("Detener", "quiet", None, self._give_up)
        self.body, self.views = QStackedWidget(), QStackedWidget()
        self.views.addWidget(self.preview)
        self._nothing = self._nothing_received()
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=PAUSE_BEFORE_BUILDING)
        self._later.timeout.connect(self.build)
        self._connect()

    def arrive(self) -> None:
        if self._stale:
            self.build()
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
        if self.builder.is_busy and not event.spontaneous():
            self._stale = True
            self.builder.cancel()

    def build(self) -> None:
        """Make the pages anew of the plans as they are now."""
        self.open_plan.save_waiting()
        self._stale = False
        plans = self.open_plan.plans
        self.panel.show_units(plans)
        has_units = bool(plans_of_units(plans))
        self._words = ""
        self.set_subtitle("")
        self.show_tools(has_units)
        if not has_units:
            self.builder.cancel()
            self._show_progress(False)
            self.body.setCurrentWidget(self._nothing)
            return
        self.body.setCurrentWidget(self.paper)
        self.show_plans()
        self._show_progress(True)
        self.builder.make(self.wish().pdf)

    def wish(self) -> DocumentWish:
        """Return the document that is wanted of the plans as they are now."""
        return self.panel.wish(self.open_plan.plans)

    def show_plans(self) -> None:
        """Show what a screen has besides the pages; here there is nothing else."""

    def save_pdf(self, path: Path) -> bool:
        """Write the PDF in one move; say whether the disk took it, and tell the person."""
        saved = write_pdf(path, self.pdf)
        self.show_band(band_about(path, saved, self._save))
        return saved

    def _arrange(self) -> None:
        smaller = icon_button("zoom-out", "Ver más pequeño", lambda: self._zoom(-1))
        larger = icon_button("zoom-in", "Ver más grande", lambda: self._zoom(1))
        whole = button("Ancho", "quiet", None, lambda: self._zoom(0))
        self.page_tools: list[QWidget] = [self._pages, smaller, self._size, larger, whole]
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Documento preparado")
        self._progress.setFixedWidth(140)
        for widget in (self._progress, self._stop, *self.page_tools):
            self.header_buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_progress(False)
        self.paper = self._paper_with_panel()
        self.body.addWidget(self.paper)
        self.body.addWidget(self._nothing)
        line = QFrame()
        line.setProperty("line", True)
        self.content.addWidget(line)
        self.content.addWidget(self.body, 1)
        self.set_hints(
            [
                ("Ctrl+Mayús+S", "guardar PDF"),
                ("Re Pág", "página anterior"),
                ("Av Pág", "siguiente"),
            ]
        )

    def _paper_with_panel(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.views, 1)
        row.addWidget(self.panel)
        return page

    def _nothing_received(self) -> EmptyState:
        state = EmptyState(
            "Todavía no llegó el plan de ninguna unidad",
            "Los documentos de la institución salen de los planes que entregan las unidades.",
            "inbox",
        )
        state.add_action("Ir a Entregas", lambda: self.go_to_step.emit("deliveries"))
        return state

    def _connect(self) -> None:
        self.open_plan.changed.connect(self._on_plan_changed)
        self.open_plan.closing.connect(self.builder.finish)
        self.open_plan.closing.connect(self.workbooks.finish)
        self.panel.changed.connect(self.build)
        self.panel.print_wanted.connect(self._print)
        self.panel.save_wanted.connect(self._save)
        self.panel.workbook_wanted.connect(self.save_workbook)
        for builder in (self.builder, self.workbooks):
            builder.progressed.connect(lambda share: self._progress.setValue(int(share * 100)))
            builder.stopped.connect(lambda: self._show_progress(False))
        self.builder.built.connect(self._on_built)
        self.builder.failed.connect(self._on_failed)
        self.workbooks.built.connect(self._on_workbook)
        self.workbooks.failed.connect(self._on_no_workbook)
        self.preview.page_changed.connect(self._show_page)
        self._printing.ended.connect(self._on_printed)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        shortcut.activated.connect(self._save)

    def _on_plan_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _give_up(self) -> None:
        if self.workbooks.is_busy:
            self.workbooks.cancel()
            self.show_band(Band("warning", "Se detuvo la preparación del libro."))
            return
        self._stale = True
        self.builder.cancel()
        sentence = "Se detuvo la preparación de las páginas."
        self.show_band(Band("warning", sentence, "Prepararlas", self.build))

    def _on_built(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._show_progress(False)
        self.show_band(None)
        self.preview.show_pdf(pdf)
        count = self.preview.document.pageCount()
        words = "1 página" if count == 1 else f"{count:,} páginas"
        paper = _PAPER_WORDS[self.panel.paper.value]
        self._words = f"{words} en {paper}. Se ve igual que saldrá impreso."
        self.set_subtitle(self.subtitle())
        self._zoom_shown()

    def _on_failed(self, sentence: str) -> None:
        self._show_progress(False)
        self._stale = True
        self.show_band(Band("failure", sentence, "Intentar de nuevo", self.build))

    def _show_progress(self, shown: bool) -> None:
        self._progress.setValue(0)
        self._progress.setVisible(shown)
        self._stop.setVisible(shown)
        self.panel.set_ready(not shown and bool(self.pdf))

    def subtitle(self) -> str:
        """Return what is said below the title: how many pages there are."""
        return self._words

    def show_tools(self, has_units: bool) -> None:
        """Show what turns the pages and makes them larger, where there are pages."""
        for widget in self.page_tools:
            widget.setVisible(has_units)

    def _show_page(self, page: int, count: int) -> None:
        self._pages.setText(f"{page + 1:,} de {count:,}" if count else "")

    def _zoom(self, by: int) -> None:
        self.preview.zoom(by)
        self._zoom_shown()

    def _zoom_shown(self) -> None:
        self._size.setText(f"{round(self.preview.zoom_factor() * 100)} %")

    def _print(self) -> None:
        copies = self.panel.printers.number_of_copies()
        if copies is not None and self.pdf:
            self._printing.start(self.panel.printers.printer(), copies)

    def _on_printed(self, sentence: str, well: bool) -> None:
        self.show_band(Band("done" if well else "failure", sentence))

    def _save(self) -> None:
        if not self.pdf or self.builder.is_busy:
            return
        chosen = ask_where_to(self, self.wish(), PDF)
        if chosen is not None:
            self.save_pdf(chosen)

    def save_workbook(self) -> None:
        """Ask where the workbook goes, and make it there."""
        wish = self.wish()
        self._target = ask_where_to(self, wish, WORKBOOK)
        if self._target is not None:
            self.show_band(None)
            self._show_progress(True)
            self.workbooks.make(wish.workbook)

    def _on_workbook(self, content: bytes) -> None:
        self._show_progress(False)
        assert self._target is not None
        saved = write_pdf(self._target, content)
        self.show_band(band_about(self._target, saved, self.save_workbook, "el libro"))

    def _on_no_workbook(self, sentence: str) -> None:
        self._show_progress(False)
        self.show_band(Band("failure", sentence))
