"""The pages as they will be printed: large, with a list of small ones beside them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from poadesk.widgets.theme import theme

SMALL = 92  # pixels of the longer side of a small page
_ROOM_FOR_LIST = 380  # pixels of width; with less only the pages are shown
_AS_IN_THE_OPTIONS = {"Análisis": "FODA", "Planificación": "Matriz"}
ZOOMS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class Preview(QWidget):
    """Shows a PDF; `page_changed` tells the page in sight (from 0) and how many there are."""

    page_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self._bytes = QBuffer(self)
        self._small = QListWidget()
        self._small.setAccessibleName("Páginas")
        self._small.setProperty("panel", "window")
        self._small.setFrameShape(QFrame.Shape.NoFrame)
        self._small.setFixedWidth(theme().px(128))
        self._small.setViewMode(QListWidget.ViewMode.IconMode)
        self._small.setFlow(QListWidget.Flow.TopToBottom)
        self._small.setWrapping(False)
        self._small.setMovement(QListWidget.Movement.Static)
        self._small.setSpacing(6)
        self._small.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._small.currentRowChanged.connect(self.go_to_page)
        self._drawn: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_in_sight)
        self._small.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())
        self.view = QPdfView(self)
        self.view.setAccessibleName("Páginas del plan")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setDocument(self.document)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page)
        theme().changed.connect(self._dress)
        self._dress()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._small)
        layout.addWidget(self.view, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF at the page that was in sight."""
        page = self.page()
        self.document.close()
        self._bytes.close()
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        self._list_pages()
        self.go_to_page(min(page, self.document.pageCount() - 1))
        self._on_page(self.page())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the pages where it does not suffice for the list."""
        super().resizeEvent(event)
        self._small.setVisible(self.width() >= theme().px(_ROOM_FOR_LIST))
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what comes into sight."""
        super().showEvent(event)
        self._soon.start()

    def page(self) -> int:
        """Return the page in sight, from 0."""
        return self.view.pageNavigator().currentPage()

    def go_to_page(self, page: int) -> None:
        """Bring a page into sight."""
        if 0 <= page < self.document.pageCount() and page != self.page():
            self.view.pageNavigator().jump(page, QPointF(), 0)

    def zoom(self, by: int) -> None:
        """Show the pages larger (1) or smaller (-1); 0 fits them to the width."""
        if by == 0:
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        now = self.zoom_factor()
        steps = (
            [z for z in ZOOMS if z > now + 0.01] if by > 0 else [z for z in ZOOMS if z < now - 0.01]
        )
        if steps:
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(steps[0] if by > 0 else steps[-1])

    def zoom_factor(self) -> float:
        """Return the size of the pages on the screen; 1.0 is their size on paper."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        widest = max(
            self.document.pagePointSize(page).width() for page in range(self.document.pageCount())
        )
        points = widest * self.logicalDpiX() / 72
        margins = self.view.documentMargins()
        return (self.view.viewport().width() - margins.left() - margins.right()) / points

    def _dress(self) -> None:
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme().color("desk"))  # behind the pages
        self.view.setPalette(palette)

    def _on_page(self, page: int) -> None:
        self._small.blockSignals(True)
        self._small.setCurrentRow(page)
        self._small.blockSignals(False)
        self.page_changed.emit(page, self.document.pageCount())

    def _list_pages(self) -> None:
        self._small.blockSignals(True)
        self._small.clear()
        self._small.setIconSize(QSize(theme().px(SMALL), theme().px(SMALL)))
        titles = self._titles()
        blank = QIcon(self._blank())
        for page in range(self.document.pageCount()):
            words = f"{page + 1}" + (f" · {titles[page]}" if page in titles else "")
            item = QListWidgetItem(blank, words)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(QSize(theme().px(112), theme().px(SMALL + 26)))
            self._small.addItem(item)
        self._small.blockSignals(False)
        self._drawn.clear()
        self._soon.start()

    def _draw_in_sight(self) -> None:
        """Draw the small pages that are in sight: all of a long document would take seconds."""
        if not self._small.isVisible():
            return
        area = self._small.viewport().rect()
        first = self._small.itemAt(area.center().x(), 8) or self._small.item(0)
        for page in range(self._small.row(first) if first else 0, self._small.count()):
            item = self._small.item(page)
            if self._small.visualItemRect(item).top() > area.bottom():
                break
            if page not in self._drawn:
                self._drawn.add(page)
                item.setIcon(QIcon(self._small_page(page)))

    def _blank(self) -> QPixmap:
        """Return what stands for a small page before it is drawn."""
        ratio = self.devicePixelRatioF()
        side = round(theme().px(SMALL) * ratio)
        result = QPixmap(side, side)
        result.fill(Qt.GlobalColor.transparent)
        result.setDevicePixelRatio(ratio)
        return result

    def _small_page(self, page: int) -> QPixmap:
        """Return a small picture of a page, in the middle of a square."""
        ratio = self.devicePixelRatioF()
        side = round(theme().px(SMALL) * ratio)
        size = self.document.pagePointSize(page).toSize()
        size.scale(side - 4, side - 4, Qt.AspectRatioMode.KeepAspectRatio)
        paper = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        paper.fill(Qt.GlobalColor.transparent)
        painter = QPainter(paper)
        left, top = (side - size.width()) // 2, (side - size.height()) // 2
        painter.fillRect(left, top, size.width(), size.height(), QColor("white"))
        painter.drawImage(left, top, self.document.render(page, size))
        painter.setPen(theme().color("line2"))
        painter.drawRect(left, top, size.width(), size.height())
        painter.end()
        result = QPixmap.fromImage(paper)
        result.setDevicePixelRatio(ratio)
        return result

    def _titles(self) -> dict[int, str]:
        """Return {page: the first word of the section that begins on it}."""
        from PySide6.QtPdf import QPdfBookmarkModel

        model = QPdfBookmarkModel(self)
        model.setDocument(self.document)
        found = {}
        for row in range(model.rowCount(QModelIndex())):
            index = model.index(row, 0, QModelIndex())
            page = model.data(index, QPdfBookmarkModel.Role.Page)
            title = model.data(index, QPdfBookmarkModel.Role.Title)
            first_word = str(title).split()[0]
            found[int(page)] = _AS_IN_THE_OPTIONS.get(first_word, first_word)
        model.deleteLater()
        return found
