"""Writing in the outline: where the caret goes, how rows grow, and how the first one is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor

from poadesk.planfile.journal import Change
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.edits import is_blank
from poadesk.writing.screen.outline.actions import OutlineActions
from poadesk.writing.screen.outline.choosing import ChosenRows
from poadesk.writing.screen.outline.editor import RowText
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.model import Node

_STAYS_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class WrittenOutline(ChosenRows):
    """The rows of a plan with an editor that goes from row to row."""

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level]) -> None:
        super().__init__(open_plan, levels)
        self.doings = OutlineActions(open_plan, levels, self)
        self.writing.grown.connect(self._grow)
        self.writing.first_typed.connect(self._add_first)
        self.writing.list_pasted.connect(self._add_list)

    def go_to(self, row_id: str, write: bool = False, at: int = -1) -> None:
        """Choose a row and focus it; with `write`, the caret goes to `at` (-1: the end)."""
        index = self.rows.index_of(row_id)
        if not index.isValid():
            self.focus_first()
            return
        self.choose(index)
        self.choose_alone(index)
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
            self.end_writing()
            self.setCurrentIndex(index)
            self.writing.begin(node.level, node.row_id)
            self._draw_again()
            self.bring_in_sight()
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
        self.end_writing()
        self.choose(index)
        self.setFocus()
        if node.row_id:
            self.write(index)
        return True

    def follow(self, changes: tuple[Change, ...], origin: object) -> None:
        super().follow(changes, origin)
        if self.rows.is_empty() and self.hasFocus():
            self.focus_first()

    def takes_away(self, node: Node) -> bool:
        """Backspace takes a row away in which nothing is written; say whether it did."""
        self.writing.save()
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

    def leave_over_edge(self, by: int) -> bool:
        """From the first line up, and from the last line down, the caret goes to the next row."""
        editor = self.writing.editor
        assert editor is not None
        cursor = editor.textCursor()
        operation = QTextCursor.MoveOperation.Up if by < 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(operation) and self.step_to(by)

    def begin_with(self, node: Node, letters: str) -> None:
        """Write in a row, going on with these letters."""
        self.write(self.rows.index_at(node))
        editor = self.writing.editor
        if editor is not None and not editor.isReadOnly():
            editor.insertPlainText(letters)

    def text_left(self, event: QFocusEvent) -> None:
        """Save and close the editor that the focus left; unsaved text stays open."""
        if event.reason() in _STAYS_OPEN:
            return
        self.writing.save()
        if not self.writing.is_waiting and not self.writing.on_ghost:
            self.end_writing()

    def text_entered(self, editor: RowText) -> None:
        """Write again where the menus give the focus back to an editor that was closed."""
        if not self.writing.is_open:
            self.write(self.currentIndex(), editor.textCursor().position())

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

    def _add_list(self, table: str, lines: list[str]) -> None:
        self.doings.add_list(self.writing.row_id, self.rows.root.row_id, table, lines)

    def _put_caret(self, index: QModelIndex, node: Node, at: int | QPoint) -> None:
        if isinstance(at, QPoint):
            corner = self.shapes.shape(node).text.topLeft()
            at = at - corner - self.visualRect(index).topLeft()
        if self.writing.editor is not None:
            self.writing.editor.setFocus()
            self.writing.caret_to(at)

    def _grow(self) -> None:
        if self.writing.is_open:
            # Asked of the editor, because to measure the row with each key takes longer.
            if not self.writing.fits:
                self._draw_again()
            self.bring_in_sight()

    def _draw_again(self) -> None:
        index = self.currentIndex()
        node = self.rows.node(index)
        if node is not None and self.visualRect(index).height() != self.shapes.shape(node).height:
            self.rows.tell_changed([node])
        self.place_writing()
        self.viewport().update(self.visualRect(index))
