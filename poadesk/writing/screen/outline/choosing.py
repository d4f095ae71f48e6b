"""Choosing several rows of the outline, all of one level, with the keyboard or the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt

from poadesk.planfile.journal import Change
from poadesk.writing.screen.outline.model import Node
from poadesk.writing.screen.outline.tree import OutlineTree

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate

_MADE_ROOM = 2


class ChosenRows(OutlineTree):
    """Rows of which several can be chosen: those of the level of the current one."""

    def chosen_rows(self) -> list[str]:
        """Return the ids of the chosen rows, all of one level, in the order of the plan."""
        node = self.rows.node(self.currentIndex())
        if node is None or not node.row_id:
            return []
        found = [self.rows.node(index) for index in self.selectionModel().selectedIndexes()]
        nodes = [one for one in found if one is not None and one.level is node.level]
        return [one.row_id for one in sorted(nodes or [node], key=_path)]

    def choose_rows(self, row_ids: Sequence[str]) -> None:
        """Choose several rows of one level; the current one stays current if it is among them."""
        self._select(row_ids)
        self.setFocus()

    def show_undone(self, changes: Sequence[Change]) -> None:
        found = [one for one in changes if self.rows.index_of(one.id).isValid()]
        if not found:
            return
        rank = min(map(_undone_first, found))
        best = [one for one in found if _undone_first(one) == rank]
        tables = [level.table for level in self.rows.levels]
        first = min(best, key=lambda one: tables.index(one.table))
        together = [one.id for one in best if one.table == first.table]
        # Rows that only moved up or down to make room were not chosen by anybody.
        self._select([first.id] if rank == _MADE_ROOM else list(dict.fromkeys(together)))

    def _select(self, row_ids: Sequence[str]) -> None:
        current = self.current_row()
        self.choose(self.rows.index_of(current if current in row_ids else row_ids[0]))
        chosen = QItemSelection()
        for row_id in row_ids:
            at = self.rows.index_of(row_id)
            chosen.select(at, at)
        self.selectionModel().select(chosen, _ONLY)

    def choose_alone(self, index: QModelIndex) -> None:
        """Choose one row in place of several."""
        self.selectionModel().setCurrentIndex(index, _ONLY)

    def keep_chosen(self, index: QModelIndex) -> None:
        """Make a row the current one without changing which rows are chosen."""
        self.selectionModel().setCurrentIndex(index, _KEEP)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def moveCursor(
        self, action: OutlineTree.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        steps = {
            self.CursorAction.MoveUp: self.indexAbove,
            self.CursorAction.MoveDown: self.indexBelow,
        }
        if action not in steps or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return super().moveCursor(action, modifiers)
        # With Shift the choice grows by rows of the same level, past all others.
        node = self.rows.node(self.currentIndex())
        level = node.level if node is not None else None
        index = steps[action](self.currentIndex())
        while index.isValid():
            one = self.rows.node(index)
            if one is not None and one.row_id and one.level is level:
                return index
            index = steps[action](index)
        return self.currentIndex()


def _undone_first(change: Change) -> int:
    """Put rows that came back before rows written in, and those before rows that only moved up."""
    if change.before is None:
        return 0
    return _MADE_ROOM if set(change.after or ()) <= {"position"} else 1


def _path(node: Node) -> list[int]:
    path: list[int] = []
    at: Node | None = node
    while at is not None and at.parent is not None:
        path.insert(0, at.place)
        at = at.parent
    return path
