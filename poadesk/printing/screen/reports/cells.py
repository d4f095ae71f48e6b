"""Paints the cells of a report: texts whole, figures at the right, signs with their words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from poadesk.printing.screen.reports.measures import PAD, SIGN_GAP, cell_lines, letter
from poadesk.printing.screen.reports.model import Index, ReportModel
from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.light_sign import SIDE, paint_light, word_color
from poadesk.widgets.theme import theme

_State = QStyle.StateFlag


class ReportCells(QStyledItemDelegate):
    """`current` is the cell with the frame, (-1, -1) for none; `focused` while keys go there."""

    def __init__(self, model: ReportModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.current = (-1, -1)
        self.focused = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, theme().color(self._ground(option, row, column)))
        self._paint_lines_around(painter, option.rect, row, column)
        self._paint_words(painter, option.rect, row, column)
        if (row, column) == self.current:
            painter.setPen(QPen(theme().color("accent" if self.focused else "field"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem, row: int, column: int) -> str:
        if option.state & _State.State_Selected:
            return "soft"
        if row == self.current[0] and column < self._model.fixed:
            return "soft"
        return "window" if self._model.is_total(row) else "surface"

    def _paint_lines_around(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        ends_fixed = column == self._model.fixed - 1
        more = column + 1 < self._model.columnCount()
        ends_band = more and self._model.band(column) != self._model.band(column + 1)
        line = "line2" if ends_fixed or ends_band else "line"
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme().color(line))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))
        if self._model.is_closing(row):
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme().color("line2"))

    def _paint_words(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        px, model, sign = theme().px, self._model, self._model.sign(row, column)
        lines = cell_lines(model, row, column, rect.width())
        role = letter(model, row, column)
        step = theme().line_height(role)
        top = rect.top() + (rect.height() - len(lines) * step) / 2
        left, color = rect.left() + px(PAD), self._color(row, column)
        if sign:
            side = px(SIDE)
            paint_light(painter, QRectF(left, top + (step - side) / 2, side, side), sign)
            left, color = left + side + px(SIGN_GAP), word_color(sign)
        if model.is_text(column):
            paint_lines(painter, lines, role, left, top, color)
            return
        for at, line in enumerate(lines):
            at_left = rect.right() - px(PAD) - text_width(line, role)
            paint_lines(painter, (line,), role, at_left, top + at * step, color)

    def _color(self, row: int, column: int) -> str:
        if column == 0 and row == self.current[0]:
            return "accent"
        is_quiet = column == 0 or (self._model.is_text(column) and column > 1)
        return "text2" if is_quiet and not self._model.is_total(row) else "text"
