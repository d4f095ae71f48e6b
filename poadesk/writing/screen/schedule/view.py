"""Keys and clicks of the cronograma: they mark, write, clear, choose, fill, copy and paste."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from poadesk.widgets.grid_clipboard import CannotPasteError
from poadesk.widgets.grid_sentence import Sentence
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
_BEGINS_QUANTITY = set("0123456789.,")
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
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
_COPIES = {
    "copy": QKeySequence.StandardKey.Copy,
    "cut": QKeySequence.StandardKey.Cut,
    "paste": QKeySequence.StandardKey.Paste,
}


class ScheduleView(DraggedTable):
    """Space or a click marks, digits write, Delete clears, Shift+arrows choose a range.

    `explain` carries what to show as a key, and why it did nothing here.
    """

    explain = Signal(str, str)

    def __init__(self, model: ScheduleModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, open_plan.words.noun("activity"), parent)
        self._open_plan = open_plan
        self._sentence = Sentence(self.viewport())
        self.typing = QuantityTyping(self, model, open_plan)
        self.typing.moved.connect(self._go_on)
        self.moved_about.connect(self.typing.follow)
        for change in (self.moved_about, self.chosen):
            change.connect(self._hush)
        self.clicked_cell.connect(self._click)
        self.stroked.connect(self._stroke)
        self.repeated.connect(self._repeat)

    @property
    def editable(self) -> bool:
        """Say whether the plan may be changed; a copy of one that may not be can."""
        return not self._open_plan.read_only

    def go_to(self, index: QModelIndex, in_middle: bool = False) -> None:
        """Make a cell the current one, alone, and bring it into sight."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if in_middle else hint.EnsureVisible)

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
        elif key in _TO_EDGE and event.modifiers() & ~_KEYPAD == _CONTROL | _SHIFT:
            # Left to itself the grid would go there and choose one cell.
            super().keyPressEvent(QKeyEvent(event.type(), _TO_EDGE[key], _SHIFT))
        elif key == Qt.Key.Key_Escape:
            self._leave_range(event)
        elif not self._copies(event):
            super().keyPressEvent(event)

    def _copies(self, event: QKeyEvent) -> bool:
        """Copy, cut, paste or copy from above, if a key says so."""
        acts = self._acts()
        for act, keys in _COPIES.items():
            if event.matches(keys):
                acts[act]()
                return True
        is_above = event.key() == Qt.Key.Key_J and event.modifiers() == _CONTROL
        if is_above:
            self._copy_above()
        return is_above

    def _leave_range(self, event: QKeyEvent) -> None:
        """Give up what the mouse is doing, else the sentence, else the range."""
        block = self.block()
        if self.is_dragging:
            self.cancel_drag()
        elif self._sentence.isVisible():
            self._hush()
        elif block is not None and block.size > 1:
            self.go_to(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump to another cell."""

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

    def _acts(self) -> dict[str, Callable[[], None]]:
        """Return what the entries of the menu of a cell do, by their names."""
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
        if block is not None and self._may_edit():
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
            self._say(fill.line)
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
        if block is None or not self._may_edit():
            return
        try:
            taken = clipboard.paste(self._open_plan, self.schedule, block)
        except CannotPasteError as error:
            self._say(str(error))
            return
        if taken is not None:
            lines = self.lines_of(taken)
            self.choose(lines[0], lines[-1], taken.span)

    def _say(self, sentence: str) -> None:
        """Say under the chosen cells why nothing was changed, until the person goes on."""
        self._sentence.say(sentence)
        self._sentence.put_below(self.frame_rect())
        self.setAccessibleDescription(sentence)

    def _hush(self) -> None:
        self._sentence.hide()
        self.setAccessibleDescription("")

    def _may_edit(self) -> bool:
        if self._open_plan.read_only:
            self.explain.emit("Solo lectura", "Este plan está abierto solo para leer.")
            return False
        return self.typing.commit()
