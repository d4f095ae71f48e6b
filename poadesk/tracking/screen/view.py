"""Keys and clicks of the tracking grid: they write, clear, choose, copy and paste."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from poadesk.tracking.screen import clipboard, commands
from poadesk.tracking.screen.cell_menu import cell_menu
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import halves
from poadesk.tracking.screen.rows import PLANNED
from poadesk.tracking.screen.table import TrackingTable
from poadesk.tracking.screen.typing import AmountTyping
from poadesk.widgets.grid_clipboard import CannotPasteError
from poadesk.widgets.grid_keys import HARMLESS
from poadesk.widgets.open_plan import OpenPlan

_CONTROL = Qt.KeyboardModifier.ControlModifier
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TrackingView(TrackingTable):
    """Digits write, Delete leaves not recorded, Shift+arrows choose a range."""

    typing: AmountTyping

    def __init__(self, model: TrackingModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, open_plan, parent)
        self.typing = AmountTyping(self, open_plan)
        self.follow_typing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~HARMLESS
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if plain and not back and key in _UP_AND_DOWN:
            self._step_line(_UP_AND_DOWN[Qt.Key(key)])
        elif plain and key in _CLEARS:
            self._fill(None)
        elif key == Qt.Key.Key_J and event.modifiers() == _CONTROL:
            self.record_as_planned()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hush()
        if not self.typing.commit():
            return
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid():
            self.choose_line(halves(self.visualRect(index))[0].contains(at))
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        block = self.block()
        if block is None:
            return
        menu = cell_menu(self, block, not self._open_plan.read_only, self._acts())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def record_as_planned(self) -> None:
        """Record the chosen cells as they were planned, where nothing is recorded yet."""
        block = self.block()
        if block is None or not self.may_edit():
            return
        kind = self.tracking.kind
        if self.is_upper:
            self.choose_line(False)
        args = (self._open_plan, block.rows, set(block.months), kind)
        if commands.record_as_planned(*args, only_needed=False):
            return
        until = block.rows[0].scope.period.until
        beyond = all(month > until for month in block.months)
        already = "Los meses después del corte todavía no se registran."
        if not beyond:
            already = "Lo elegido ya está registrado."
            if kind.is_money:
                already = "En lo elegido no hay presupuesto que falte registrar como gasto."
        self.say(already)

    def _step_line(self, by: int) -> None:
        """Go up or down: with money both lines can be written, else only the lower one."""
        if self.tracking.kind.is_money and self.is_upper == (by > 0):
            self.go_to(self.currentIndex())
            self.choose_line(not self.is_upper)
        elif not self.tracking.kind.is_money and self.is_upper and by > 0:
            self.choose_line(False)
        elif self.step_down(by) and self.tracking.kind.is_money:
            self.choose_line(by > 0)

    def _write(self, text: str | None) -> None:
        """Type over what the cell has, or type on in it if `text` is None; 0 fills a range."""
        place, block = self.place(), self.block()
        if place is None or block is None or not self._may_write():
            return
        if text == "0" and block.size > 1:
            self._fill(0)
            return
        self.go_to(self.currentIndex())
        if text is None:
            self.typing.begin_with_present(place)
        else:
            self.typing.begin(place, text)

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "write": lambda: self._write(None),
            "as_planned": self.record_as_planned,
            "zero": lambda: self._fill(0),
            "clear": lambda: self._fill(None),
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
        }

    def _fill(self, value: int | None) -> None:
        block = self.block()
        if block is not None and self._may_write():
            commands.fill(self._open_plan, block, value)

    def _copy(self) -> None:
        block = self.block()
        if block is not None:
            clipboard.copy(block)

    def _cut(self) -> None:
        self._copy()
        self._fill(None)

    def _paste(self) -> None:
        block = self.block()
        if block is None or not self._may_write():
            return
        try:
            taken = clipboard.paste(self._open_plan, self.tracking, block)
        except CannotPasteError as error:
            self.say(str(error))
            return
        if taken is not None:
            self.choose(taken)

    def _may_write(self) -> bool:
        """Say whether the chosen line can be written here, and why not."""
        if not self.may_edit():
            return False
        if self.field == PLANNED:
            self.say("Lo programado se cambia en el cronograma; aquí se registra lo hecho.")
            return False
        return True
