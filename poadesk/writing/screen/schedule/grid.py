"""The whole cronograma: months in the middle, sums at the right, the counts of each month below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.widgets.grid_frame import GridFrame, GridSums
from poadesk.widgets.grid_text import paint_centred, paint_lines
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.headers import TITLE_RISE
from poadesk.writing.screen.schedule.measures import Measures, measured
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.painting import paint_heading, paint_sum
from poadesk.writing.screen.schedule.table import ScheduleTable
from poadesk.writing.screen.schedule.view import ScheduleView


class ScheduleGrid(GridFrame):
    """Shares its width among names, months and sums, above the counts of the months."""

    view: ScheduleView

    def __init__(
        self, model: ScheduleModel, open_plan: OpenPlan, margin: Callable[[], int]
    ) -> None:
        super().__init__(margin)
        self._model = model
        self.view = ScheduleView(model, open_plan, self)
        self.put_together(SumsColumn(self.view, self), MonthCounts(self.view, self))

    def _measures(self, width: int, margin: int) -> tuple[Measures, int]:
        measures = measured(width, margin, self._model.columns, self._model.rows)
        return measures, measures.sums


class SumsColumn(GridSums):
    """What each activity adds up to, beside its row."""

    _table: ScheduleTable

    def _choose(self, line: int) -> None:
        self._table.setCurrentIndex(self._table.schedule.index(line, 0))

    def _paint_line(self, painter: QPainter, line: int) -> None:
        row, measures = self._table.schedule.rows[line], self._table.measures
        rect = self._table.line_rect(line, self.width())
        if row.activity is None:
            paint_heading(painter, row, rect, measures.total - measures.sums, measures)
        else:
            paint_sum(painter, row, rect, line == self._table.currentIndex().row(), measures)
            self._paint_border(painter, rect)

    def _paint_titles(self, painter: QPainter, height: int) -> None:
        top = height - 1 - theme().px(TITLE_RISE) - theme().line_height("label") / 2
        paint_lines(painter, ("Suma",), "label", theme().px(12), top, "text2")


class MonthCounts(QWidget):
    """How many activities work in each month."""

    def __init__(self, table: ScheduleTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        activity = table.activity
        self._words = f"{activity.short or activity.titles} con trabajo en el mes"
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        return QSize(0, theme().px(33))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, measures = QPainter(self), self._table.measures
        painter.fillRect(self.rect(), theme().color("window"))
        self._paint_months(painter, measures)
        top = (self.height() - theme().line_height("grid")) / 2
        paint_lines(painter, (self._words,), "grid", measures.margin, top, "text2")
        self._paint_total(painter, measures)
        painter.fillRect(0, 0, self.width(), 1, theme().color("line2"))

    def _paint_months(self, painter: QPainter, measures: Measures) -> None:
        columns = self._table.schedule.columns
        wide = measures.column * columns.per_month
        left = measures.names - self._table.horizontalScrollBar().value()
        painter.save()
        painter.setClipRect(self._months(measures))
        painter.fillRect(measures.names - 1, 0, 1, self.height(), theme().color("line2"))
        for at, count in enumerate(self._table.schedule.at_work()):
            rect = QRect(left + at * wide, 0, wide, self.height())
            ends = columns.ends_quarter((at + 1) * columns.per_month - 1)
            line = theme().color("line2" if ends else "line")
            painter.fillRect(rect.right(), 0, 1, self.height(), line)
            role = "label" if measures.tight else "button"
            paint_centred(painter, rect, str(count), role, "text" if count else "text3")
        painter.restore()

    def _months(self, measures: Measures) -> QRect:
        width = measures.total - measures.sums - measures.names
        return QRect(QPoint(measures.names - 1, 0), QPoint(measures.names + width, self.height()))

    def _paint_total(self, painter: QPainter, measures: Measures) -> None:
        count = len(self._table.schedule.active())
        words = f"de {count}" if measures.narrow else f"de {self._table.activity.counted(count)}"
        top = (self.height() - theme().line_height("small")) / 2
        left = measures.total - measures.sums
        paint_lines(painter, (words,), "small", left + theme().px(12), top, "text2")
        if self._table.months_go_on():
            painter.fillRect(left, 0, 1, self.height(), theme().color("line2"))
