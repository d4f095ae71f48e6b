"""Keys and clicks of the cronograma: they mark, write, clear and choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule import commands
from poadesk.writing.screen.schedule.columns import Cell
from poadesk.writing.screen.schedule.menu import cell_menu
from poadesk.writing.screen.schedule.model import ScheduleModel
from poadesk.writing.screen.schedule.table import ScheduleTable
from poadesk.writing.screen.schedule.typing import QuantityTyping

Command = Callable[[OpenPlan, Sequence[Cell]], None]
_BEGINS_QUANTITY = set("0123456789.,")
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_EDITS: dict[int, Command] = {
    Qt.Key.Key_Space: commands.toggle,
    Qt.Key.Key_Delete: commands.clear,
    Qt.Key.Key_Backspace: commands.clear,
}


class ScheduleView(ScheduleTable):
    """Space or a click marks, digits write, Delete clears, Shift+arrows choose a range.

    `explain` carries what to show as a key, and why it did nothing here.
    """

    explain = Signal(str, str)

    def __init__(self, model: ScheduleModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._open_plan = open_plan
        self._pressed = QPersistentModelIndex()
        self.typing = QuantityTyping(self, model, open_plan)
        self.typing.moved.connect(self._go_on)
        self.moved_about.connect(self.typing.follow)

    def go_to(self, index: QModelIndex, in_middle: bool = False) -> None:
        """Make a cell the current one, alone, and bring it into sight."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if in_middle else hint.EnsureVisible)

    def chosen_cells(self) -> list[Cell]:
        """Return the chosen places, row by row."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        return [cell for cell in map(self.schedule.cell, chosen) if cell is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~_HARMLESS
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.setAccepted(self.step_sideways(1 if key == Qt.Key.Key_Tab else -1))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_down(-1 if back else 1)
        elif plain and key in _EDITS:
            self._edit(_EDITS[key])
        elif plain and (key == Qt.Key.Key_F2 or event.text() in _BEGINS_QUANTITY):
            self._write(event.text() if key != Qt.Key.Key_F2 else None)
        elif key == Qt.Key.Key_Escape and len(self.selectedIndexes()) > 1:
            self.go_to(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump to another cell."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.typing.commit():
            return
        super().mousePressEvent(event)
        is_click = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        at = self.indexAt(event.position().toPoint()) if is_click else QModelIndex()
        self._pressed = QPersistentModelIndex(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at, pressed = self.indexAt(event.position().toPoint()), self._pressed
        self._pressed = QPersistentModelIndex()
        if at.isValid() and pressed == at and self.schedule.cell(at) is not None:
            self.go_to(at)
            self._edit(commands.toggle)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.chosen_cells():
            return
        menu = cell_menu(
            self,
            self.schedule.columns.by_week,
            not self._open_plan.read_only,
            lambda: self._edit(commands.toggle),
            lambda: self._write(None),
            lambda: self._edit(commands.clear),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        to = super().moveCursor(action, modifiers)
        if not to.isValid() or self.schedule.cell(to) is not None:
            return to
        # Home and the page keys may end on a heading, where nothing can be done.
        line = self.schedule.next_line(to.row()) or self.schedule.next_line(to.row(), -1)
        return to if line is None else self.schedule.index(line, to.column())

    def step_sideways(self, by: int) -> bool:
        """Go to the next cell in reading order (-1: the one before); False if there is none."""
        at, count = self.currentIndex(), self.schedule.columns.count
        line: int | None = at.row()
        column = at.column() + by
        if not 0 <= column < count:
            line, column = self.schedule.next_line(at.row(), by), 0 if by > 0 else count - 1
        if line is None or not at.isValid():
            return False
        self.go_to(self.schedule.index(line, column))
        return True

    def step_down(self, by: int) -> None:
        """Go to the same column of the next activity (-1: of the one before)."""
        line = self.schedule.next_line(self.currentIndex().row(), by)
        if line is not None:
            self.go_to(self.schedule.index(line, max(0, self.currentIndex().column())))

    def _go_on(self, rows: int, columns: int) -> None:
        if rows:
            self.step_down(rows)
        else:
            self.step_sideways(columns)

    def _write(self, text: str | None) -> None:
        """Type over what the current cell has, or type on in it if `text` is None."""
        cell = self.schedule.cell(self.currentIndex())
        if cell is None or not self._may_edit():
            return
        if cell.week:
            self.explain.emit("0–9", "Por semanas solo se marca; las cantidades van por meses.")
            return
        self.go_to(self.currentIndex())
        if text is None:
            self.typing.begin_with_present(cell)
        else:
            self.typing.begin(cell, text)

    def _edit(self, command: Command) -> None:
        cells = self.chosen_cells()
        if cells and self._may_edit():
            command(self._open_plan, cells)

    def _may_edit(self) -> bool:
        if self._open_plan.read_only:
            self.explain.emit("Solo lectura", "Este plan está abierto solo para leer.")
            return False
        return self.typing.commit()
