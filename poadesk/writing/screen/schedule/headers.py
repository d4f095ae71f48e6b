"""Headers of the cronograma: quarters, months and weeks above; numbers and texts at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from poadesk.plan import calendar
from poadesk.widgets.grid_headers import ColumnHeader, RowHeader
from poadesk.widgets.grid_text import paint_centred
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.measures import Measures
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.painting import paint_heading, paint_name

TITLE_RISE = 14  # pixels from the lower edge to the middle of the titles beside the months
_YEARS, _QUARTERS, _MONTHS, _WEEKS = 22, 26, 28, 20


class MonthHeader(ColumnHeader):
    """Years where the plan spans two, quarters, months, and weeks where it is kept by them."""

    _model: ScheduleModel

    def sizeHint(self) -> QSize:
        return QSize(0, sum(height for _, height in self._bands()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, theme().color("window"))
        top = 0
        for name, height in self._bands():
            for first, count, words in self._spans(name):
                self._paint_span(painter, name, self._rect(first, count, top, height), words)
            top += height
        painter.fillRect(0, area.bottom(), area.width(), 1, theme().color("line2"))

    def _bands(self) -> list[tuple[str, int]]:
        px, columns = theme().px, self._model.columns
        bands = [("years", px(_YEARS))] if len(columns.years) > 1 else []
        bands += [("quarters", px(_QUARTERS)), ("months", px(_MONTHS))]
        return [*bands, ("weeks", px(_WEEKS))] if columns.by_week else bands

    def _spans(self, band: str) -> list[tuple[int, int, str]]:
        """Return (first column, columns, words) of everything written in a band."""
        columns = self._model.columns
        if band == "weeks":
            return [(at, 1, str(columns.week(at))) for at in range(columns.count)]
        if band == "months":
            words = [calendar.short_name(month).capitalize() for month in columns.months]
            return self._spread([1] * len(words), words)
        if band == "years":
            years = [calendar.year(month) for month in columns.months]
            return self._spread([years.count(year) for year in columns.years], list(columns.years))
        quarters = calendar.quarters(columns.months)
        words = [self._quarter(at, len(months)) for at, months in enumerate(quarters, 1)]
        return self._spread([len(months) for months in quarters], words)

    def _spread(self, month_counts: list[int], words: list[str]) -> list[tuple[int, int, str]]:
        spans, first = [], 0
        for count, word in zip(month_counts, words, strict=True):
            wide = count * self._model.columns.per_month
            spans.append((first, wide, word))
            first += wide
        return spans

    def _quarter(self, at: int, month_count: int) -> str:
        room = month_count * self._model.columns.per_month * self.defaultSectionSize()
        ordinal = f"{at}.er" if at in (1, 3) else f"{at}.º"
        if room < theme().px(60):
            return ordinal
        return f"{ordinal} trimestre" if room >= theme().px(130) else f"{ordinal} trim."

    def _paint_span(self, painter: QPainter, band: str, rect: QRect, words: str) -> None:
        heavy = band in ("years", "quarters") or (band == "months" and self._ends_group(rect))
        line = theme().color("line2" if heavy else "line")
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line)
        if band in ("years", "months"):
            paint_centred(painter, rect, words, "label", "text")
        else:
            paint_centred(painter, rect, words, "small", "text3")

    def _ends_group(self, rect: QRect) -> bool:
        column = (rect.right() + self.offset()) // max(1, self.defaultSectionSize())
        return self._model.columns.ends_quarter(column)


class NameHeader(RowHeader):
    """Numbers and texts of the rows, and a sign at those that the planning office observed."""

    _model: ScheduleModel
    measures: Measures

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        row = self._model.rows[logical]
        painter.save()
        painter.setClipRect(rect)
        if row.activity is None:
            paint_heading(painter, row, rect, 0, self.measures)
        else:
            paint_name(painter, row, rect, logical == self.chosen, self.measures)
            if self._model.observed(row.id):
                side = theme().px(12)
                place = QRectF(2, rect.top() + theme().px(4), side, side)
                paint_icon(painter, place, "remark", "warn")
        painter.restore()
