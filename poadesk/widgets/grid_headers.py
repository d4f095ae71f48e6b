"""Headers of a grid of months: what stands above its columns, and the names beside its rows."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from poadesk.widgets.grid_model import GridModel
from poadesk.widgets.grid_text import paint_lines
from poadesk.widgets.theme import theme


class GridMeasures(Protocol):
    """Pixels: how wide the names and a column are, and what is left free beside the names.

    Numbers take smaller letters in `tight` columns; `height` is that of a row with all its text.
    """

    @property
    def names(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def margin(self) -> int: ...
    @property
    def tight(self) -> bool: ...
    def height(self, row: Any) -> int: ...


class GridHeader(QHeaderView):
    """Nobody draws its sections wider; a click chooses all of one, as in a spreadsheet."""

    def __init__(self, model: GridModel, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._model = model
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class ColumnHeader(GridHeader):
    """Stands above the columns, which are equally wide."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(model, Qt.Orientation.Horizontal, parent)

    def _rect(self, first: int, count: int, top: int, height: int) -> QRect:
        """Return the place above `count` columns."""
        wide = self.defaultSectionSize()
        return QRect(first * wide - self.offset(), top, count * wide, height)


class RowHeader(GridHeader):
    """Numbers and texts of the rows, whole; it stays while the months scroll sideways."""

    def __init__(self, model: GridModel, measures: GridMeasures, parent: QWidget) -> None:
        super().__init__(model, Qt.Orientation.Vertical, parent)
        self.measures = measures
        self.chosen = -1

    def sizeHint(self) -> QSize:
        return QSize(self.measures.names, 0)


class Corner(QWidget):
    """The heading above the names, its middle `rise` pixels above the lower edge."""

    def __init__(self, title: str, rise: int, measures: GridMeasures, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._rise = rise
        self.measures = measures

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.rect()
        painter.fillRect(area, theme().color("window"))
        painter.fillRect(0, area.bottom(), area.width(), 1, theme().color("line2"))
        painter.fillRect(area.right(), 0, 1, area.height(), theme().color("line2"))
        top = area.bottom() - theme().px(self._rise) - theme().line_height("label") / 2
        paint_lines(painter, (self._title,), "label", self.measures.margin, top, "text2")
