"""Typing of quantities in the cronograma: one line at a time, kept over its cell."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import declared_fields
from poadesk.widgets.grid_editor import AmountEditor
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.columns import Cell
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.table import ScheduleTable

_QUANTITY = declared_fields("month_record")["planned_thousandths"]


class QuantityTyping(QObject):
    """`moved` carries how many rows and columns to go on after a quantity was saved."""

    moved = Signal(int, int)

    def __init__(self, view: ScheduleTable, model: ScheduleModel, open_plan: OpenPlan) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._open_plan = open_plan
        self._cell: Cell | None = None
        self.editor: AmountEditor | None = None
        open_plan.saving_wanted.connect(self.commit)

    def begin(self, cell: Cell, text: str) -> None:
        """Type in a month, beginning with `text`."""

        def save(thousandths: int | None) -> bool:
            return commands.write(self._open_plan, cell, thousandths)

        number = self._open_plan.number(cell.activity_id)
        name = f"Cantidad de {cell.words} en {number}"
        editor = AmountEditor(_QUANTITY.read, save, name, self._view.viewport())
        editor.setText(text)
        editor.moved.connect(self.moved)
        editor.ended.connect(self._ended)
        self._cell, self.editor = cell, editor
        self.follow()
        editor.show()
        editor.setFocus()
        editor.end(False)

    def begin_with_present(self, cell: Cell) -> None:
        """Type on in what a month has."""
        value = commands.quantity(self._open_plan, cell)
        self.begin(cell, show_quantity(value) if value else "")

    def commit(self) -> bool:
        """Save what is being typed; False when it must stay, and then it has the focus again."""
        if self.editor is None or self.editor.commit():
            return True
        self.editor.setFocus()
        return False

    def follow(self) -> None:
        """Keep the line over its cell; it goes away with it."""
        if self.editor is None or self._cell is None:
            return
        index = self._model.index_of(self._cell)
        if index.isValid():
            self.editor.put_over(self._view.visualRect(index))
        else:
            self.editor.end_typing()

    def _ended(self, had_focus: bool) -> None:
        self.editor = self._cell = None
        if had_focus:
            self._view.setFocus()
