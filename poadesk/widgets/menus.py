"""Menus with round corners whose words are shown literally."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from poadesk.widgets.icons import set_icon
from poadesk.widgets.labels import escaped


def menu(title: str = "", parent: QWidget | None = None) -> QMenu:
    """Empty menu with round corners."""
    result = QMenu(escaped(title), parent)
    result.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    result.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    result.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return result


def add_entry(
    target: QMenu,
    text: str,
    on_click: Callable[[], object],
    keys: str = "",
    icon: str | None = None,
) -> QAction:
    """Add an action at the end. `keys` such as "Ctrl+D" work while its window is active."""
    action = QAction(escaped(text), target)
    if keys:
        action.setShortcut(QKeySequence(keys))
    if icon:
        set_icon(action, icon, "text")
    action.triggered.connect(lambda: on_click())
    target.addAction(action)
    return action
