"""Paints a cell of the cronograma: its lines, and its part of the bar that runs through it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from poadesk.widgets.grid_model import Index
from poadesk.widgets.grid_painting import GridDelegate, chosen_colour
from poadesk.widgets.grid_text import paint_centred
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.model import ScheduleModel

_RADIUS = 5
_BAR = 26
_HOVERED = QStyle.StateFlag.State_MouseOver
_CHOSEN = QStyle.StateFlag.State_Selected


class ScheduleDelegate(GridDelegate):
    """Draws lines and bars."""

    _model: ScheduleModel

    def __init__(self, model: ScheduleModel, parent: QObject | None = None) -> None:
        super().__init__(model, 44, parent)
        self.shows_range = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._model.rows[index.row()].activity is None:
            return
        rect, state, values = option.rect, option.state, self._model.values(index.row())
        hovered = bool(state & _HOVERED)
        self._paint_ground(painter, rect, index.column(), hovered)
        if index.column() in values:
            painter.save()
            painter.setClipRect(rect)
            self._paint_bar(painter, rect, index.row(), index.column())
            painter.restore()
        if self.shows_range and state & _CHOSEN:
            painter.fillRect(rect, chosen_colour())

    def _paint_ground(self, painter: QPainter, rect: QRect, column: int, hovered: bool) -> None:
        color = theme().color
        painter.fillRect(rect, color("hover" if hovered else "surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        line = "line2" if self._model.columns.ends_quarter(column) else "line"
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), color(line))

    def _paint_bar(self, painter: QPainter, rect: QRect, line: int, column: int) -> None:
        values = self._model.values(line)
        goes_on = column + 1 in values
        paint_bar(painter, rect, column - 1 in values, goes_on)
        if self._model.columns.by_week:
            return
        bar = bar_rect(rect)
        if goes_on:
            inset = bar.height() // 4
            joint = QRect(rect.right(), bar.top() + inset, 1, bar.height() - 2 * inset)
            painter.fillRect(joint, theme().color("bar_line"))
        role = "label" if self.tight else "button"
        paint_centred(painter, bar, self._model.shown(line, column), role, "bar_text")


def bar_rect(rect: QRect) -> QRect:
    """Return the height of a cell that its bar takes."""
    height = min(theme().px(_BAR), rect.height() - 8)
    return QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width() - 1, height)


def paint_bar(painter: QPainter, rect: QRect, comes_from: bool, goes_on: bool) -> None:
    """Paint the part of a bar inside a cell: round where it begins or ends, else cut off."""
    bar = QRectF(bar_rect(rect))
    beyond = 2 * _RADIUS
    bar.setLeft(bar.left() - beyond if comes_from else bar.left() + 3)
    bar.setRight(bar.right() + beyond if goes_on else bar.right() - 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("bar"))
    painter.drawRoundedRect(bar, _RADIUS, _RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
