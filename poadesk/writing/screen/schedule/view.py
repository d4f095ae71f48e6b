"""Keys and clicks of the cronograma: they mark, write, clear, choose, fill, copy and paste."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from poadesk.widgets.grid_clipboard import CannotPasteError
from poadesk.widgets.grid_keys import HARMLESS
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.remark_place import remark_words
from poadesk.writing.screen.schedule import clipboard, commands, filling
from poadesk.writing.screen.schedule.block import Block, Wanted
from poadesk.writing.screen.schedule.dragging import DraggedTable
from poadesk.writing.screen.schedule.fill_menu import offer
from poadesk.writing.screen.schedule.filling import Fill
from poadesk.writing.screen.schedule.menu import cell_menu
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.rows import ScheduleRow
from poadesk.writing.screen.schedule.typing import QuantityTyping

Command = Callable[[OpenPlan, Block], None]
_EDITS: dict[int, Command] = {
    Qt.Key.Key_Space: commands.toggle,
    Qt.Key.Key_Delete: commands.clear,
    Qt.Key.Key_Backspace: commands.clear,
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
# With Control and Shift these choose up to the first and the last month, as in a spreadsheet.
_TO_EDGE: dict[int, Qt.Key] = {
    Qt.Key.Key_Home: Qt.Key.Key_Home,
    Qt.Key.Key_Left: Qt.Key.Key_Home,
    Qt.Key.Key_End: Qt.Key.Key_End,
    Qt.Key.Key_Right: Qt.Key.Key_End,
}


class ScheduleView(DraggedTable):
    """Space or a click marks, digits write, Delete clears, Shift+arrows choose a range."""

    typing: QuantityTyping

    def __init__(self, model: ScheduleModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, open_plan, parent)
        self.typing = QuantityTyping(self, model, open_plan)
        self.follow_typing()
        self.clicked_cell.connect(self._click)
        self.stroked.connect(self._stroke)
        self.repeated.connect(self._repeat)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key in _EDITS and not modifiers & ~HARMLESS:
            self._edit(_EDITS[key])
        elif key in _TO_EDGE and modifiers & ~_KEYPAD == _CONTROL | _SHIFT:
            # Left to itself the grid would go there and choose one cell.
            super().keyPressEvent(QKeyEvent(event.type(), _TO_EDGE[key], _SHIFT))
        elif key == Qt.Key.Key_J and modifiers == _CONTROL:
            self._copy_above()
        else:
            super().keyPressEvent(event)

    def _leave_range(self, event: QKeyEvent) -> None:
        """Give up what the mouse is doing, else the sentence, else the range."""
        if self.is_dragging:
            self.cancel_drag()
        else:
            super()._leave_range(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hush()
        if self.typing.commit():
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        block = self.block()
        if block is None:
            return
        words = remark_words(self._open_plan, self.current_id(), "months")
        menu = cell_menu(self, block, self.editable, self._acts(), self.offer_fills, words)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def offer_fills(self, menu: QMenu) -> None:
        """Put into a menu the fills of what is chosen."""
        block = self.block()
        if block is not None:
            at, above = self.currentIndex().column(), self._row_above(block)
            offer(menu, filling.fills_for(self._open_plan, block, at, above), self._fill)

    def _write(self, text: str | None) -> None:
        cell = self.schedule.cell(self.currentIndex())
        if cell is None or not self.may_edit():
            return
        if cell.week:
            self.explain.emit("0–9", "Por semanas solo se marca; las cantidades van por meses.")
            return
        self.go_to(self.currentIndex())
        if text is None:
            self.typing.begin_with_present(cell)
        else:
            self.typing.begin(cell, text)

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "mark": partial(self._edit, commands.toggle),
            "write": partial(self._write, None),
            "clear": partial(self._edit, commands.clear),
            "cut": partial(self._edit, clipboard.cut),
            "copy": self._copy,
            "paste": self._paste,
            "remark": lambda: self._open_plan.remark_wanted.emit(self.current_id(), "months"),
        }

    def current_id(self) -> str:
        """Return the activity of the current cell, or ""."""
        row = self.currentIndex().row()
        return self.schedule.rows[row].id if row >= 0 else ""

    def _edit(self, command: Command) -> None:
        block = self.block()
        if block is not None and self.may_edit():
            command(self._open_plan, block)

    def _click(self, index: QModelIndex) -> None:
        self.go_to(index)
        self._edit(commands.toggle)

    def _stroke(self, wanted: Wanted) -> None:
        commands.paint(self._open_plan, self.schedule.columns, wanted)

    def _repeat(self, wanted: Wanted) -> None:
        columns = self.schedule.columns
        wanted = commands.changed(self._open_plan, columns, wanted)
        label = commands.label_of(self._open_plan, columns, "Repetir en {} de {}", wanted)
        commands.put(self._open_plan, columns, wanted, label)

    def _fill(self, fill: Fill) -> None:
        self._edit(fill.apply)
        self.setFocus()

    def _copy_above(self) -> None:
        block = self.block()
        if block is None:
            return
        named = commands.activities_named(self._open_plan, (row.id for row in block.rows))
        fill = filling.copying(block, self._row_above(block), named)
        if fill.work is None:
            self.say(fill.line)
        self._edit(fill.apply)

    def _row_above(self, block: Block) -> ScheduleRow | None:
        line = self.schedule.next_line(self.lines_of(block)[0], -1)
        return None if line is None else self.schedule.rows[line]

    def _copy(self) -> None:
        block = self.block()
        if block is not None:
            clipboard.copy(block)

    def _paste(self) -> None:
        block = self.block()
        if block is None or not self.may_edit():
            return
        try:
            taken = clipboard.paste(self._open_plan, self.schedule, block)
        except CannotPasteError as error:
            self.say(str(error))
            return
        if taken is not None:
            lines = self.lines_of(taken)
            self.choose(lines[0], lines[-1], taken.span)
