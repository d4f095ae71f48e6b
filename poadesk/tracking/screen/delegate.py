"""Paints a cell of the tracking grid: what was planned above, what was done below."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import halves
from poadesk.widgets.grid_model import Index
from poadesk.widgets.grid_painting import GridDelegate
from poadesk.widgets.grid_text import paint_centred, text_width
from poadesk.widgets.theme import theme

_HOVERED = QStyle.StateFlag.State_MouseOver


def paint_hatch(painter: QPainter, rect: QRectF, overdue: bool) -> None:
    """Paint "not recorded"; with a dashed amber frame where the deadline has passed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, overdue)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme().color("hatch"), Qt.BrushStyle.BDiagPattern))
    if overdue:
        pen = QPen(theme().color("warn_sign"), 1.2)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
    else:
        painter.drawRect(rect)
    painter.restore()


class TrackingDelegate(GridDelegate):
    """Draws lines and amounts."""

    _model: TrackingModel

    def __init__(self, model: TrackingModel, parent: QObject | None = None) -> None:
        super().__init__(model, 55, parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._model.rows[index.row()].activity is None:
            return
        rect, line, column = option.rect, index.row(), index.column()
        self._paint_ground(painter, rect, column, bool(option.state & _HOVERED))
        upper, lower = (half.adjusted(0, 0, -1, 0) for half in halves(rect))
        words = self._model.shown(line, column, is_upper=True)
        paint_centred(painter, upper, words, self._role(words, rect, "grid", "small"), "text3")
        words = self._model.shown(line, column, is_upper=False)
        if words:
            role = self._role(words, rect, "strong", "label")
            paint_centred(painter, lower, words, role, "text")
        else:
            self._paint_missing(painter, lower, line, column)

    def _role(self, words: str, rect: QRect, usual: str, smaller: str) -> str:
        """Return the letter in which an amount fits its cell."""
        fits = text_width(words, usual) + 6 <= rect.width()
        return usual if fits and not self.tight else smaller

    def _paint_missing(self, painter: QPainter, rect: QRect, line: int, column: int) -> None:
        row, month = self._model.rows[line], self._model.months[column]
        if month in row.missing(self._model.kind):
            paint_hatch(painter, QRectF(rect), row.scope.is_overdue(month))

    def _paint_ground(self, painter: QPainter, rect: QRect, column: int, hovered: bool) -> None:
        color = theme().color
        ground = "surface" if column < self._model.past else "future"
        painter.fillRect(rect, color("hover" if hovered else ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        line = "line2" if (column + 1) % 3 == 0 else "line"
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), color(line))
        if column + 1 == self._model.past:
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), color("accent"))
