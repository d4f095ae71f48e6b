"""Dragging rows of the outline: where they would come to stand, and the line that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.theme import theme
from poadesk.writing.screen.outline.shape import RIGHT

if TYPE_CHECKING:
    from poadesk.writing.screen.outline.written import WrittenOutline

_SCROLL_EVERY = 16  # milliseconds
_EDGE = 36  # pixels from the upper and lower edge where the outline scrolls by itself
_FASTEST = 18  # pixels for each step of scrolling


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Index `at` among the rows below a parent, and where its line begins in the viewport."""

    parent_id: str
    at: int
    left: int
    top: int


class RowDragging(QObject):
    """Rows between the press of the mouse and its release."""

    def __init__(self, view: WrittenOutline) -> None:
        super().__init__(view)
        self._view = view
        self._pressed_at: QPoint | None = None
        self._pointer = QPoint()
        self.row_ids: list[str] = []
        self.place: DropPlace | None = None
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_under_way(self) -> bool:
        """Say whether rows are being dragged now."""
        return bool(self.row_ids)

    def press(self, point: QPoint) -> None:
        """Remember where a drag may begin, in pixels of the viewport."""
        self._pressed_at = point

    def follow(self, point: QPoint) -> None:
        """Follow the pointer; the chosen rows are dragged once it has gone far enough."""
        if self._pressed_at is None:
            return
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self.is_under_way and far:
            self.row_ids = self._view.chosen_rows()
            self._scrolling.start()
        if self.is_under_way:
            self._pointer = point
            self._find_place()

    def cancel(self) -> None:
        """End the drag; nothing has been moved by it."""
        self._pressed_at, self.place = None, None
        if self.is_under_way:
            self.row_ids = []
            self._scrolling.stop()
            self._view.viewport().unsetCursor()
            self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Draw the line where the rows would stand, from the indent that they would get."""
        if self.place is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.setBrush(theme().color("surface"))
        ring, right = theme().px(3), self._view.viewport().width() - theme().px(RIGHT)
        top = max(ring + 1, min(self.place.top, self._view.viewport().height() - ring - 1))
        painter.drawLine(self.place.left + ring, top, right, top)
        painter.drawEllipse(QPointF(self.place.left, top), ring, ring)

    def paint_words(self, painter: QPainter, words: str) -> None:
        """Say beside the pointer what is being dragged."""
        px = theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("strong"))
        wide = painter.fontMetrics().horizontalAdvance(words) + px(20)
        room = self._view.viewport().rect().adjusted(px(4), px(4), -px(4), -px(4))
        area = QRect(self._pointer + QPoint(px(14), px(10)), QSize(wide, px(28)))
        area.moveRight(min(area.right(), room.right()))
        area.moveBottom(min(area.bottom(), room.bottom()))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(theme().color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def index_without(self, place: DropPlace) -> int:
        """Return the index of a place counted without the rows that are dragged."""
        siblings = self._siblings(place.parent_id)
        return place.at - sum(row_id in self.row_ids for row_id in siblings[: place.at])

    def _find_place(self) -> None:
        room = self._view.viewport().rect().adjusted(0, -theme().px(_EDGE), 0, theme().px(_EDGE))
        places = list(self._places()) if room.contains(self._pointer) else []
        nearest = min(places, key=lambda one: abs(one.top - self._pointer.y()), default=None)
        self.place = nearest if nearest is not None and self._moves(nearest) else None
        shape = Qt.CursorShape
        self._view.viewport().setCursor(
            shape.ForbiddenCursor if self.place is None else shape.ClosedHandCursor
        )
        self._view.viewport().update()

    def _places(self) -> Iterator[DropPlace]:
        """Yield every place in sight where rows of this level can stand."""
        levels = self._view.rows.levels
        first = self._view.rows.node_of(self.row_ids[0])
        if first is None or first.level is None:
            return
        depth, left = levels.index(first.level), theme().px(first.level.number_left)
        above = levels[depth - 1] if depth else None
        for node, area in self._view.in_sight():
            gap = self._view.shapes.gap(node)
            if node.level is first.level:
                yield DropPlace(node.above, node.place, left, area.top() + gap // 2)
            elif node.level is above and node.row_id and not self._view.is_open(node):
                end = len(self._siblings(node.row_id))
                yield DropPlace(node.row_id, end, left, area.bottom() + 1)

    def _moves(self, place: DropPlace) -> bool:
        """Say whether anything would stand elsewhere after dropping there."""
        present, at = self._siblings(place.parent_id), self.index_without(place)
        others = [row_id for row_id in present if row_id not in self.row_ids]
        return [*others[:at], *self.row_ids, *others[at:]] != present

    def _siblings(self, parent_id: str) -> list[str]:
        root = self._view.rows.root
        node = root if parent_id == root.row_id else self._view.rows.node_of(parent_id)
        return [child.row_id for child in node.children if child.row_id] if node else []

    def _scroll(self) -> None:
        """Scroll while the pointer is near an edge, the faster the nearer it is."""
        edge, height = theme().px(_EDGE), self._view.viewport().height()
        beyond = min(0, self._pointer.y() - edge) + max(0, self._pointer.y() - (height - edge))
        if beyond:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, beyond // 2)))
            self._find_place()
