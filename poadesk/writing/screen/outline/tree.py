"""The tree below the outline: which row is chosen, which are open, and how they follow the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from poadesk.planfile.journal import Change
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.painted import AnyIndex, PaintedRows
from poadesk.writing.screen.outline.unfolding import RowUnfolding

_FAR = (QAbstractItemView.CursorAction.MoveEnd, QAbstractItemView.CursorAction.MovePageDown)


class OutlineTree(PaintedRows):
    """Rows of a plan in levels. `chosen` tells the id of the row, "" on one that adds."""

    chosen = Signal(str)

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level]) -> None:
        super().__init__(open_plan, levels)
        self._closed: set[str] = set()
        self._unfolding = RowUnfolding(self)
        self.measuring.ended.connect(self._settle)
        self.rows.rowsInserted.connect(self._open_new)
        self.collapsed.connect(lambda index: self._remember(index, closed=True))
        self.expanded.connect(lambda index: self._remember(index, closed=False))
        open_plan.changed.connect(self.follow)

    def show_row(self, row_id: str) -> None:
        """Choose a row and bring it in sight, without taking the focus."""
        index = self.rows.index_of(row_id)
        if index.isValid():
            self.choose(index)

    def choose(self, index: QModelIndex) -> None:
        """Make an index the chosen one, open what it is in, and bring it in sight."""
        above = index.parent()
        if above.isValid() and not self.isExpanded(above):
            self._unfolding.finish()  # or it would move on when rows above it are opened later
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.bring_in_sight()

    def bring_in_sight(self) -> None:
        """Scroll to the chosen row if it is not in sight as a whole."""
        area = self.visualRect(self.currentIndex())
        room = self.viewport().rect()
        if room.top() <= area.top() and area.bottom() <= room.bottom():
            return
        is_far = area.bottom() < room.top() or area.top() > room.bottom()
        hints = QAbstractItemView.ScrollHint
        how = hints.PositionAtCenter if is_far else hints.EnsureVisible
        self.scrollTo(self.currentIndex(), how)
        if self.is_guessing():  # rows that came in sight may not be as high as was guessed
            self.scrollTo(self.currentIndex(), hints.EnsureVisible)

    def current_row(self) -> str:
        """Return the id of the chosen row, or ""."""
        node = self.rows.node(self.currentIndex())
        return node.row_id if node is not None else ""

    def current_table(self) -> str:
        """Return the table of the chosen row or of the row that it adds, or ""."""
        node = self.rows.node(self.currentIndex())
        return node.level.table if node is not None and node.level is not None else ""

    def open_to(self, depth: int) -> None:
        """Show the rows down to a level: 0 only the first, 1 the second too, and so on."""
        self.end_writing()
        index = self.currentIndex()
        while index.isValid() and _depth(index) > depth:
            index = index.parent()
        self._unfolding.stop()
        self.collapseAll()
        if depth:
            self.expandToDepth(depth - 1)
        if index.isValid():
            self.choose(index)

    def follow(self, changes: tuple[Change, ...], origin: object) -> None:
        """Show what changed; after an undo the row undone is the chosen one."""
        scroll = self.verticalScrollBar().value()
        if any(change.table == "plan" for change in changes):
            self.shapes.forget_heights()
        self.rows.follow(changes)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scroll)
        if origin is None:
            self.show_undone(changes)
        self.place_writing()
        self.viewport().update()
        self.chosen.emit(self.current_row())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        node = self.rows.node(current)
        if self.writing.is_open and (node is None or node.row_id != self.writing.row_id):
            self.end_writing()
        self.chosen.emit(self.current_row())
        self.viewport().update()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action in _FAR:
            self._unfolding.finish()
        return super().moveCursor(action, modifiers)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._unfolding.look()

    def show_undone(self, changes: Sequence[Change]) -> None:
        """Choose what an undo or a redo has changed."""

    def _settle(self) -> None:
        """Every height is known: lay out all rows as they stay."""
        self.lay_out_again(self._unfolding.finish)

    def _open_new(self, parent: QModelIndex) -> None:
        node = self.rows.node(parent)
        if node is not None and node.row_id not in self._closed:
            self.expand(parent)

    def _remember(self, index: QModelIndex, closed: bool) -> None:
        node = self.rows.node(index)
        if node is not None and closed:
            self._closed.add(node.row_id)
        elif node is not None:
            self._closed.discard(node.row_id)


def _depth(index: QModelIndex) -> int:
    depth = 0
    while index.parent().isValid():
        index, depth = index.parent(), depth + 1
    return depth
