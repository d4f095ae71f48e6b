"""Sends the pages to a printer, one after the other, without holding the window up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300


class PaperPrinter(QObject):
    """Prints the pages of a document; `ended` carries a Spanish sentence and if it went well."""

    ended = Signal(str, bool)

    def __init__(self, document: QPdfDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._page = 0

    def start(self, printer: QPrinter, copies: int) -> None:
        """Begin to print; the pages follow between the events of the window."""
        if self._painter is not None:
            return
        self._printer = printer
        self._printer.setResolution(DOTS_PER_INCH)
        self._printer.setCopyCount(copies)
        self._printer.setFullPage(True)
        self._page = 0
        self._set_page_layout()
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._end("La impresora no respondió. Revise que esté encendida y conectada.", False)
            return
        QTimer.singleShot(0, self, self._print_page)

    def _print_page(self) -> None:
        if self._painter is None or self._printer is None:
            return
        paper = self._printer.pageLayout().fullRectPixels(DOTS_PER_INCH)
        self._painter.drawImage(paper, self._document.render(self._page, paper.size()))
        self._page += 1
        if self._page == self._document.pageCount():
            self._painter.end()
            self._end("Las páginas ya están en la impresora.", True)
            return
        self._set_page_layout()
        self._printer.newPage()
        QTimer.singleShot(0, self, self._print_page)

    def _set_page_layout(self) -> None:
        """Take the size and the orientation of the next page."""
        assert self._printer is not None
        points = self._document.pagePointSize(self._page)
        lying = points.width() > points.height()
        upright = QSizeF(min(points.toTuple()), max(points.toTuple()))
        self._printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
        orientations = QPageLayout.Orientation
        self._printer.setPageOrientation(orientations.Landscape if lying else orientations.Portrait)

    def _end(self, sentence: str, well: bool) -> None:
        self._painter = None
        self._printer = None
        self.ended.emit(sentence, well)
