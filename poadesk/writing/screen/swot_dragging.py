"""Dragging an item of the FODA: where it would come to stand, and what shows that."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from poadesk.quick_dataclass import dataclass
from poadesk.widgets.theme import theme
from poadesk.writing.screen.swot_quadrant import Quadrant
from poadesk.writing.screen.swot_row import SwotRow
from poadesk.writing.screen.swot_words import WORDS

_SCROLL_EVERY = 16  # milliseconds
_EDGE = 36  # pixels from the upper and lower edge where the board scrolls by itself
_FASTEST = 18  # pixels for each step of scrolling
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Index `at` of a quadrant, counted without the dragged item, and its line on the board."""

    quadrant: str
    at: int
    line: QRectF


class ItemDragging(QObject):
    """An item between the press of the mouse and its release.

    `dropped` carries the item, the quadrant and the index in it, counted without the item.
    """

    dropped = Signal(str, str, int)

    def __init__(self, area: QScrollArea, quadrants: Collection[Quadrant]) -> None:
        super().__init__(area)
        self._area = area
        self._quadrants = quadrants
        board = area.widget()
        assert board is not None
        self._board = board
        self._mark = _DropMark(board)
        self._row: SwotRow | None = None
        self._source: Quadrant | None = None
        self._pressed_at, self._pointer = QPoint(), QPoint()
        self.is_under_way = False
        self.place: DropPlace | None = None
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)

    def watch(self, row: SwotRow, quadrant: Quadrant) -> None:
        """Let an item of a quadrant be dragged by its handle."""
        row.handle.pressed.connect(lambda point: self._press(row, quadrant, point))
        row.handle.moved.connect(self._follow)
        row.handle.released.connect(self._release)
        row.handle.gone.connect(self.cancel)

    def cancel(self) -> None:
        """End the drag; nothing has been moved by it."""
        if self.is_under_way:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self._scrolling.stop()
            self._mark.hide()
            for quadrant in self._quadrants:
                quadrant.mark(False)
            if self._row is not None:
                self._row.handle.setCursor(Qt.CursorShape.OpenHandCursor)
        self._row, self._source, self.place, self.is_under_way = None, None, None, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep every key to the drag: Esc ends it, the others wait until it is over."""
        if event.type() == QEvent.Type.ApplicationDeactivate:
            self.cancel()
        if not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.cancel()
        return True

    def _press(self, row: SwotRow, quadrant: Quadrant, point: QPoint) -> None:
        self.cancel()
        self._row, self._source, self._pressed_at = row, quadrant, point

    def _follow(self, point: QPoint) -> None:
        """Follow the pointer; the item is dragged once it has gone far enough."""
        if self._row is None or not self._row.handle.is_writable:
            return
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self.is_under_way and far:
            self._begin()
        if self.is_under_way:
            self._pointer = point
            self._find_place()

    def _begin(self) -> None:
        self.is_under_way = True
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._mark.setGeometry(self._board.rect())
        self._mark.raise_()
        self._mark.show()
        self._scrolling.start()

    def _release(self) -> None:
        row, place, was_dragged = self._row, self.place, self.is_under_way
        self.cancel()
        if row is not None and not was_dragged:
            row.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        elif row is not None and place is not None:
            self.dropped.emit(row.row_id, place.quadrant, place.at)

    def _find_place(self) -> None:
        assert self._row is not None
        point, edge = self._board.mapFromGlobal(self._pointer), theme().px(_EDGE)
        in_sight = self._area.viewport().rect().adjusted(0, -edge, 0, edge)
        is_near = in_sight.contains(self._area.viewport().mapFromGlobal(self._pointer))
        under = [q for q in self._quadrants if is_near and q.geometry().contains(point)]
        for quadrant in self._quadrants:
            quadrant.mark(quadrant in under)
        self.place = self._nearest(under[0], point) if under else None
        shapes = Qt.CursorShape
        self._row.handle.setCursor(shapes.ClosedHandCursor if under else shapes.ForbiddenCursor)
        self._mark.show_drag(point, self.place, self._words(bool(under)))
        if self._source is not None:
            self._mark.show_held(self._held(), self._source.ground())

    def _nearest(self, quadrant: Quadrant, point: QPoint) -> DropPlace | None:
        """Return the place in a quadrant nearest to a point of the board, None where it stands."""
        offset = QPointF(quadrant.pos())
        lines = [gap.translated(offset) for gap in quadrant.gaps()]
        at = min(range(len(lines)), key=lambda index: abs(lines[index].top() - point.y()))
        if quadrant is not self._source:
            return DropPlace(quadrant.name, at, lines[at])
        present = [row.row_id for row in quadrant.list.rows]
        own = present.index(self._row.row_id) if self._row is not None else -1
        if at in (own, own + 1):
            return None
        return DropPlace(quadrant.name, at - (at > own), lines[at])

    def _held(self) -> QRectF:
        """Return where the dragged item stands on the board."""
        assert self._row is not None
        return QRectF(self._row.mapTo(self._board, QPoint(0, 0)), self._row.size())

    def _words(self, is_over_quadrant: bool) -> str:
        if self.place is None:
            return "Se queda en su lugar" if is_over_quadrant else "Aquí no puede ir"
        if self._source is None or self.place.quadrant == self._source.name:
            return f"Mover al lugar {self.place.at + 1}"
        return f"Mover a {WORDS[self.place.quadrant].title}"

    def _scroll(self) -> None:
        """Scroll while the pointer is near an edge, the faster the nearer it is."""
        edge, height = theme().px(_EDGE), self._area.viewport().height()
        at = self._area.viewport().mapFromGlobal(self._pointer).y()
        past = min(0, at - edge) + max(0, at - (height - edge))
        if past:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, past // 2)))
            self._find_place()


class _DropMark(QWidget):
    """Lies over the board: the held item pales, a line shows the place, words say what happens."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._held, self._veil = QRectF(), QColor()
        self._pointer = QPoint()
        self._line: QRectF | None = None
        self._words = ""

    def show_held(self, area: QRectF, ground: QColor) -> None:
        """Let what stands in an area of the board pale into its ground."""
        self._held, self._veil = area, QColor(ground)
        self._veil.setAlphaF(0.6)
        self.update()

    def show_drag(self, pointer: QPoint, place: DropPlace | None, words: str) -> None:
        """Show the line of a place and the words at the pointer, in pixels of the board."""
        self._pointer, self._words = pointer, words
        self._line = place.line if place is not None else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._held, self._veil)
        if self._line is not None:
            self._paint_line(painter, self._line)
        self._paint_words(painter)

    @staticmethod
    def _paint_line(painter: QPainter, line: QRectF) -> None:
        ring = theme().px(3)
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.setBrush(theme().color("surface"))
        painter.drawLine(line.topLeft() + QPointF(2 * ring, 0), line.topRight())
        painter.drawEllipse(line.topLeft() + QPointF(ring, 0), ring, ring)

    def _paint_words(self, painter: QPainter) -> None:
        """Say beside the pointer what would happen now."""
        px = theme().px
        painter.setFont(theme().font("strong"))
        wide = painter.fontMetrics().horizontalAdvance(self._words) + px(20)
        area = QRect(self._pointer + QPoint(px(14), px(10)), QSize(wide, px(28)))
        room = self.visibleRegion().boundingRect().adjusted(px(4), px(4), -px(4), -px(4))
        area.moveRight(min(area.right(), room.right()))
        area.moveBottom(min(area.bottom(), room.bottom()))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(theme().color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words)
