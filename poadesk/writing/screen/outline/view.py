"""The outline: a tree in which a person writes, adds and moves rows with keys or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from poadesk.planfile.journal import Change
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.dragging import RowDragging
from poadesk.writing.screen.outline.editor import RowText
from poadesk.writing.screen.outline.keys import action_of, is_letter
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.menu import row_menu
from poadesk.writing.screen.outline.model import Node
from poadesk.writing.screen.outline.written import WrittenOutline


class OutlineView(WrittenOutline):
    """Rows of a plan to write in. `tabbed` asks for the field after (True) or before the text."""

    tabbed = Signal(bool)

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level]) -> None:
        super().__init__(open_plan, levels)
        self._pressed = QPersistentModelIndex()
        self.dragging = RowDragging(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.dragging.is_under_way:
            if event.key() == Qt.Key.Key_Escape:
                self.dragging.cancel()
            return
        name = action_of(event, writing=False)
        node = self.rows.node(self.currentIndex())
        if name and node is not None:
            self._act(name, node)
        elif is_letter(event) and node is not None and not self._open_plan.read_only:
            self.begin_with(node, event.text())
        elif event.key() == Qt.Key.Key_Escape and len(self.chosen_rows()) > 1:
            self.choose_alone(self.currentIndex())
        else:
            super().keyPressEvent(event)
            self.bring_in_sight()

    def event(self, event: QEvent) -> bool:
        if _is_ours(event, writing=False):
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, RowText) and event.type() == QEvent.Type.FocusIn:
            self.text_entered(watched)
        if watched is not self.writing.editor:
            return super().eventFilter(watched, event)
        if _is_ours(event, writing=True):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_in_text(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.text_left(event)
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.tabbed.emit(forward)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        node = self.rows.node(index)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = QPersistentModelIndex(index if plain else QModelIndex())
        if node is not None and node.children and self._is_on_chevron(node, index, event):
            self.setExpanded(index, not self.isExpanded(index))
            self._pressed = QPersistentModelIndex()
            return
        if plain and node is not None and node.row_id and not self._open_plan.read_only:
            self.dragging.press(point)
        if plain and node is not None and node.row_id in self.chosen_rows():
            self.keep_chosen(index)  # several may be dragged together
            self.setFocus()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            super().mouseMoveEvent(event)
        elif event.buttons() == Qt.MouseButton.LeftButton:
            # Without the base: it would choose every row under the pointer.
            self.dragging.follow(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.dragging.is_under_way:
            self._drop()
            return
        self.dragging.cancel()
        index = self.indexAt(event.position().toPoint())
        node = self.rows.node(index)
        if node is None or index != self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        self.choose_alone(index)
        text = self.shapes.shape(node).text
        side = theme().px(8)
        if not node.row_id or text.left() - side <= event.position().x() <= text.right() + side:
            self.write(index, event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.dragging.is_under_way:
            painter = QPainter(self.viewport())
            self.dragging.paint(painter)
            self.dragging.paint_words(painter, self.doings.words_for(self.dragging.row_ids))

    def follow(self, changes: tuple[Change, ...], origin: object) -> None:
        self.dragging.cancel()
        super().follow(changes, origin)

    def hideEvent(self, event: QHideEvent) -> None:
        self.dragging.cancel()
        super().hideEvent(event)

    def _drop(self) -> None:
        rows, place = self.dragging.row_ids, self.dragging.place
        at = self.dragging.index_without(place) if place is not None else 0
        self.dragging.cancel()
        if place is not None:
            self.doings.move_below(rows, place.parent_id, at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_row_menu()
            return
        index = self.indexAt(event.pos())
        node = self.rows.node(index)
        if node is not None:
            if node.row_id in self.chosen_rows():
                self.keep_chosen(index)
            else:
                self.choose_alone(index)
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
            self.end_writing()
        elif name == "write" or not node.row_id:
            if name in ("write", "next", "below"):
                self.write(index)
        else:
            self.writing.save()
            self._doing(name, node.row_id)

    def _doing(self, name: str, row_id: str) -> None:
        doings, chosen = self.doings, self.chosen_rows()
        {
            "next": lambda: doings.add_beside(row_id),
            "below": lambda: doings.add_below(row_id),
            "duplicate": lambda: doings.duplicate(chosen),
            "delete": lambda: doings.delete(chosen),
            "up": lambda: doings.move(chosen, -1),
            "down": lambda: doings.move(chosen, 1),
        }[name]()

    def _key_in_text(self, event: QKeyEvent) -> bool:
        name = action_of(event, writing=True)
        node = self.rows.node(self.currentIndex())
        if node is None:
            return False
        if name:
            self._act(name, node)
            return True
        if event.key() == Qt.Key.Key_Backspace and self.takes_away(node):
            return True
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self.leave_over_edge(-1 if event.key() == Qt.Key.Key_Up else 1)
        return False

    def _is_on_chevron(self, node: Node, index: QModelIndex, event: QMouseEvent) -> bool:
        area = self.shapes.shape(node).chevron.translated(self.visualRect(index).topLeft())
        side = theme().px(6)
        # To its left is the grip.
        return area.adjusted(0, -side, side, side).contains(event.position().toPoint())


def _is_ours(event: QEvent, writing: bool) -> bool:
    """Take the keys of the outline before the menus of the window do."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not action_of(event, writing):
        return False
    event.accept()
    return True
