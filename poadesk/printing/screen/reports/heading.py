"""The heading of a report's table: bands over the months, and headings that sort."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from poadesk.printing.screen.reports.measures import PAD
from poadesk.printing.screen.reports.model import ReportModel
from poadesk.widgets.grid_text import paint_lines, text_width, wrapped
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme

_BAND, _LEAST, _ARROW = 26, 32, 12  # pixels at 100 % text size


class ReportHeading(QHeaderView):
    """Paints every heading whole, broken into lines; a click on one sorts by its column."""

    def __init__(self, model: ReportModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._high = (0, 0)  # pixels of the bands and of the headings
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(8)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Encabezados")

    def measure(self, widths: list[int]) -> None:
        """Take the height that the headings need at these widths."""
        lines = [len(self._lines(column, width)) for column, width in enumerate(widths)]
        words = max(lines, default=1) * theme().line_height("label") + theme().px(PAD) * 2
        bands = any(self._model.band(column) for column in range(len(widths)))
        self._high = theme().px(_BAND) if bands else 0, max(theme().px(_LEAST), words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, sum(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self.viewport()), self.viewport().rect()
        painter.fillRect(area, theme().color("window"))
        if self._model.shown is not None:
            self._paint_bands(painter)
            for column in range(self._model.columnCount()):
                place = self._place(column, 1)
                if not self.isSectionHidden(column) and place.intersects(event.rect()):
                    self._paint_heading(painter, column, place)
        painter.fillRect(0, area.bottom(), area.width(), 1, theme().color("line2"))

    def _paint_bands(self, painter: QPainter) -> None:
        columns = range(self._model.columnCount())
        for band, some in groupby(columns, self._model.band):
            group = [column for column in some if not self.isSectionHidden(column)]
            if not band or not group:
                continue
            place = self._place(group[0], len(group))
            place.setTop(0)
            place.setHeight(self._high[0])
            painter.fillRect(place.right(), 0, 1, area_height(self), theme().color("line2"))
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme().color("line"))
            # The words stay in sight as long as their months are.
            left = min(max(place.left(), 0), max(place.left(), place.right() - place.width() // 2))
            spot = place.adjusted(left - place.left() + theme().px(PAD), 0, 0, 0)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().color("text3"))
            painter.drawText(QRectF(spot), Qt.AlignmentFlag.AlignVCenter, band)

    def _paint_heading(self, painter: QPainter, column: int, place: QRect) -> None:
        px, is_sorted = theme().px, column == self._model.sorted_by
        lines = self._lines(column, place.width())
        height = len(lines) * theme().line_height("label")
        top = place.bottom() - height - px(PAD) + 1
        color = "accent" if is_sorted else "text2"
        for at, line in enumerate(lines):
            left = place.left() + px(PAD)
            if not self._model.is_text(column):
                left = place.right() - px(PAD) - round(text_width(line, "label"))
            at_top = top + at * theme().line_height("label")
            paint_lines(painter, (line,), "label", left, at_top, color)
        if is_sorted:
            name = "arrow-down" if self._model.descending else "arrow-up"
            side = px(_ARROW)
            left = place.right() - side - px(2)
            if not self._model.is_text(column):
                left = place.left() + px(2)
            paint_icon(painter, QRectF(left, place.bottom() - px(22), side, side), name, "accent")
        painter.fillRect(place.right(), place.top(), 1, place.height(), theme().color("line"))

    def _lines(self, column: int, width: int) -> tuple[str, ...]:
        return wrapped(self._model.heading(column), "label", width - 2 * theme().px(PAD))

    def _place(self, first: int, count: int) -> QRect:
        left = self.sectionViewportPosition(first)
        wide = sum(self.sectionSize(first + at) for at in range(count))
        return QRect(left, self._high[0], wide, self._high[1])


def area_height(header: QHeaderView) -> int:
    """Return the height of what a header shows."""
    return header.viewport().height()
