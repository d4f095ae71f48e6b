"""The rows of a plan as a tree for the outline, kept in step with the file row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from poadesk.plan.model import Row, parent_column
from poadesk.plan.places import siblings
from poadesk.planfile.journal import Change
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.outline.levels import Level, ghost_words, singular

AnyIndex = QModelIndex | QPersistentModelIndex
_OF_ROWS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FEW = 200  # rows up to which each is told to have changed, and not the whole outline


class Node:
    """A row of the outline. Without a `row_id` it is the row that adds another one.

    `shown` is the row of the plan for which the rows below were last put in order.
    """

    __slots__ = ("children", "key", "level", "parent", "row_id", "shown")

    def __init__(self, key: int, level: Level | None, row_id: str, parent: Node | None) -> None:
        self.key = key
        self.level = level
        self.row_id = row_id
        self.parent = parent
        self.children: list[Node] = []
        self.shown: Row | None = None

    @property
    def above(self) -> str:
        """Return the id of the row above."""
        return self.parent.row_id if self.parent is not None else ""

    @property
    def is_first(self) -> bool:
        """Say whether no row stands before this one below the same parent."""
        return self.parent is not None and self.parent.children[0] is self

    @property
    def place(self) -> int:
        """Return the place of the row among those beside it."""
        assert self.parent is not None
        return self.parent.children.index(self)


class OutlineModel(QAbstractItemModel):
    """Rows of the tables of `levels`, each below the one before; each list ends in one that adds.

    A row keeps its node while it stays below the same parent, so a view keeps what it knows.
    """

    def __init__(
        self, open_plan: OpenPlan, levels: Sequence[Level], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self.levels = tuple(levels)
        self._keys = count(1)
        self._nodes: dict[int, Node] = {}
        self._by_row: dict[str, Node] = {}
        self.root = Node(0, None, open_plan.plan.id, None)
        self._nodes[0] = self.root
        self._fill(self.root, open_plan.plan)

    def node(self, index: AnyIndex) -> Node | None:
        """Return what stands at an index, or None when it is no longer there."""
        key = index.internalId()
        return self._nodes.get(key) if key else None

    def index_of(self, row_id: str) -> QModelIndex:
        """Return the index of a row of the plan; invalid when it is not in the outline."""
        return self.index_at(self._by_row.get(row_id))

    def index_at(self, node: Node | None) -> QModelIndex:
        """Return the index of a node."""
        if node is None or node is self.root:
            return QModelIndex()
        return self.createIndex(node.place, 0, node.key)

    def row_of(self, node: Node) -> Row | None:
        """Return the row of the plan that a node shows."""
        return self._open_plan.row(node.row_id) if node.row_id else None

    def text_of(self, node: Node) -> str:
        """Return what is written in a row, or the words of the row that adds."""
        row = self.row_of(node)
        if row is not None and node.level is not None:
            return str(getattr(row, node.level.field))
        if node.row_id or node.parent is None or node.level is None:
            return ""
        above = None if node.parent is self.root else self.row_of(node.parent)
        number = self._open_plan.number(node.parent.row_id)
        return ghost_words(node.level.table, above, number, self._open_plan.plan)

    def is_empty(self) -> bool:
        """Say whether there is no row of the plan in the outline."""
        return not any(node.row_id for node in self.root.children)

    def follow(self, changes: Sequence[Change]) -> None:
        """Show the plan as it is after these changes."""
        if any(_is_structural(change) for change in changes):
            self._sync(self.root, self._open_plan.plan)
        self.tell_changed(self._touched(changes))

    def tell_changed(self, nodes: Sequence[Node]) -> None:
        """Say that rows look another way, and may be higher or lower."""
        if len(nodes) > _FEW:
            self.layoutAboutToBeChanged.emit()
            self.layoutChanged.emit()
            return
        for node in nodes:
            index = self.index_at(node)
            self.dataChanged.emit(index, index)

    def count(self) -> int:
        """Return how many rows the outline has, open or not."""
        return len(self._nodes) - 1

    def all_nodes(self) -> list[Node]:
        """Return every row from above, as if all were open."""
        return list(_below(self.root))

    def node_of(self, row_id: str) -> Node | None:
        """Return the node of a row of the plan, or None when it is not in the outline."""
        return self._by_row.get(row_id)

    def _touched(self, changes: Sequence[Change]) -> list[Node]:
        """Return the rows that look another way after these changes."""
        if any(change.table == "plan" for change in changes):
            return self.all_nodes()
        ids: dict[str, None] = {}
        for change in changes:
            for values in (change.before or {}, change.after or {}):
                ids[values.get(parent_column(change.table), "")] = None
            ids |= {change.id: None, self._open_plan.parent_id(change.id): None}
        nodes = [self._by_row[row_id] for row_id in ids if row_id in self._by_row]
        if any("code" in (change.after or {}) for change in changes):
            nodes += [below for node in nodes for below in _below(node)]
        return nodes

    def index(self, row: int, column: int, parent: AnyIndex | None = None) -> QModelIndex:
        above = self._nodes.get(parent.internalId()) if parent is not None else self.root
        if above is None or column != 0 or not 0 <= row < len(above.children):
            return QModelIndex()
        return self.createIndex(row, 0, above.children[row].key)

    def parent(self, index: AnyIndex | None = None) -> Any:
        if index is None:
            return QObject.parent(self)
        node = self.node(index)
        return self.index_at(node.parent) if node is not None else QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        node = self._nodes.get(parent.internalId()) if parent is not None else self.root
        return len(node.children) if node is not None else 0

    def hasChildren(self, parent: AnyIndex | None = None) -> bool:
        return self.rowCount(parent) > 0

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        return _OF_ROWS if node.row_id else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None or node.level is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node, node.level)
        return None

    def _spoken(self, node: Node, level: Level) -> str:
        if not node.row_id:
            return self.text_of(node)
        word = singular(level.table, self._open_plan.plan).capitalize()
        text = self.text_of(node) or "sin texto"
        observed = ", observada" if self._open_plan.reading.is_observed(node.row_id) else ""
        return f"{word} {self._open_plan.number(node.row_id)}{observed}: {text}"

    def _fill(self, node: Node, row: Row) -> None:
        node.shown = row
        for wanted in self._wanted(node, row):
            child = self._new_node(node, wanted)
            node.children.append(child)
            if wanted is not None:
                self._fill(child, wanted)

    def _wanted(self, node: Node, row: Row) -> list[Row | None]:
        """Return the rows that belong below a node, in order; None stands for the one that adds."""
        depth = 0 if node.level is None else self.levels.index(node.level) + 1
        if depth == len(self.levels):
            return []
        rows: list[Row | None] = [*siblings(row, self.levels[depth].table)]
        return rows if self._open_plan.read_only else [*rows, None]

    def _new_node(self, above: Node, row: Row | None) -> Node:
        depth = 0 if above.level is None else self.levels.index(above.level) + 1
        node = Node(next(self._keys), self.levels[depth], row.id if row else "", above)
        self._nodes[node.key] = node
        if row is not None:
            self._by_row[row.id] = node
        return node

    def _sync(self, node: Node, row: Row) -> None:
        if node.shown is row:  # nothing has changed in this branch
            return
        node.shown = row
        wanted = self._wanted(node, row)
        ids = [child.id if child else "" for child in wanted]
        self._remove_others(node, set(ids))
        for at, child in enumerate(wanted):
            self._put(node, at, child, ids[at])
        for below, child in zip(node.children, wanted, strict=True):
            if child is not None:
                self._sync(below, child)

    def _remove_others(self, node: Node, ids: set[str]) -> None:
        for at in reversed(range(len(node.children))):
            if node.children[at].row_id not in ids:
                self.beginRemoveRows(self.index_at(node), at, at)
                self._forget(node.children.pop(at))
                self.endRemoveRows()

    def _put(self, node: Node, at: int, row: Row | None, row_id: str) -> None:
        present = [child.row_id for child in node.children]
        if at < len(present) and present[at] == row_id:
            return
        parent = self.index_at(node)
        if row_id in present:
            origin = present.index(row_id)
            self.beginMoveRows(parent, origin, origin, parent, at)
            node.children.insert(at, node.children.pop(origin))
            self.endMoveRows()
            return
        self.beginInsertRows(parent, at, at)
        node.children.insert(at, self._new_node(node, row))
        self.endInsertRows()

    def _forget(self, node: Node) -> None:
        for gone in [node, *_below(node)]:
            self._nodes.pop(gone.key, None)
            if self._by_row.get(gone.row_id) is gone:
                del self._by_row[gone.row_id]


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _is_structural(change: Change) -> bool:
    if change.before is None or change.after is None:
        return True
    return bool({"position", parent_column(change.table)} & set(change.after))
