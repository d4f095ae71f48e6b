"""Imprimir: the pages as they will come out, and the ways to print or keep them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from poadesk.plan.office import plans_of_units
from poadesk.printing.options import PAPERS
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.options_panel import OptionsPanel
from poadesk.printing.screen.paper_printer import PaperPrinter
from poadesk.printing.screen.pdf_file import ask_for_pdf, band_about, write_pdf
from poadesk.printing.screen.preview import Preview
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button, icon_button
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

PAUSE_BEFORE_BUILDING = 200  # milliseconds after a change
_PAPER_WORDS = {"carta": "papel carta", "oficio": "papel oficio", "a4": "papel A4"}
assert set(_PAPER_WORDS) == set(PAPERS)


class PrintScreen(Screen):
    """The preview with its options; the PDF that is seen is the one that is saved."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__("Imprimir", scrolls=False)
        self._open_plan = open_plan
        self.pdf = b""
        self._stale = True
        self.preview = Preview()
        self.options = OptionsPanel(open_plan.words, len(plans_of_units(open_plan.plans)))
        self.builder = PdfBuilder(self)
        self._printing = PaperPrinter(self.preview.document, self)
        self._pages = label("", "grid", "text", wrap=False)
        self._size = label("", "grid", "text", wrap=False)
        self._progress = QProgressBar()
        self._stop = button("Detener", "quiet", None, self._give_up)
        self._arrange()
        self.set_hints(
            [
                ("Ctrl+Mayús+S", "guardar PDF"),
                ("Re Pág", "página anterior"),
                ("Av Pág", "siguiente"),
            ]
        )
        self._later = QTimer(self, singleShot=True, interval=PAUSE_BEFORE_BUILDING)
        self._later.timeout.connect(self._build)
        self._connect()

    def arrive(self) -> None:
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self._build()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
        if self.builder.is_busy and not event.spontaneous():
            self._stale = True
            self.builder.cancel()

    def save_pdf(self, path: Path) -> bool:
        """Write the PDF in one move; say whether the disk took it, and tell the person."""
        saved = write_pdf(path, self.pdf)
        self.show_band(band_about(path, saved, self._save))
        return saved

    def _arrange(self) -> None:
        smaller = icon_button("zoom-out", "Ver más pequeño", lambda: self._zoom(-1))
        larger = icon_button("zoom-in", "Ver más grande", lambda: self._zoom(1))
        for widget in (self._pages, smaller, self._size, larger):
            self.header_buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header_buttons.addWidget(button("Ancho", "quiet", None, lambda: self._zoom(0)))
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Páginas preparadas")
        self._progress.setFixedWidth(140)
        self.header_buttons.insertWidget(0, self._stop)
        self.header_buttons.insertWidget(0, self._progress)
        self._show_progress(False)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.preview, 1)
        row.addWidget(self.options)
        body = QWidget()
        body.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        line = QFrame()
        line.setProperty("line", True)
        self.content.addWidget(line)
        self.content.addWidget(body, 1)

    def _connect(self) -> None:
        self._open_plan.changed.connect(self._on_plan_changed)
        self.options.changed.connect(self._build)
        self.options.print_wanted.connect(self._print)
        self.options.save_wanted.connect(self._save)
        self.builder.built.connect(self._on_built)
        self.builder.progressed.connect(lambda share: self._progress.setValue(int(share * 100)))
        self.builder.failed.connect(self._on_failed)
        self.builder.stopped.connect(lambda: self._show_progress(False))
        self.preview.page_changed.connect(self._show_page)
        self._printing.ended.connect(self._on_printed)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        shortcut.activated.connect(self._save)
        self._open_plan.closing.connect(self.builder.finish)

    def _on_plan_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _build(self) -> None:
        self._open_plan.save_waiting()
        self._stale = False
        self._show_progress(True)
        own = plans_of_units(self._open_plan.plans)
        wanted = own if self._prints_all else (self._open_plan.plan,)
        self.builder.build(wanted, self.options.options())

    @property
    def _prints_all(self) -> bool:
        return self.options.all_units.isChecked()

    def _give_up(self) -> None:
        self._stale = True
        self.builder.cancel()
        sentence = "Se detuvo la preparación de las páginas."
        self.show_band(Band("warning", sentence, "Prepararlas", self._build))

    def _on_built(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._show_progress(False)
        self.show_band(None)
        self.preview.show_pdf(pdf)
        count = self.preview.document.pageCount()
        words = "1 página" if count == 1 else f"{count} páginas"
        paper = _PAPER_WORDS[self.options.options().paper]
        self.set_subtitle(f"{words} en {paper}. Se ve igual que saldrá impreso.")
        self._zoom_shown()

    def _on_failed(self, sentence: str) -> None:
        self._show_progress(False)
        self._stale = True
        self.show_band(Band("failure", sentence, "Intentar de nuevo", self._build))

    def _show_progress(self, shown: bool) -> None:
        self._progress.setValue(0)
        self._progress.setVisible(shown)
        self._stop.setVisible(shown)
        self.options.save_button.setEnabled(not shown and bool(self.pdf))

    def _show_page(self, page: int, count: int) -> None:
        self._pages.setText(f"{page + 1} de {count}" if count else "")

    def _zoom(self, by: int) -> None:
        self.preview.zoom(by)
        self._zoom_shown()

    def _zoom_shown(self) -> None:
        self._size.setText(f"{round(self.preview.zoom_factor() * 100)} %")

    def _print(self) -> None:
        copies = self.options.printers.number_of_copies()
        if copies is not None and self.pdf:
            self._printing.start(self.options.printers.printer(), copies)

    def _on_printed(self, sentence: str, well: bool) -> None:
        self.show_band(Band("done" if well else "failure", sentence))

    def _save(self) -> None:
        if not self.pdf:
            return
        chosen = ask_for_pdf(self, self._open_plan, self._prints_all)
        if chosen is not None:
            self.save_pdf(chosen)
