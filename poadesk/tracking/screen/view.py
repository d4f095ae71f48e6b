"""Keys and clicks of the tracking grid: they write, clear, choose, copy and paste."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from poadesk.tracking.screen import clipboard, commands
from poadesk.tracking.screen.cell_menu import cell_menu
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.painting import halves
from poadesk.tracking.screen.rows import PLANNED
from poadesk.tracking.screen.table import TrackingTable
from poadesk.tracking.screen.typing import AmountTyping
from poadesk.widgets.grid_clipboard import CannotPasteError
from poadesk.widgets.grid_sentence import Sentence
from poadesk.widgets.open_plan import OpenPlan

_BEGINS_AMOUNT = set("0123456789.,")
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_COPIES = {
    "copy": QKeySequence.StandardKey.Copy,
    "cut": QKeySequence.StandardKey.Cut,
    "paste": QKeySequence.StandardKey.Paste,
}
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TrackingView(TrackingTable):
    """Digits write, Delete leaves not recorded, Shift+arrows choose a range.

    `explain` carries what to show as a key, and why it did nothing here; `left` asks for what
    comes after the grid (True) or before it.
    """

    explain = Signal(str, str)

    def __init__(self, model: TrackingModel, open_plan: OpenPlan, parent: QWidget) -> None:
        super().__init__(model, open_plan.words.noun("activity").title, parent)
        self._open_plan = open_plan
        self._sentence = Sentence(self.viewport())
        self.typing = AmountTyping(self, open_plan)
        self.typing.moved.connect(self._go_on)
        self.moved_about.connect(self.typing.follow)
        for change in (self.moved_about, self.chosen):
            change.connect(self._hush)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~_HARMLESS
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.setAccepted(self.step_sideways(1 if key == Qt.Key.Key_Tab else -1))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_down(-1 if back else 1)
        elif plain and not back and key in _UP_AND_DOWN:
            self._step_line(_UP_AND_DOWN[Qt.Key(key)])
        elif plain and key in _CLEARS:
            self._fill(None)
        elif plain and (key == Qt.Key.Key_F2 or event.text() in _BEGINS_AMOUNT):
            self._write(event.text() if key != Qt.Key.Key_F2 else None)
        elif key == Qt.Key.Key_Escape:
            self._leave_range(event)
        elif not self._copies(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump to another cell."""

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

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        to = super().moveCursor(action, modifiers)
        if not to.isValid() or self.tracking.rows[to.row()].activity is not None:
            return to
        # Home and the page keys may end on a heading, where nothing can be done.
        line = self.tracking.next_line(to.row()) or self.tracking.next_line(to.row(), -1)
        return to if line is None else self.tracking.index(line, to.column())

    def step_sideways(self, by: int) -> bool:
        """Go to the next month in reading order (-1: the one before); False if there is none."""
        at, count = self.currentIndex(), len(self.tracking.months)
        line: int | None = at.row()
        column = at.column() + by
        if not 0 <= column < count:
            line, column = self.tracking.next_line(at.row(), by), 0 if by > 0 else count - 1
        if line is None or not at.isValid():
            return False
        self.go_to(self.tracking.index(line, column))
        return True

    def step_down(self, by: int) -> bool:
        """Go to the same line of the next activity (-1: of the one before), if there is one."""
        line = self.tracking.next_line(self.currentIndex().row(), by)
        if line is not None:
            self.go_to(self.tracking.index(line, max(0, self.currentIndex().column())))
        return line is not None

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

    def say(self, sentence: str) -> None:
        """Say under the chosen cells why nothing was changed, until the person goes on."""
        self._sentence.say(sentence)
        self._sentence.put_below(self.line_area(self.currentIndex()))
        self.setAccessibleDescription(sentence)

    def may_edit(self) -> bool:
        """Say whether the plan may be changed now; tell why where it may not."""
        if self._open_plan.read_only:
            self.explain.emit("Solo lectura", "Este plan está abierto solo para leer.")
            return False
        return self.typing.commit()

    def _step_line(self, by: int) -> None:
        """Go up or down: with money both lines can be written, else only the lower one."""
        if self.tracking.kind.is_money and self.is_upper == (by > 0):
            self.go_to(self.currentIndex())
            self.choose_line(not self.is_upper)
        elif not self.tracking.kind.is_money and self.is_upper and by > 0:
            self.choose_line(False)
        elif self.step_down(by) and self.tracking.kind.is_money:
            self.choose_line(by > 0)

    def _copies(self, event: QKeyEvent) -> bool:
        """Copy, cut, paste or record as planned, if a key says so."""
        acts = self._acts()
        for act, keys in _COPIES.items():
            if event.matches(keys):
                acts[act]()
                return True
        is_as_planned = event.key() == Qt.Key.Key_J and event.modifiers() == _CONTROL
        if is_as_planned:
            self.record_as_planned()
        return is_as_planned

    def _leave_range(self, event: QKeyEvent) -> None:
        """Give up the sentence, else the range."""
        block = self.block()
        if self._sentence.isVisible():
            self._hush()
        elif block is not None and block.size > 1:
            self.go_to(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go_on(self, rows: int, columns: int) -> None:
        if rows:
            self.step_down(rows)
        else:
            self.step_sideways(columns)

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
        """Return what the entries of the menu of a cell do, by their names."""
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

    def _hush(self) -> None:
        self._sentence.hide()
        self.setAccessibleDescription("")

    def _may_write(self) -> bool:
        """Say whether the chosen line can be written here, and why not."""
        if not self.may_edit():
            return False
        if self.field == PLANNED:
            self.say("Lo programado se cambia en el cronograma; aquí se registra lo hecho.")
            return False
        return True
