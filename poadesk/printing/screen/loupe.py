"""The loupe: the place of what is being edited, as large as it will be on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from poadesk.printing.paper_places import PaperPlace
from poadesk.printing.screen.page_painting import on_screen, paint_sheet
from poadesk.printing.screen.page_pictures import PagePictures
from poadesk.widgets.buttons import icon_button, set_small
from poadesk.widgets.labels import label
from poadesk.widgets.theme import theme

_WORDS = {
    "edited": "Lo que está escribiendo, a tamaño real",
    "finding": "Lo que dice el aviso, a tamaño real",
}
_HEIGHT = 128  # pixels of the glass
_LEFT, _ABOVE, _BELOW = 14, 36, 20  # pixels of what stands around the place


class Loupe(QFrame):
    """The glass under its heading. `close_wanted` asks to take it away."""

    close_wanted = Signal()

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.glass = Glass(pictures)
        self._words = label(_WORDS["edited"], "small", "text2")
        close = icon_button("close", "Quitar la lupa", self.close_wanted.emit)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(set_small(close))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 2, 12, 12)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.glass)

    def show_place(self, place: PaperPlace, tone: str) -> None:
        """Show a place of the present PDF under the glass."""
        self._words.setText(_WORDS[tone])
        self.glass.show_place(place, tone)


class Glass(QWidget):
    """A window of the size on paper onto one place of a page."""

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._place: PaperPlace | None = None
        self._tone = "edited"
        self.setAccessibleName("Lupa")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self.update)
        theme().changed.connect(self.update)

    def show_place(self, place: PaperPlace, tone: str) -> None:
        """Look at another place."""
        self._place, self._tone = place, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.save()
        painter.setClipPath(edge)
        painter.fillPath(edge, theme().color("desk"))
        if self._place is not None and self._place.page <= self._pictures.count:
            self._paint_page(painter, self._place)
        painter.restore()
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawPath(edge)

    def _paint_page(self, painter: QPainter, place: PaperPlace) -> None:
        sheet = self._sheet(place)
        width = round(sheet.width() * self.devicePixelRatioF())
        picture = self._pictures.picture(place.page - 1, width)
        mark = on_screen(place, sheet, self._pictures.size(place.page - 1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_sheet(painter, sheet, picture, [mark], self._tone)

    def _sheet(self, place: PaperPlace) -> QRectF:
        """Return where the page lies so that the place is under the glass."""
        points = self._pictures.size(place.page - 1)
        scale = self.logicalDpiX() / 72
        whole = QRectF(0, 0, round(points.width() * scale), round(points.height() * scale))
        mark = on_screen(place, whole, points)
        down = _ABOVE - mark.top()
        if mark.height() > self.height() - _ABOVE - _BELOW:
            # Of a long text the end is shown, where people mostly write.
            down = self.height() - _BELOW - mark.bottom()
        return whole.translated(round(_LEFT - mark.left()), round(down))
