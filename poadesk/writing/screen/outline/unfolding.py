"""Opening the rows of a long outline: at once what a screen shows, the others a little later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poadesk.writing.screen.outline.measuring import LONG
from poadesk.writing.screen.outline.model import Node

if TYPE_CHECKING:
    from poadesk.writing.screen.outline.tree import OutlineTree


class RowUnfolding:
    """Opens every row that has others below it. Qt lays out each open row before it shows any."""

    def __init__(self, view: OutlineTree) -> None:
        self._view = view
        self._waiting: list[str] = []
        shown = 0
        for node in view.rows.all_nodes():
            if node.children and shown < LONG:
                self._open(node)
                shown += len(node.children)
            elif node.children:
                self._waiting.append(node.row_id)

    def finish(self) -> None:
        """Open what is still closed, before anybody comes there."""
        if self._waiting:
            self._view.scheduleDelayedItemsLayout()  # one layout for all of them
        waiting, self._waiting = self._waiting, []
        for node in filter(None, map(self._view.rows.node_of, waiting)):
            self._open(node)

    def look(self) -> None:
        """Go on if what is in sight is near the end of what is open."""
        bar = self._view.verticalScrollBar()
        if self._waiting and bar.value() + bar.pageStep() >= bar.maximum():
            self.finish()

    def stop(self) -> None:
        """Leave what is closed to whoever decides now which rows are open."""
        self._waiting = []

    def _open(self, node: Node) -> None:
        self._view.expand(self._view.rows.index_at(node))
