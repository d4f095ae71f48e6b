"""The outline: a tree in which a person writes, adds and moves rows with keys or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor

from poadesk.planfile.journal import Change
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.edits import is_blank
from poadesk.writing.screen.outline_actions import OutlineActions
from poadesk.writing.screen.outline_keys import action_of, is_letter
from poadesk.writing.screen.outline_levels import Level
from poadesk.writing.screen.outline_menu import row_menu
from poadesk.writing.screen.outline_model import Node
from poadesk.writing.screen.outline_tree import OutlineTree

_STAYS_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class OutlineView(OutlineTree):
    """Rows of a plan to write in. `tabbed` asks for the field after (True) or before the text."""

    tabbed = Signal(bool)

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level]) -> None:
        super().__init__(open_plan, levels)
        self._pressed = QPersistentModelIndex()
        self.doings = OutlineActions(open_plan, levels, self)
        self.writing.grown.connect(self._grow)
        self.writing.first_typed.connect(self._add_first)

    def go_to(self, row_id: str, write: bool = False, at: int = -1) -> None:
        """Choose a row and focus it; with `write`, the caret goes to `at` (-1: the end)."""
        index = self.rows.index_of(row_id)
        if not index.isValid():
            self.focus_first()
            return
        self.choose(index)
        if write:
            self.write(index, at)
        else:
            self.setFocus()

    def go_to_adding(self, row_id: str) -> bool:
        """Focus the row that adds below a row; say whether there is one."""
        index = self.rows.index_of(row_id)
        index = self.rows.index(self.rows.rowCount(index) - 1, 0, index)
        node = self.rows.node(index)
        if node is None or node.row_id:
            return False
        self.choose(index)
        self.setFocus()
        return True

    def focus_first(self) -> None:
        """Put the focus where the work goes on: the chosen row, or the first one to be written."""
        if self.rows.is_empty() and not self._open_plan.read_only:
            self.write(self.rows.index(0, 0))
            return
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.setFocus()

    def write(self, index: QModelIndex, at: int | QPoint = -1) -> None:
        """Open the editor of a row; `at` is a place in the text or a point of the viewport.

        On a row that adds, the added row is written.
        """
        node = self.rows.node(index)
        if node is None or node.level is None or self._open_plan.read_only:
            return
        if not node.row_id and not self.rows.is_empty():
            self._add_at(node)
            return
        if self.live_text(node) is None:
            self.writing.end()
            self.setCurrentIndex(index)
            self.writing.begin(node.level, node.row_id)
            self._grow()
        self._put_caret(index, node, at)

    @property
    def caret(self) -> int:
        """Return the place of the caret in the row being written, or -1."""
        editor = self.writing.editor
        return editor.textCursor().position() if editor is not None else -1

    def step_to(self, by: int) -> bool:
        """Go to the text of the row below (1) or above (-1); say whether there is one."""
        index = self.currentIndex()
        index = self.indexBelow(index) if by > 0 else self.indexAbove(index)
        node = self.rows.node(index)
        if node is None:
            return False
        self.writing.end()
        self.choose(index)
        self.setFocus()
        if node.row_id:
            self.write(index)
        return True

    def follow(self, changes: tuple[Change, ...], origin: object) -> None:
        super().follow(changes, origin)
        if self.rows.is_empty() and self.hasFocus():
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = action_of(event, writing=False)
        node = self.rows.node(self.currentIndex())
        if name and node is not None:
            self._act(name, node)
        elif is_letter(event) and node is not None and not self._open_plan.read_only:
            self._begin_with(node, event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if _is_ours(event, writing=False):
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.writing.editor:
            return super().eventFilter(watched, event)
        if _is_ours(event, writing=True):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_in_text(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._text_left(event)
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.tabbed.emit(forward)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = QPersistentModelIndex(index)
        node = self.rows.node(index)
        if node is not None and node.children and self._is_on_chevron(node, index, event):
            self.setExpanded(index, not self.isExpanded(index))
            self._pressed = QPersistentModelIndex()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        node = self.rows.node(index)
        if node is None or index != self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        text = self.shapes.shape(node).text
        side = theme().px(8)
        if not node.row_id or text.left() - side <= event.position().x() <= text.right() + side:
            self.write(index, event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_row_menu()
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.open_row_menu(event.globalPos())

    def open_row_menu(self, at: QPoint | None = None) -> None:
        """Open the menu of the chosen row, on the row itself or at a point of the screen."""
        row_id = self.current_row()
        if row_id:
            middle = self.visualRect(self.currentIndex()).center()
            menu = row_menu(self.doings, self._open_plan, row_id, self)
            menu.popup(at or self.viewport().mapToGlobal(middle))

    def _act(self, name: str, node: Node) -> None:
        """Do what a key asks for on a row."""
        index = self.rows.index_at(node)
        if name == "stop":
            self.writing.end()
            self.lay_out_again()
        elif name == "write" or not node.row_id:
            if name in ("write", "next", "below"):
                self.write(index)
        else:
            self.writing.save()
            self._doing(name, node.row_id)

    def _doing(self, name: str, row_id: str) -> None:
        doings = self.doings
        {
            "next": doings.add_beside,
            "below": doings.add_below,
            "duplicate": doings.duplicate,
            "delete": doings.delete,
            "up": lambda row_id: doings.move(row_id, -1),
            "down": lambda row_id: doings.move(row_id, 1),
        }[name](row_id)

    def _key_in_text(self, event: QKeyEvent) -> bool:
        name = action_of(event, writing=True)
        node = self.rows.node(self.currentIndex())
        if node is None:
            return False
        if name:
            self._act(name, node)
            return True
        if event.key() == Qt.Key.Key_Backspace and self._takes_away(node):
            return True
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._leave_over_edge(-1 if event.key() == Qt.Key.Key_Up else 1)
        return False

    def _leave_over_edge(self, by: int) -> bool:
        """From the first line up, and from the last line down, the caret goes to the next row."""
        editor = self.writing.editor
        assert editor is not None
        cursor = editor.textCursor()
        operation = QTextCursor.MoveOperation.Up if by < 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(operation) and self.step_to(by)

    def _takes_away(self, node: Node) -> bool:
        """Backspace takes a row away in which nothing is written; say whether it did."""
        row = self.rows.row_of(node)
        if row is None or self.writing.text or not is_blank(row):
            return False
        index = self.indexAbove(self.rows.index_at(node))
        above = self.rows.node(index)
        while above is not None and not above.row_id:
            index = self.indexAbove(index)
            above = self.rows.node(index)
        self.doings.take_away(node.row_id, above.row_id if above is not None else "")
        return True

    def _begin_with(self, node: Node, letters: str) -> None:
        self.write(self.rows.index_at(node))
        if self.writing.editor is not None:
            self.writing.editor.insertPlainText(letters)

    def _text_left(self, event: QFocusEvent) -> None:
        if event.reason() in _STAYS_OPEN:
            return
        self.writing.save()
        if not self.writing.is_waiting and not self.writing.on_ghost:
            self.writing.end()
            self.scheduleDelayedItemsLayout()

    def _add_at(self, node: Node) -> None:
        assert node.parent is not None
        assert node.level is not None
        self.doings.add_and_write(node.parent.row_id, node.level.table)

    def _add_first(self, table: str, text: str) -> None:
        made = self.doings.add(self.rows.root.row_id, table, text=text)
        index = self.rows.index_of(made)
        node = self.rows.node(index)
        if node is not None and node.level is not None:
            caret = self.caret
            self.writing.begin(node.level, made)
            self.choose(index)
            self._put_caret(index, node, caret)

    def _put_caret(self, index: QModelIndex, node: Node, at: int | QPoint) -> None:
        if isinstance(at, QPoint):
            corner = self.shapes.shape(node).text.topLeft()
            at = at - corner - self.visualRect(index).topLeft()
        if self.writing.editor is not None:
            self.writing.editor.setFocus()
            self.writing.caret_to(at)

    def _grow(self) -> None:
        node = self.rows.node(self.currentIndex())
        if node is None or not self.writing.is_open:
            return
        index = self.currentIndex()
        if self.visualRect(index).height() != self.shapes.shape(node).height:
            self.lay_out_again()
        self.place_writing()
        self.viewport().update()
        self.bring_in_sight()

    def _is_on_chevron(self, node: Node, index: QModelIndex, event: QMouseEvent) -> bool:
        area = self.shapes.shape(node).chevron.translated(self.visualRect(index).topLeft())
        side = theme().px(6)
        return area.adjusted(-side, -side, side, side).contains(event.position().toPoint())


def _is_ours(event: QEvent, writing: bool) -> bool:
    """Take the keys of the outline before the menus of the window do."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not action_of(event, writing):
        return False
    event.accept()
    return True
