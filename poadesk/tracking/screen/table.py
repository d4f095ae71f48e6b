"""The table of months as it looks: the chosen cells veiled and framed.

A cell has two lines, and only one of them is chosen at a time, in every chosen row the same.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.delegate import TrackingDelegate
from poadesk.tracking.screen.headers import TITLE_RISE, MonthHeader, NameHeader
from poadesk.tracking.screen.measures import Measures
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import halves, paint_heading
from poadesk.tracking.screen.rows import Place
from poadesk.widgets.grid_headers import Corner
from poadesk.widgets.grid_keys import KeyedTable
from poadesk.widgets.grid_model import Index
from poadesk.widgets.grid_painting import chosen_colour, paint_frame
from poadesk.widgets.open_plan import OpenPlan


class TrackingTable(KeyedTable):
    """Months beside the names of the activities. `chosen` follows cell, line and range.

    `is_upper` says which line of the cells is chosen: what was planned, or what was done.
    """

    measures: Measures

    def __init__(self, model: TrackingModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, paint_heading, open_plan, parent)
        self.tracking = model
        self.measures = Measures()
        self.is_upper = False
        title = open_plan.words.noun("activity").title
        self.names = NameHeader(model, self.measures, self)
        self._corner = Corner(title, TITLE_RISE, self.measures, self)
        self._delegate = TrackingDelegate(model, self)
        self.put_together("Seguimiento", MonthHeader(model, self))

    def choose_line(self, is_upper: bool) -> None:
        """Let the other line of the chosen cells be the chosen one."""
        if is_upper != self.is_upper:
            self.is_upper = is_upper
            self.viewport().update()
            self.chosen.emit()

    def place(self) -> Place | None:
        """Return the amount with the focus, or None where there is none."""
        index = self.currentIndex()
        if not index.isValid() or self.tracking.rows[index.row()].activity is None:
            return None
        month = self.tracking.months[index.column()]
        return Place(self.tracking.rows[index.row()].id, month, self.field)

    @property
    def field(self) -> str:
        """Return the field of the chosen line."""
        return self.tracking.kind.field(self.is_upper)

    def block(self) -> Block | None:
        """Return the chosen cells of activities; None where there are none."""
        lines, span = self.chosen_cells()
        if not lines:
            return None
        rows = tuple(self.tracking.rows[line] for line in lines)
        return Block(rows, self.tracking.months[span.start : span.stop], self.field)

    def choose(self, block: Block) -> None:
        """Choose these cells; the current cell becomes the first of them."""
        first = self.tracking.index_of(block.rows[0].id, block.months[0])
        last = self.tracking.index_of(block.rows[-1].id, block.months[-1])
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
        self.selectionModel().select(QItemSelection(first, last), flag.ClearAndSelect)

    def line_area(self, index: Index) -> QRect:
        """Return where the chosen line of a cell is painted."""
        return halves(self.visualRect(index))[0 if self.is_upper else 1]

    def frame_rect(self) -> QRect:
        """Return the place of the chosen line of the current cell, in the viewport."""
        return self.line_area(self.currentIndex())

    def paint_chosen(self, painter: QPainter) -> None:
        """Paint the veil over the chosen lines of the rows in sight, and the frame of the cell."""
        block, current = self.block(), self.currentIndex()
        if block is None:
            return
        veil = chosen_colour()
        chosen = {row.id for row in block.rows} if block.size > 1 else set()
        for line in self.lines_in_sight():
            if self.tracking.rows[line].id in chosen:
                ends = [self.tracking.months.index(block.months[at]) for at in (0, -1)]
                first, last = (self.line_area(self.tracking.index(line, at)) for at in ends)
                painter.fillRect((first | last).adjusted(0, 0, -1, 0), veil)
        if current.isValid() and self.tracking.rows[current.row()].activity is not None:
            # No line is painted below a line of a cell, so the frame goes one pixel further.
            paint_frame(painter, self.frame_rect().adjusted(0, 0, 0, 1), self.hasFocus())
