"""Headers of the tracking grid: months above; numbers, texts and their two lines at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from poadesk.plan import calendar
from poadesk.tracking.screen.measures import Measures
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import paint_heading, paint_name
from poadesk.widgets.grid_headers import ColumnHeader, RowHeader
from poadesk.widgets.grid_text import paint_centred
from poadesk.widgets.theme import theme

TITLE_RISE = 15  # pixels from the lower edge to the middle of the titles beside the months
_YEARS, _MONTHS = 20, 30


class MonthHeader(ColumnHeader):
    """The months, below their years where the plan spans two; the cut-off ends in a line."""

    _model: TrackingModel

    def sizeHint(self) -> QSize:
        years = theme().px(_YEARS) if len(self._years()) > 1 else 0
        return QSize(0, theme().px(_MONTHS) + years)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self.viewport()), self.viewport().rect()
        painter.fillRect(area, theme().color("window"))
        top = area.height() - theme().px(_MONTHS)
        self._paint_years(painter, top)
        for at, month in enumerate(self._model.months):
            self._paint_month(painter, at, month, top)
        painter.fillRect(0, area.bottom(), area.width(), 1, theme().color("line2"))

    def _years(self) -> tuple[str, ...]:
        return calendar.years(self._model.months)

    def _paint_years(self, painter: QPainter, height: int) -> None:
        if not height:
            return
        first, of_year = 0, [calendar.year(month) for month in self._model.months]
        for year in self._years():
            rect = self._rect(first, of_year.count(year), 0, height)
            paint_centred(painter, rect, year, "label", "text2")
            painter.fillRect(rect.right(), 0, 1, height, theme().color("line2"))
            first += of_year.count(year)

    def _paint_month(self, painter: QPainter, at: int, month: str, top: int) -> None:
        rect = self._rect(at, 1, top, theme().px(_MONTHS))
        line = theme().color("line2" if (at + 1) % 3 == 0 else "line")
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line)
        word = calendar.short_name(month).capitalize()
        color = "text2" if at < self._model.past else "text3"
        paint_centred(painter, rect, word, "label", color)
        if at + 1 == self._model.past:
            accent = theme().color("accent")
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)


class NameHeader(RowHeader):
    """Numbers and texts of the rows, and what their two lines are."""

    _model: TrackingModel
    measures: Measures

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        row = self._model.rows[logical]
        painter.save()
        painter.setClipRect(rect)
        if row.activity is None:
            paint_heading(painter, row, rect, 0, self.measures)
        else:
            chosen = logical == self.chosen
            paint_name(painter, row, rect, chosen, self.measures, self._model.kind)
        painter.restore()
