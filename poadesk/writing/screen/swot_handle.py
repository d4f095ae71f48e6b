"""The number of a FODA item with its grip: what an item is dragged by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from poadesk.widgets.icons import paint_icon
from poadesk.widgets.labels import tooltip
from poadesk.widgets.theme import theme

_GRIP, _NUMBER, _HEIGHT = 14, 18, 32  # pixels


class ItemHandle(QWidget):
    """Tells where the mouse is pressed, moved and released on it, in pixels of the desktop.

    `gone` when it is hidden, as when its item goes or another step is shown.
    """

    pressed = Signal(QPoint)
    moved = Signal(QPoint)
    released = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self.is_writable = True
        self.grip_is_shown = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        tooltip(self, "Arrastre el punto a otro lugar o a otro cuadrante.")
        theme().changed.connect(self.updateGeometry)

    def show_number(self, number: int) -> None:
        """Show the place of the item in its quadrant."""
        self._number = number
        self.setAccessibleName(f"Punto {number}")
        self.update()

    def show_grip(self, shown: bool) -> None:
        """Show or hide the grip at the left of the number."""
        self.grip_is_shown = shown and self.is_writable
        self.update()

    def forbid(self) -> None:
        """Show the number alone: the plan can only be read."""
        self.is_writable = False
        self.unsetCursor()
        tooltip(self, "")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_GRIP + _NUMBER), theme().px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(_GRIP)
        if self.grip_is_shown:
            place = QRectF(0, (self.height() - side) / 2, side, side)
            paint_icon(painter, place, "grip", "text2")
        painter.setFont(theme().font("text"))
        painter.setPen(theme().color("text3"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, str(self._number))
