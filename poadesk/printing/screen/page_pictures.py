"""Pictures of the pages of a PDF, made one at a time so that no keystroke waits for them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

MOST_WANTED = 8  # pictures; scrolled past, older wishes are dropped
MOST_KEPT = 12  # pictures; those not asked for longest go first


def pdf_document(pdf: bytes, parent: QObject) -> QPdfDocument:
    """Return a document that keeps the bytes it reads from."""
    document = QPdfDocument(parent)
    content = QBuffer(document)
    content.setData(QByteArray(pdf))
    content.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(content)
    return document


class PagePictures(QObject):
    """The pages of one PDF after the other. `arrived` tells that a picture asked for is there.

    Until the picture of a page is made, the one of the PDF before stands in for it.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: QPdfDocument | None = None
        self._sizes: list[QSizeF] = []
        self._fresh: dict[tuple[int, int], QImage] = {}
        self._before: dict[tuple[int, int], QImage] = {}
        self._wanted: list[tuple[int, int]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_one)

    def show_pdf(self, pdf: bytes) -> None:
        """Take another PDF in place of the one before."""
        if self.document is not None:
            self.document.deleteLater()
        self.document = pdf_document(pdf, self)
        pages = range(self.document.pageCount())
        self._sizes = [self.document.pagePointSize(page) for page in pages]
        self._before = self._before | self._fresh
        self._fresh = {}
        self._wanted = []

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page (from 0) in points."""
        return self._sizes[page]

    def picture(self, page: int, width: int) -> QImage | None:
        """Return a page (from 0) `width` pixels wide, or what stands in for it until it is made."""
        key = (page, width)
        if key in self._fresh:
            self._fresh[key] = self._fresh.pop(key)  # asked for last
            return self._fresh[key]
        if key not in self._wanted:
            # What is still in sight asks again whenever a picture has arrived.
            self._wanted = [*self._wanted[-MOST_WANTED + 1 :], key]
            self._next.start()
        return self._before.get(key) or self._other_width(page)

    def _make_one(self) -> None:
        if self.document is None or not self._wanted:
            return
        page, width = key = self._wanted.pop()
        points = self._sizes[page]
        size = QSize(width, round(width * points.height() / points.width()))
        self._fresh[key] = self.document.render(page, size)
        self._before.pop(key, None)
        for kept in (self._fresh, self._before):
            while len(kept) > MOST_KEPT:
                kept.pop(next(iter(kept)))
        if self._wanted:
            self._next.start()
        self.arrived.emit()

    def _other_width(self, page: int) -> QImage | None:
        for kept in (self._fresh, self._before):
            for (number, _), picture in kept.items():
                if number == page:
                    return picture
        return None
