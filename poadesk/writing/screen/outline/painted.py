"""How the outline is seen: what its delegate asks of it, and when its rows are measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView

from poadesk.plan.review import CONTRADICTION
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.delegate import OutlineDelegate
from poadesk.writing.screen.outline.empty import paint_examples
from poadesk.writing.screen.outline.levels import Level
from poadesk.writing.screen.outline.measuring import LONG, RowMeasuring
from poadesk.writing.screen.outline.model import Node, OutlineModel
from poadesk.writing.screen.outline.shape import forget_shapes
from poadesk.writing.screen.outline.writing import RowWriting

AnyIndex = QModelIndex | QPersistentModelIndex


class PaintedRows(QTreeView):
    """Rows of a plan, drawn with their texts in full and with one editor over them."""

    def __init__(self, open_plan: OpenPlan, levels: Sequence[Level]) -> None:
        super().__init__()
        forget_shapes()
        self._open_plan = open_plan
        self._hovered = QPersistentModelIndex()
        self._warned: set[str] = set()
        self._is_behind = self._is_laid_out = False
        self.rows = OutlineModel(open_plan, levels, self)
        self.writing = RowWriting(open_plan, self)
        self.shapes = OutlineDelegate(open_plan, self.rows, self, self)
        self.measuring = RowMeasuring(self)
        self._set_up()
        self.setModel(self.rows)
        open_plan.checking.checked.connect(self._check)
        open_plan.checking.begin_later()
        theme().changed.connect(self._dress)

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

    def lay_out_again(self, prepare: Callable[[], object] = lambda: None) -> None:
        """Break all texts into lines again, after a change of width or of letters.

        What `prepare` does to the rows moves none of those in sight.
        """
        seen = self._fixed_row()
        prepare()
        self.doItemsLayout()
        if seen is not None:
            node, top = seen
            moved = self.visualRect(self.rows.index_at(node)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self.place_writing()

    def _fixed_row(self) -> tuple[Node, int] | None:
        """Return the row that has to stay where it is, and its top: the chosen one, or the first.

        Asking what is in sight before the first layout would lay everything out twice.
        """
        seen = list(self.in_sight()) if self._is_laid_out else []
        current = self.currentIndex()
        chosen = [(node, area) for node, area in seen if self.rows.index_at(node) == current]
        return next(((node, area.top()) for node, area in chosen or seen), None)

    def in_sight(self) -> Iterator[tuple[Node, QRect]]:
        """Yield the rows in sight from above, with where they stand in the viewport."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        while index.isValid():
            area, node = self.visualRect(index), self.rows.node(index)
            if node is None or area.top() > self.viewport().height():
                return
            yield node, area
            index = self.indexBelow(index)

    def is_guessing(self) -> bool:
        """Say whether heights out of sight are still guessed."""
        return self.measuring.is_under_way

    def width_for_rows(self) -> int:
        """Return the width of a row in pixels."""
        return self.viewport().width()

    def is_current(self, node: Node) -> bool:
        """Say whether a row is the current one."""
        return self.rows.node(self.currentIndex()) is node

    def is_chosen(self, node: Node) -> bool:
        """Say whether a row is the current one, or one of several of its level that are chosen."""
        current = self.rows.node(self.currentIndex())
        if current is None or current is node:
            return current is node
        is_level = node.level is current.level
        return is_level and self.selectionModel().isSelected(self.rows.index_at(node))

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
        kept = self._open_plan.unsaved.get((node.level.table, node.row_id, node.level.field))
        return kept.text if kept is not None else None

    def is_warned(self, node: Node) -> bool:
        """Say whether something about a row contradicts itself."""
        return node.row_id in self._warned

    def is_observed(self, node: Node) -> bool:
        """Say whether the planning office has observed something of a row."""
        return bool(node.row_id) and self._open_plan.reading.is_observed(node.row_id)

    def is_locked(self, node: Node) -> bool:
        """Say whether the text of a row comes from the planning office."""
        field = node.level.field if node.level is not None else ""
        return field in self._open_plan.reading.given.get(node.row_id, ())

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
            is_pressed = isinstance(event, QMouseEvent) and bool(event.buttons())
            is_over = event.type() != QEvent.Type.Leave and not is_pressed
            hovered = QPersistentModelIndex(self.indexAt(at) if is_over else QModelIndex())
            if hovered != self._hovered:
                self._hovered = hovered
                self.viewport().update()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.is_empty() and not self._open_plan.read_only:
            below = self.visualRect(self.rows.index(0, 0)).bottom()
            paint_examples(
                QPainter(self.viewport()), below, self.rows.levels, self._open_plan.words
            )

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
        is_long = self.rows.count() > LONG
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAsNeeded
        )
        self.measuring.prepare()
        super().doItemsLayout()
        self._is_laid_out = True
        self.measuring.look()

    def updateGeometries(self) -> None:
        if self._is_behind:
            return
        super().updateGeometries()
        self.verticalScrollBar().setSingleStep(theme().px(40))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.measuring.look()
        self.place_writing()

    def _dress(self) -> None:
        forget_shapes()
        self.shapes.forget_heights()
        self.lay_out_again()

    def _check(self) -> None:
        found = self._open_plan.reading.findings
        warned = {one.id for one in found if one.nature == CONTRADICTION}
        others, self._warned = warned ^ self._warned, warned
        nodes = [node for row_id in others if (node := self.rows.node_of(row_id)) is not None]
        if len(nodes) > LONG:  # to measure so many at once would hold up the window
            self.shapes.forget_heights()
            self.lay_out_again()
        else:
            self.rows.tell_changed(nodes)
        self.place_writing()

    def _set_up(self) -> None:
        self.setObjectName("outline")
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setItemDelegate(self.shapes)
