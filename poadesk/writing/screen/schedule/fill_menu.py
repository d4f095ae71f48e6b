"""The menu "Rellenar": patterns with their strips, the target shared evenly, copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from poadesk.widgets.grid_text import paint_lines, text_width
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.labels import escaped
from poadesk.widgets.menus import menu
from poadesk.widgets.theme import theme
from poadesk.widgets.year_strip import paint_strip, strip_size
from poadesk.writing.screen.schedule.filling import Fill

_LEFT, _TEXT_LEFT, _RIGHT, _GAP = 10, 36, 12, 48
_HEIGHT, _HEIGHT_OF_TWO, _STRIP = 31, 44, 9


def fill_menu(title: str, parent: QWidget) -> QMenu:
    """Return an empty menu with round corners; `offer` fills it."""
    return menu(title, parent)


def end_under(target: QMenu, button: QWidget) -> None:
    """Let a menu end where its button ends: at the edge of the window it would stand out."""
    target.installEventFilter(_Placed(target, button))


def offer(target: QMenu, groups: Sequence[Sequence[Fill]], do: Callable[[Fill], object]) -> None:
    """Put the fills into a menu in place of what it had, with a line between groups."""
    target.clear()
    for at, group in enumerate(groups):
        if at:
            target.addSeparator()
        for fill in group:
            target.addAction(_FillAction(fill, target, do))


class _Placed(QObject):
    def __init__(self, parent: QMenu, button: QWidget) -> None:
        super().__init__(parent)
        self._button = button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QMenu):
            corner = self._button.mapToGlobal(self._button.rect().bottomRight())
            watched.move(corner.x() + 1 - watched.width(), corner.y() + 5)
        elif event.type() == QEvent.Type.Hide:
            # The menu took the mouse away, so the button never hears that it has left.
            self._button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            self._button.update()
        return False


class _FillAction(QWidgetAction):
    def __init__(self, fill: Fill, parent: QMenu, do: Callable[[Fill], object]) -> None:
        super().__init__(parent)
        self.setText(escaped(fill.words))
        self.setEnabled(fill.work is not None)
        self.setDefaultWidget(FillEntry(fill, self, parent))
        self.triggered.connect(lambda: do(fill))


class FillEntry(QWidget):
    """A line of the menu: icon, words, what follows from them, and the strip of the year."""

    def __init__(self, fill: Fill, action: QWidgetAction, parent: QMenu) -> None:
        super().__init__(parent)
        self._fill = fill
        self.strip = fill.strip
        self._action = action
        self._menu = parent
        self.setAccessibleName(fill.words)
        self.setAccessibleDescription(fill.line)
        # The menu itself must see the mouse go over its lines.
        self.setMouseTracking(True)
        parent.hovered.connect(self.update)

    def sizeHint(self) -> QSize:
        px, fill = theme().px, self._fill
        width = text_width(fill.words, "grid")
        if fill.strip:
            width += px(_GAP) + strip_size(len(fill.strip)).width()
        if fill.key:
            width += px(_GAP) + text_width(fill.key, "small")
        width = max(width, text_width(fill.line, "small"))
        height = px(_HEIGHT_OF_TWO if fill.line else _HEIGHT)
        return QSize(round(width) + px(_TEXT_LEFT) + px(_RIGHT), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isEnabled() and self._menu.activeAction() is self._action
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        token = "accent" if chosen else "text" if self.isEnabled() else "text3"
        self._paint_words(painter, token)
        self._paint_right(painter, "accent" if chosen else "text3")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _paint_words(self, painter: QPainter, token: str) -> None:
        px, fill = theme().px, self._fill
        heights = [theme().line_height("grid"), theme().line_height("small") if fill.line else 0]
        top = (self.height() - sum(heights)) / 2
        side = px(16)
        sign = QRectF(px(_LEFT), (self.height() - side) / 2, side, side)
        sign_token = "text2" if token == "text" else token
        paint_icon(painter, sign, fill.sign, sign_token)
        paint_lines(painter, (fill.words,), "grid", px(_TEXT_LEFT), top, token)
        if fill.line:
            token = "text2" if token == "text" else token
            paint_lines(painter, (fill.line,), "small", px(_TEXT_LEFT), top + heights[0], token)

    def _paint_right(self, painter: QPainter, token: str) -> None:
        fill, right = self._fill, self.width() - theme().px(_RIGHT)
        if fill.strip:
            width, height = strip_size(len(fill.strip)).width(), theme().px(_STRIP)
            place = QRectF(right - width, (self.height() - height) / 2, width, height)
            paint_strip(painter, place, fill.strip)
        if fill.key:
            left = right - text_width(fill.key, "small")
            top = (self.height() - theme().line_height("small")) / 2
            paint_lines(painter, (fill.key,), "small", left, top, token)
