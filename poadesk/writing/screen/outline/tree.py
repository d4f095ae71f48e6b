"""The tree below the outline: which row is chosen, which are open, and how they follow the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView

from poadesk.plan.review import CONTRADICTION
from poadesk.planfile.journal import Change
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.delegate import OutlineDelegate
from poadesk.writing.screen.outline.empty import paint_examples
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.model import Node, OutlineModel
from poadesk.writing.screen.outline.shape import forget_shapes
from poadesk.writing.screen.outline.writing import RowWriting

AnyIndex = QModelIndex | QPersistentModelIndex
PAUSE_BEFORE_CHECKING = 300  # milliseconds after a change; checking must not slow down typing
_SURELY_SCROLLED = 300  # rows that no screen shows at once


class OutlineTree(QTreeView):
    """Rows of a plan in levels. `chosen` tells the id of the row, "" on one that adds."""

    chosen = Signal(str)

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level]) -> None:
        super().__init__()
        forget_shapes()
        self._open_plan = open_plan
        self._closed: set[str] = set()
        self._hovered = QPersistentModelIndex()
        self._warned: set[str] = set()
        self._is_behind = False
        self._checking = QTimer(self, singleShot=True, interval=PAUSE_BEFORE_CHECKING)
        self.rows = OutlineModel(open_plan, levels, self)
        self.writing = RowWriting(open_plan, self)
        self.shapes = OutlineDelegate(open_plan, self.rows, self, self)
        self._set_up()
        self.setModel(self.rows)
        for node in self.rows.nodes():
            self.expand(self.rows.index_at(node))
        self._connect()
        self._checking.start()

    def show_row(self, row_id: str) -> None:
        """Choose a row and bring it in sight, without taking the focus."""
        index = self.rows.index_of(row_id)
        if index.isValid():
            self.choose(index)

    def choose(self, index: QModelIndex) -> None:
        """Make an index the chosen one, open what it is in, and bring it in sight."""
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.bring_in_sight()

    def bring_in_sight(self) -> None:
        """Scroll to the chosen row if it is not in sight as a whole."""
        area = self.visualRect(self.currentIndex())
        room = self.viewport().rect()
        is_far = area.bottom() < room.top() or area.top() > room.bottom()
        hints = QAbstractItemView.ScrollHint
        how = hints.PositionAtCenter if is_far else hints.EnsureVisible
        self.scrollTo(self.currentIndex(), how)

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
            self._show_undone(changes)
        self._checking.start()
        self.place_writing()
        self.viewport().update()
        self.chosen.emit(self.current_row())

    def end_writing(self) -> None:
        """Save and close the editor; its row may take fewer lines than what was written."""
        node = self.rows.node_of(self.writing.row_id)
        self.writing.end()
        if node is not None:
            self.rows.tell_changed([node])

    def place_writing(self) -> None:
        """Put the editor over the text of the row that is being written."""
        node = self.rows.node(self.currentIndex())
        if not self.writing.is_open or node is None:
            return
        if self.live_text(node) is not None:
            area = self.shapes.shape(node).text
            self.writing.place(area.translated(self.visualRect(self.currentIndex()).topLeft()))

    def lay_out_again(self) -> None:
        """Break all texts into lines again, after a change of width or of letters."""
        scroll = self.verticalScrollBar().value()
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scroll)
        self.place_writing()

    def width_for_rows(self) -> int:
        """Return the width of a row in pixels."""
        return self.viewport().width()

    def is_current(self, node: Node) -> bool:
        """Say whether a row is the chosen one."""
        return self.rows.node(self.currentIndex()) is node

    def is_open(self, node: Node) -> bool:
        """Say whether the rows below a row are shown."""
        return self.isExpanded(self.rows.index_at(node))

    def has_ring(self) -> bool:
        """Say whether the chosen row shows that it has the focus."""
        return self.hasFocus()

    def live_text(self, node: Node) -> str | None:
        """Return what is being written in a row, or None when nobody writes in it."""
        if not self.writing.is_open or node.row_id != self.writing.row_id:
            return None
        is_first = node.parent is self.rows.root and self.rows.is_empty()
        return self.writing.text if node.row_id or is_first else None

    def kept_text(self, node: Node) -> str | None:
        """Return what was written in a row and could not be saved, or None."""
        if node.level is None:
            return None
        return self._open_plan.unsaved.get((node.level.table, node.row_id, node.level.field))

    def is_warned(self, node: Node) -> bool:
        """Say whether something about a row contradicts itself."""
        return node.row_id in self._warned

    def is_wrong(self) -> bool:
        """Say whether what is being written could not be saved."""
        return self.writing.is_wrong

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:
        # Without the base: it would draw the row under the pointer from edge to edge.
        option = QStyleOptionViewItem(options)
        option.rect = self.visualRect(index)
        if index == self._hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        self.shapes.paint(painter, option, index)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.HoverMove):
            at = self.viewport().mapFromGlobal(QCursor.pos())
            is_over = event.type() != QEvent.Type.Leave
            hovered = QPersistentModelIndex(self.indexAt(at) if is_over else QModelIndex())
            if hovered != self._hovered:
                self._hovered = hovered
                self.viewport().update()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.is_empty() and not self._open_plan.read_only:
            below = self.visualRect(self.rows.index(0, 0)).bottom()
            paint_examples(QPainter(self.viewport()), below, self.rows.levels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wider = event.size().width() != event.oldSize().width()
        self._is_behind |= is_wider
        super().resizeEvent(event)
        if is_wider:
            self.shapes.forget_heights()
            self.lay_out_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.lay_out_again()

    def doItemsLayout(self) -> None:
        # While a screen is being built, each change of its parts would measure every row in vain.
        self._is_behind = not self.isVisible()
        if self._is_behind:
            return
        # Rows that surely need the bar are not measured once without it and once beside it.
        policy = Qt.ScrollBarPolicy
        is_long = self.rows.count() > _SURELY_SCROLLED
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAsNeeded)
        super().doItemsLayout()

    def updateGeometries(self) -> None:
        if self._is_behind:
            return
        super().updateGeometries()
        self.verticalScrollBar().setSingleStep(theme().px(40))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_writing()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        node = self.rows.node(current)
        if self.writing.is_open and (node is None or node.row_id != self.writing.row_id):
            self.end_writing()
        self.chosen.emit(self.current_row())
        self.viewport().update()

    def _show_undone(self, changes: Sequence[Change]) -> None:
        shown = [one for one in changes if self.rows.index_of(one.id).isValid()]
        if shown:
            self.show_row(min(shown, key=_undone_first).id)

    def _dress(self) -> None:
        forget_shapes()
        self.shapes.forget_heights()
        self.lay_out_again()

    def _check(self) -> None:
        found = self._open_plan.reading.findings
        warned = {one.id for one in found if one.nature == CONTRADICTION}
        others, self._warned = warned ^ self._warned, warned
        nodes = [self.rows.node_of(row_id) for row_id in others]
        self.rows.tell_changed([node for node in nodes if node is not None])
        self.place_writing()

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

    def _set_up(self) -> None:
        self.setObjectName("outline")
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setItemDelegate(self.shapes)

    def _connect(self) -> None:
        self.rows.rowsInserted.connect(self._open_new)
        self.collapsed.connect(lambda index: self._remember(index, closed=True))
        self.expanded.connect(lambda index: self._remember(index, closed=False))
        self._open_plan.changed.connect(self.follow)
        self._checking.timeout.connect(self._check)
        theme().changed.connect(self._dress)


def _undone_first(change: Change) -> int:
    """Put rows that came back before rows written in, and those before rows that only moved up."""
    if change.before is None:
        return 0
    return 2 if set(change.after or ()) <= {"position"} else 1


def _depth(index: QModelIndex) -> int:
    depth = 0
    while index.parent().isValid():
        index, depth = index.parent(), depth + 1
    return depth
