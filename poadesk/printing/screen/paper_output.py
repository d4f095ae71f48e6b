"""The whole plan out of the live paper: to a PDF, or to a printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from poadesk.printing.options import PrintOptions
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.page_pictures import pdf_document
from poadesk.printing.screen.paper_printer import PaperPrinter
from poadesk.printing.screen.pdf_file import ask_for_pdf, band_about, write_pdf
from poadesk.printing.screen.print_question import PrintQuestion
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan

PATIENCE = 300  # milliseconds of work that need no word


class PaperOutput(QWidget):
    """A strip that is there only while it has something to say.

    The live paper may show a part of a long plan; what goes out is always the whole.
    """

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self._open_plan = open_plan
        self._use: Callable[[bytes], object] | None = None
        self.band: Band | None = None
        self.builder = PdfBuilder(self)
        self._progress = QProgressBar()
        self._working = self._work_in_words()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._working)
        self._working.hide()
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._slow.timeout.connect(self._working.show)
        self.builder.built.connect(self._on_built)
        self.builder.progressed.connect(lambda share: self._progress.setValue(int(share * 100)))
        self.builder.failed.connect(self._on_failed)
        self.builder.stopped.connect(self._rest)
        open_plan.closing.connect(self.builder.finish)

    def save(self) -> None:
        """Ask where the PDF goes, and save it there."""
        path = ask_for_pdf(self.window(), self._open_plan)
        if path is not None:
            self._build(partial(self._save_in, path))

    def print_on_paper(self) -> None:
        """Ask for a printer, and print there."""
        question = PrintQuestion(self.window())
        question.exec()
        copies = question.choice.number_of_copies()
        if question.chosen == "print" and copies is not None:
            self.print_on(question.choice.printer(), copies)
        question.deleteLater()

    def print_on(self, printer: QPrinter, copies: int) -> None:
        """Print the whole plan on a printer."""
        self._build(partial(self._send_to, printer, copies))

    def say(self, band: Band | None) -> None:
        """Say something in place of what was said before, or nothing more."""
        if self.band is not None:
            self._column.removeWidget(self.band)
            self.band.hide()
            self.band.deleteLater()
        self.band = band
        if band is not None:
            # A click on it leaves the focus where the person was writing.
            band.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._column.addWidget(band)

    def _build(self, use: Callable[[bytes], object]) -> None:
        self._open_plan.save_waiting()
        self.say(None)
        self._use = use
        self._progress.setValue(0)
        self._slow.start()
        self.builder.build(self._open_plan.plan, PrintOptions())

    def _on_built(self, pdf: bytes) -> None:
        self._rest()
        if self._use is not None:
            self._use(pdf)

    def _on_failed(self, sentence: str) -> None:
        self._rest()
        self.say(Band("failure", sentence))

    def _rest(self) -> None:
        self._slow.stop()
        self._working.hide()

    def _save_in(self, path: Path, pdf: bytes) -> None:
        self.say(band_about(path, write_pdf(path, pdf), self.save))

    def _send_to(self, printer: QPrinter, copies: int, pdf: bytes) -> None:
        document = pdf_document(pdf, self)
        printing = PaperPrinter(document, document)
        printing.ended.connect(partial(self._on_printed, document.deleteLater))
        printing.start(printer, copies)

    def _on_printed(self, forget: Callable[[], None], sentence: str, well: bool) -> None:
        forget()
        self.say(Band("done" if well else "failure", sentence))

    def _work_in_words(self) -> QWidget:
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Páginas preparadas")
        stop = button("Detener", "quiet", None, self.builder.cancel)
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        working = QWidget()
        row = QHBoxLayout(working)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        words = label("Preparando el plan…", "small", "text2", wrap=False)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._progress, 1)
        row.addWidget(stop)
        return working
