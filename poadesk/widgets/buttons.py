"""Buttons of the window: primary, normal, quiet and icon alone."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QWidget,
)

from poadesk.widgets.icons import paint_icon
from poadesk.widgets.labels import escaped, tooltip
from poadesk.widgets.theme import theme

# Arrows that lead on stand after the words.
_AFTER_WORDS = ("arrow-right",)
_ICON_COLOR = {"primary": "on_fill", "normal": "text", "quiet": "accent", "icon": "text2"}


def button(
    text: str,
    kind: str = "normal",
    icon: str | None = None,
    on_click: Callable[[], object] | None = None,
    name: str | None = None,
) -> "Button":
    """Button with a word. `kind`: primary, normal or quiet; `name`: object name for tests."""
    result = Button(text, kind, icon)
    _connect(result, on_click)
    if name:
        result.setObjectName(name)
    return result


def icon_button(icon: str, name: str, on_click: Callable[[], object] | None = None) -> "Button":
    """Button of an icon alone; `name` is its tooltip and its accessible name."""
    result = Button("", "icon", icon)
    result.setAccessibleName(name)
    tooltip(result, name)
    _connect(result, on_click)
    return result


def menu_button(text: str, menu: QMenu, kind: str = "normal", icon: str | None = None) -> "Button":
    """Button with a chevron that opens `menu`; it stays soft while the menu is open."""
    result = Button(text, kind, icon)
    result.setProperty("chevron", True)
    result.setMenu(menu)
    return result


def set_small(target: QPushButton) -> QPushButton:
    """Make a button 28 pixels high instead of 32."""
    target.setProperty("small", True)
    return target


def _connect(target: QPushButton, on_click: Callable[[], object] | None) -> None:
    if on_click is not None:
        target.clicked.connect(lambda: on_click())


class Button(QPushButton):
    """A QPushButton whose icon, focus ring and chevron follow the theme."""

    def __init__(
        self, text: str, kind: str, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(escaped(text), parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self._kind = kind
        self._icon_name = icon
        self._dress()
        theme().changed.connect(self._dress)

    def set_words(self, text: str) -> None:
        """Change the words on the button, and its accessible name with them."""
        self.setText(escaped(text))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Without this only the space bar would press a button outside of a dialog.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme().font("button"))
        if not self._icon_name:
            return
        side = theme().px(16)
        trails = self._icon_name in _AFTER_WORDS and bool(self.text())
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if trails else Qt.LayoutDirection.LeftToRight
        )
        gap = theme().px(4) if self.text() else 0
        self.setIcon(self._spaced_icon(side, gap, trails))
        self.setIconSize(QSize(side + gap, side))

    def _spaced_icon(self, side: int, gap: int, trails: bool) -> QIcon:
        # Qt leaves 4 pixels between icon and words; the rest of the 8 belongs to the picture.
        result = QIcon()
        ratio = self.devicePixelRatioF()
        modes = {QIcon.Mode.Normal: _ICON_COLOR.get(self._kind, "text")}
        modes[QIcon.Mode.Disabled] = "text3"
        for mode, token in modes.items():
            picture = QPixmap(round((side + gap) * ratio), round(side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            place = QRectF(gap if trails else 0, 0, side, side)
            paint_icon(painter, place, self._icon_name or "", token)
            painter.end()
            result.addPixmap(picture, mode)
        return result

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.property("chevron"):
            self._paint_beside_chevron()
        else:
            super().paintEvent(event)
        ringed = self._kind == "primary" and self.hasFocus()
        if not ringed and not self.property("chevron"):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ringed:
            self._paint_gap(painter)
        if self.property("chevron"):
            self._paint_chevron(painter)

    def _paint_beside_chevron(self) -> None:
        # Local: the start page has no such button, and to name a style PySide learns all its names.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        # Left to itself the style centres icon and words over the chevron's room too.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = self.rect().adjusted(0, 0, -theme().px(22), 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)

    def _paint_gap(self, painter: QPainter) -> None:
        # Between ring and filling: the ring alone would be lost on a fill of its own colour.
        painter.setPen(QPen(theme().color("surface"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)

    def _paint_chevron(self, painter: QPainter) -> None:
        side = theme().px(14)
        left = self.width() - theme().px(10) - side
        token = "text3" if not self.isEnabled() else _ICON_COLOR.get(self._kind, "text")
        place = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, "chevron-down", token)
