"""What the cells of a grid of months are painted with: lines, the chosen ones, their frame."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from poadesk.widgets.grid_model import GridModel, Index
from poadesk.widgets.theme import theme

_VEIL = 0.12


class GridDelegate(QStyledItemDelegate):
    """Draws cells, in smaller letters where they are `tight`.

    Headings are painted by the table, across all columns.
    """

    def __init__(self, model: GridModel, least_height: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._least_height = least_height
        self.tight = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(32), theme().px(self._least_height))


def line_below(painter: QPainter, rect: QRect) -> None:
    """Paint the line under a row."""
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))


def chosen_colour() -> QColor:
    """Return the accent that lies thinly over the cells of a range."""
    color = theme().color("accent")
    color.setAlphaF(_VEIL)
    return color


def paint_frame(painter: QPainter, area: QRect, has_focus: bool) -> None:
    """Paint the frame around the chosen cells, inside the line below them."""
    painter.setPen(QPen(theme().color("accent" if has_focus else "field"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # The frame covers the line of the cell before, so that it stands on both its sides.
    painter.drawRect(area.adjusted(max(-1, -area.left()) + 1, 1, -1, -1))
