"""A panel that floats over the window until something is chosen in it or it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from poadesk.widgets.theme import theme

SHADOW = 12  # pixels around the panel


class Overlay(QWidget):
    """Panel over `window`; Esc or a press beside it closes it and gives the focus back.

    What is in it goes into `column`. A subclass says in `place` where it stands. `left` once it
    is closed; it can be opened again.
    """

    left = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.hide()
        self.setAccessibleName(name)
        self._over = window
        self._focus_before: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SHADOW + 8, SHADOW + 8, SHADOW + 8, SHADOW + 8)
        self.column.setSpacing(6)

    def open(self, first: QWidget) -> None:
        """Show the panel with the focus on `first`."""
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self._listen(True)

    def leave(self, give_back: bool = True) -> None:
        """Close the panel; the focus goes back to where it was, unless it will go elsewhere."""
        if self.isHidden():
            return
        self._listen(False)
        before = self._focus_before
        self._focus_before = None
        if give_back and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.left.emit()

    def place(self) -> None:
        """Give the panel its place and size in the window."""
        self.adjustSize()

    def fit_height(self, width: int) -> None:
        """Take this width in pixels, and the height that its content needs at it."""
        self.setFixedWidth(width)
        self.column.activate()
        wrapped = self.column.totalHeightForWidth(width)
        self.resize(width, wrapped if wrapped > 0 else self.column.totalSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.place()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            at = self.mapFromGlobal(event.globalPosition())
            if not self._panel().contains(at):
                self.leave()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the panel."""
        stops = [widget for widget in self.findChildren(QWidget) if _takes_tab(widget)]
        focus = QApplication.focusWidget()
        if stops:
            by = 1 if forward else -1
            at = stops.index(focus) + by if focus in stops else 0
            stops[at % len(stops)].setFocus(
                Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(self._panel())
        for step in range(SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 4))
            grown = body.adjusted(-step, -step + 4, step, step * 0.7 + 2)
            painter.drawRoundedRect(grown, 8 + step, 8 + step)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _panel(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def _listen(self, on: bool) -> None:
        """Hear of every press in the program, and of a new size of the window."""
        app = QApplication.instance()
        assert app is not None
        for source in (app, self._over):
            source.removeEventFilter(self)
            if on:
                source.installEventFilter(self)


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled()
