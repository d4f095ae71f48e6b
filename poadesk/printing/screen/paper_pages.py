"""The pages one under the other, with the place of what is being edited marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from poadesk.printing.paper_places import PaperPlace
from poadesk.printing.screen.page_painting import on_screen, paint_sheet
from poadesk.printing.screen.page_pictures import PagePictures
from poadesk.widgets.theme import theme

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)  # 1.0 fits the width
_MARGIN, _GAP = 16, 16  # pixels around the pages and between them
_LEAST_WIDTH = 60
_SIGHT = 8  # pixels by which a place must be inside the window to count as seen


class PaperPages(QAbstractScrollArea):
    """Scrolls over the pages. `page_changed` tells the page in sight (from 1)."""

    page_changed = Signal(int)

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._places: Sequence[PaperPlace] = ()
        self._tone = "edited"
        self._zoom = 1.0
        self._page = 0
        self._sheets: list[QRectF] = []  # from the top of the first page
        self._width = _LEAST_WIDTH  # pixels of every page
        self._words = ""
        self.setAccessibleName("Páginas del plan")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A click leaves the focus where the person is writing; Tab still comes here to scroll.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._on_scrolled())
        pictures.arrived.connect(self.viewport().update)
        theme().changed.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        """Return the width of the pages as a share of the width that fits."""
        return self._zoom

    def lay_out(self) -> None:
        """Show the pages of another PDF, at the place of the one before."""
        self._set_ranges()
        self.viewport().update()

    def mark(self, places: Sequence[PaperPlace], tone: str = "edited") -> None:
        """Mark these places instead of the ones before."""
        self._places, self._tone = places, tone
        self.viewport().update()

    def say(self, words: str) -> None:
        """Say something where there are no pages to show."""
        self._words = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def zoom_by(self, by: int) -> None:
        """Show the pages larger (1) or smaller (-1); 0 fits them to the width."""
        at = ZOOMS.index(self._zoom) + by
        if by and not 0 <= at < len(ZOOMS):
            return
        before = self._width
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        self._zoom = ZOOMS[at] if by else 1.0
        self._set_ranges()
        grown = self._width / before
        self.verticalScrollBar().setValue(round(middle * grown - self.viewport().height() / 2))
        self._on_scrolled()

    def reveal(self, place: PaperPlace) -> None:
        """Scroll to a place if it is out of sight; otherwise leave everything where it is."""
        if not 0 < place.page <= len(self._sheets):
            return
        area = self.area_of(place)
        if self._sees(area, QRectF(self.viewport().rect())):
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        sheet = self._in_view(place.page - 1)
        by = sheet.top() - _GAP
        if area.bottom() - by > room - _SIGHT:  # not even with its page at the top
            by = area.center().y() - room / 2
        bar.setValue(round(bar.value() + by))
        across = self.horizontalScrollBar()
        across.setValue(round(across.value() + area.left() - _MARGIN))

    def reveal_page(self, page: int) -> None:
        """Scroll to the head of a page (from 1) unless it is in sight already."""
        if 0 < page <= len(self._sheets):
            size = self._pictures.size(page - 1)
            self.reveal(PaperPlace(page, 0, size.height() - 30, 30, size.height()))

    def area_of(self, place: PaperPlace) -> QRectF:
        """Return where a place is in the viewport, in pixels."""
        return on_screen(place, self._in_view(place.page - 1), self._pictures.size(place.page - 1))

    @property
    def page(self) -> int:
        """Return the page (from 1) of what is marked, if it is in sight, or the one on top."""
        for place in self._known():
            if self._sees(self.area_of(place), QRectF(self.viewport().rect())):
                return place.page
        return self._page_on_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = QRectF(0, 0, event.oldSize().width(), event.oldSize().height())
        seen = [place for place in self._known() if self._sees(self.area_of(place), before)]
        top = self.verticalScrollBar().value() / self._width
        self._set_ranges()
        self.verticalScrollBar().setValue(round(top * self._width))
        if seen:  # what was in sight stays so when the loupe or the window takes some room
            self.reveal(seen[-1])
        self._on_scrolled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("desk"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = round(self._width * self.devicePixelRatioF())
        if not self._sheets:
            self._paint_words(painter)
        for page in range(len(self._sheets)):
            sheet = self._in_view(page)
            if sheet.bottom() >= 0 and sheet.top() <= self.viewport().height():
                marks = [self.area_of(place) for place in self._places if place.page == page + 1]
                picture = self._pictures.picture(page, width)
                paint_sheet(painter, sheet, picture, marks, self._tone)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_words(self, painter: QPainter) -> None:
        room = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(theme().color("text2"))
        painter.setFont(theme().font("grid"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._words)

    def _place_sheets(self) -> None:
        self._width = round((self.viewport().width() - 2 * _MARGIN) * self._zoom)
        self._width = max(_LEAST_WIDTH, self._width)
        top, width = float(_MARGIN), self._width
        left = max(_MARGIN, (self.viewport().width() - width) // 2)
        self._sheets = []
        for page in range(self._pictures.count):
            size = self._pictures.size(page)
            height = round(width * size.height() / size.width())
            self._sheets.append(QRectF(left, top, width, height))
            top += height + _GAP

    def _in_view(self, page: int) -> QRectF:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._sheets[page].translated(-across, -down)

    def _known(self) -> list[PaperPlace]:
        """Return the marked places whose page is there."""
        return [place for place in self._places if 0 < place.page <= len(self._sheets)]

    def _sees(self, area: QRectF, room: QRectF) -> bool:
        """Say whether an area is in sight, or, if it is higher than the room, fills it."""
        seen = room.intersected(area)
        wide = seen.width() >= min(area.width(), room.width()) * 0.6
        return wide and seen.height() >= min(area.height(), room.height() * 0.6) - _SIGHT

    def _page_on_top(self) -> int:
        third = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max((at for at, s in enumerate(self._sheets, 1) if s.top() <= third), default=1)

    def _set_ranges(self) -> None:
        self._place_sheets()
        room = self.viewport().size()
        height = self._sheets[-1].bottom() + _MARGIN if self._sheets else 0
        width = self._width + 2 * _MARGIN
        for bar, whole, part in (
            (self.verticalScrollBar(), height, room.height()),
            (self.horizontalScrollBar(), width, room.width()),
        ):
            bar.setPageStep(part)
            bar.setRange(0, max(0, round(whole - part)))

    def _on_scrolled(self) -> None:
        self.viewport().update()
        if self._pictures.count and self.page != self._page:
            self._page = self.page
            self.page_changed.emit(self._page)
