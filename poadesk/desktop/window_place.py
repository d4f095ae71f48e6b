"""Size and place of the window, kept from one day to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from poadesk.desktop.places import settings

_LEAST = (960, 600)
_FIRST_SIZE = (1280, 800)
_FRAME = (12, 40)  # pixels that the title bar and borders of the desktop may take


def restore_place(window: QMainWindow) -> None:
    """Give a window the place it had last time, on the screen that there is now."""
    window.setMinimumSize(*_LEAST)
    place = settings().value("window/geometry")
    if isinstance(place, QByteArray) and window.restoreGeometry(place):
        _fit(window)
        return
    window.resize(*_within(_room(window), *_FIRST_SIZE))


def remember_place(window: QMainWindow) -> None:
    """Keep size and place of a window, and write down all that is kept."""
    store = settings()
    store.setValue("window/geometry", window.saveGeometry())
    store.sync()


def _fit(window: QMainWindow) -> None:
    """Take a window that fills more than the screen back into it; Qt only moves it."""
    if window.isMaximized() or window.isFullScreen():
        return
    width, height = _within(_room(window), window.width(), window.height())
    window.resize(max(width, _LEAST[0]), max(height, _LEAST[1]))


def _within(room: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    return min(width, room[0]), min(height, room[1])


def _room(window: QMainWindow) -> tuple[int, int]:
    """Return the pixels that a window may fill on its screen."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    size = screen.availableSize()
    return size.width() - _FRAME[0], size.height() - _FRAME[1]


def bring_forward(window: QMainWindow) -> None:
    """Put a window before all others, also one that was put away."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
