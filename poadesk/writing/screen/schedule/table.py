"""The table of months as it looks: the current cell and the range framed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QWidget

from poadesk.widgets.grid_headers import Corner
from poadesk.widgets.grid_keys import KeyedTable
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.schedule.block import Block
from poadesk.writing.screen.schedule.delegate import ScheduleDelegate
from poadesk.writing.screen.schedule.headers import TITLE_RISE, MonthHeader, NameHeader
from poadesk.writing.screen.schedule.measures import Measures
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.painting import paint_heading

_BEYOND = 6


class ScheduleTable(KeyedTable):
    """Months or weeks beside the names of the activities. `chosen` follows cell and range."""

    measures: Measures
    _delegate: ScheduleDelegate

    def __init__(self, model: ScheduleModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, paint_heading, open_plan, parent)
        self.schedule = model
        self.activity = open_plan.words.noun("activity")
        self.measures = Measures()
        self.names = NameHeader(model, self.measures, self)
        self._corner = Corner(self.activity.title, TITLE_RISE, self.measures, self)
        self._delegate = ScheduleDelegate(model, self)
        self._framed: set[int] = set()
        self.put_together("Cronograma", MonthHeader(model, self))

    def block(self) -> Block | None:
        """Return the chosen cells of activities; None where there are none."""
        lines, span = self.chosen_cells()
        rows = tuple(self.schedule.rows[line] for line in lines)
        return Block(rows, span, self.schedule.columns) if rows else None

    def lines_of(self, block: Block) -> list[int]:
        """Return the lines in which the rows of a block stand."""
        found = (self.schedule.line_of(row.id) for row in block.rows)
        return [line for line in found if line is not None]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        block = self.block()
        self._delegate.shows_range = block is not None and block.size > 1
        super().selectionChanged(selected, deselected)

    def _repaint_chosen(self) -> None:
        """Paint anew the lines of the frame, where it was and where it is now."""
        lines = {self.currentIndex().row()}
        for part in self.selectionModel().selection().toList():
            lines |= {part.top(), part.bottom()}
        present = {line for line in lines | self._framed if 0 <= line < len(self.schedule.rows)}
        self._framed = lines
        if present:
            width = self.viewport().width()
            area = self.line_rect(min(present), width) | self.line_rect(max(present), width)
            self.viewport().update(area.adjusted(0, 0, 0, theme().px(_BEYOND)))
