"""Typing of quantities in the cronograma."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import declared_fields
from poadesk.widgets.grid_typing import GridTyping, TypedCell
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.columns import Cell
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.table import ScheduleTable

_QUANTITY = declared_fields("month_record")["planned_thousandths"]


class QuantityTyping(GridTyping):
    """The quantity of a month, in thousandths; nothing where the month becomes empty."""

    def __init__(self, view: ScheduleTable, model: ScheduleModel, open_plan: OpenPlan) -> None:
        super().__init__(view, open_plan)
        self._model = model

    def begin(self, cell: Cell, text: str) -> None:
        """Type in a month, beginning with `text`."""
        number = self._open_plan.number(cell.activity_id)
        typed = TypedCell(
            spot=("planned", cell.activity_id, cell.month),
            name=f"Cantidad de {cell.words} en {number}",
            step="schedule",
            read=_QUANTITY.read,
            save=partial(commands.write, self._open_plan, cell),
            area=partial(self._area, cell),
        )
        self.type_in(typed, text)

    def begin_with_present(self, cell: Cell) -> None:
        """Type on in what a month has."""
        value = commands.quantity(self._open_plan, cell)
        self.begin(cell, show_quantity(value) if value else "")

    def _area(self, cell: Cell) -> QRect | None:
        index = self._model.index_of(cell)
        return self._view.visualRect(index) if index.isValid() else None
