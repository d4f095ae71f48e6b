"""Report out of the window: asks where it goes, shows how far it is, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from poadesk.plan.office import plans_of_units
from poadesk.printing.screen.reports.making import Wish
from poadesk.printing.screen.reports.saving import (
    PDF,
    Format,
    Progress,
    ReportSaver,
    content_of,
    offered_name,
    write_report,
)
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button
from poadesk.widgets.file_questions import ask_where
from poadesk.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PATIENCE = 300  # milliseconds of work that need no word
_NO_UNIT = "Todavía no llegó el plan de ninguna unidad, así que no hay de qué informar."
_ON_PAPER = "Sale el informe completo, como en el PDF."


class OutputStrip(QWidget):
    """A strip that is there only while a file is being prepared. `said` carries a band."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.saver = ReportSaver(self)
        self._use: Callable[[bytes], object] | None = None
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Informe preparado")
        self.stop = button("Detener", "quiet", None, self.saver.cancel)
        self._lay_out()
        self.hide()
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._slow.timeout.connect(self.show)
        self.saver.ready.connect(self._on_ready)
        self.saver.progressed.connect(self._on_progress)
        self.saver.failed.connect(self._on_failed)
        self.saver.stopped.connect(self._rest)

    def save(self, wish: Wish, form: Format) -> None:
        """Ask where the report goes, and save it there."""
        if self._has_nothing(wish):
            return
        offered = offered_name(wish, form.ending)
        self.save_made(offered, form, partial(content_of, wish, form.ending))

    def save_made(self, offered: str, form: Format, make: Callable[[Progress], bytes]) -> None:
        """Ask where a file goes, under the name that is offered, and save there what is made."""
        place = _documents() / offered
        path = ask_where(self.window(), form.title, place, form.kinds, may_replace=True)
        if path is not None:
            again = partial(self.save_made, offered, form, make)
            self._prepare(make, form.ending, partial(self._save_in, path, again))

    def print_on_paper(self, wish: Wish) -> None:
        """Ask for a printer, and print there."""
        if self._has_nothing(wish):
            return
        # Local: the reports are shown without a printer, and without what draws their pages.
        from poadesk.printing.screen.print_question import PrintQuestion

        question = PrintQuestion(self.window(), _ON_PAPER)
        question.exec()
        copies = question.choice.number_of_copies()
        if question.chosen == "print" and copies is not None:
            use = partial(self._send_to, question.choice.printer(), copies)
            self._prepare(partial(content_of, wish, PDF.ending), PDF.ending, use)
        question.deleteLater()

    def _has_nothing(self, wish: Wish) -> bool:
        """Say whether no unit has delivered anything yet, and tell the person so."""
        if plans_of_units(wish.plans):
            return False
        self.said.emit(Band("warning", _NO_UNIT))
        return True

    def _prepare(
        self, make: Callable[[Progress], bytes], ending: str, use: Callable[[bytes], object]
    ) -> None:
        self.said.emit(None)
        # Only a paper tells how far it is; the others are a short time of work.
        self._progress.setRange(0, 100 if ending == PDF.ending else 0)
        self._progress.setValue(0)
        self._slow.start()
        self.saver.prepare(make)
        self._use = use

    def _on_ready(self, content: bytes) -> None:
        self._rest()
        if self._use is not None:
            self._use(content)

    def _on_progress(self, share: float) -> None:
        if self._progress.maximum():
            self._progress.setValue(int(share * 100))

    def _on_failed(self, sentence: str) -> None:
        self._rest()
        self.said.emit(Band("failure", sentence))

    def _rest(self) -> None:
        self._slow.stop()
        self.hide()

    def _save_in(self, path: Path, again: Callable[[], object], content: bytes) -> None:
        wrong = write_report(path, content)
        if wrong:
            self.said.emit(Band("failure", wrong, "Elegir otro lugar…", again))
        else:
            sentence = f"Se guardó “{path.name}”."
            self.said.emit(Band("done", sentence, "Abrirlo", partial(_open, path)))

    def _send_to(self, printer: QPrinter, copies: int, pdf: bytes) -> None:
        from poadesk.printing.screen.page_pictures import pdf_document
        from poadesk.printing.screen.paper_printer import PaperPrinter

        document = pdf_document(pdf, self)
        printing = PaperPrinter(document, document)
        printing.ended.connect(partial(self._on_printed, document.deleteLater))
        printing.start(printer, copies)

    def _on_printed(self, forget: Callable[[], None], sentence: str, well: bool) -> None:
        forget()
        self.said.emit(Band("done" if well else "failure", sentence))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = label("Preparando el informe…", "small", "text2", wrap=False)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._progress, 1)
        row.addWidget(self.stop)


def _documents() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
