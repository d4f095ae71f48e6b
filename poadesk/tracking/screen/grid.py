"""The whole tracking grid: months in the middle, sums and progress at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QResizeEvent

from poadesk.tracking.screen.headers import TITLE_RISE
from poadesk.tracking.screen.measures import Longest, Measures, longest_of, measured
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import paint_heading, paint_progress, paint_sums
from poadesk.tracking.screen.table import TrackingTable
from poadesk.tracking.screen.view import TrackingView
from poadesk.widgets.grid_frame import GridFrame, GridSums
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme


class TrackingGrid(GridFrame):
    """Shares its width among names, months, sums and progress; all of them scroll as one."""

    view: TrackingView

    def __init__(
        self, model: TrackingModel, open_plan: OpenPlan, margin: Callable[[], int]
    ) -> None:
        super().__init__(margin)
        self._model = model
        self._longest: Longest | None = None  # of what is shown now
        self.view = TrackingView(model, open_plan, self)
        self.put_together(SumsColumn(self.view, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.scrollTo(self.view.currentIndex())

    def _measure_anew(self) -> None:
        self._longest = None
        super()._measure_anew()

    def _measures(self, width: int, margin: int) -> tuple[Measures, int]:
        model = self._model
        self._longest = self._longest or longest_of(model.kind, model.rows)
        measures = measured(width, margin, len(model.months), model.kind, self._longest)
        return measures, measures.right

    def _measure_lines(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        if orientation == Qt.Orientation.Vertical and first == last:
            self._make_room_for(first)
            super()._measure_lines(orientation, first, last)
        elif orientation == Qt.Orientation.Vertical:
            self._measure_anew()

    def _make_room_for(self, line: int) -> None:
        """Widen what is too narrow for a row; nothing becomes narrower while a person types."""
        if self._longest is None:
            return
        wanted = longest_of(self._model.kind, [self._model.rows[line]])
        wider = self._longest.or_wider(wanted)
        if wider != self._longest:
            self._longest = wider
            self._measure()
            self.view.scrollTo(self.view.currentIndex())


class SumsColumn(GridSums):
    """What each activity adds up to and how far it is, beside its row."""

    _table: TrackingTable

    def _choose(self, line: int) -> None:
        column = max(0, self._table.currentIndex().column())
        self._table.go_to(self._table.tracking.index(line, column))

    def _paint_line(self, painter: QPainter, line: int) -> None:
        row, measures = self._table.tracking.rows[line], self._table.measures
        rect = self._table.line_rect(line, self.width())
        if row.activity is None:
            paint_heading(painter, row, rect, measures.total - measures.right, measures)
            return
        kind = self._table.tracking.kind
        sums = QRect(rect.left(), rect.top(), measures.sum, rect.height())
        paint_sums(painter, row, sums, line == self._table.currentIndex().row(), kind)
        paint_progress(painter, row, rect.adjusted(measures.sum, 0, 0, 0), kind)
        self._paint_border(painter, rect)

    def _paint_titles(self, painter: QPainter, height: int) -> None:
        top = height - 1 - theme().px(TITLE_RISE) - theme().line_height("label") / 2
        wide = self._table.measures.sum
        left = wide - theme().px(10) - text_width("Suma", "label")
        paint_lines(painter, ("Suma",), "label", left, top, "text2")
        painter.fillRect(wide, 0, 1, height, theme().color("line2"))
        paint_lines(painter, ("Avance",), "label", wide + theme().px(10), top, "text2")
