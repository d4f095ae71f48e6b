"""A plan file let go anywhere over the window is opened, also while another plan is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout

from poadesk.widgets.labels import Label, label
from poadesk.widgets.theme import theme

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_SIZE = (480, 140)  # pixels of the mark at 100 % text size


def plan_dropped(content: QMimeData) -> str:
    """Path of the one plan file that is being dropped, or an empty text."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    if len(paths) == 1 and paths[0].suffix.lower() == ".sqlite":
        return str(paths[0])
    return ""


def paths_dropped(content: QMimeData) -> list[str]:
    """Paths of all that is being dropped, if all of it are files and folders of this computer."""
    urls = content.urls()
    return [url.toLocalFile() for url in urls] if all(url.isLocalFile() for url in urls) else []


class PlanDrop(QObject):
    """Takes plan files over the window; `dropped` carries the path of one.

    While `receives` says so, it takes files and folders as they come: `handed_over` carries them.
    Listens to the native window, which hears of a drop before any field in it: a field would
    write the path down as text.
    """

    dropped = Signal(str)
    handed_over = Signal(list)

    def __init__(self, window: QMainWindow, receives: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._receives = receives
        self._window = window
        self._mark: _Mark | None = None
        window.setAcceptDrops(True)
        handle = window.windowHandle()
        assert handle is not None, "the window must have been shown"
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._show_mark(False)
        if not isinstance(event, QDropEvent):
            return False
        words, take = self._meaning(event.mimeData())
        if not words:
            return False
        if kind in _OVER:
            self._show_mark(True, words)
        elif kind == QEvent.Type.Drop:
            self._show_mark(False)
            # Later: the program that let it go must not wait for what may be asked.
            QTimer.singleShot(0, self, take)
        # Copied and not moved: the other program must leave the file where it is.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _meaning(self, content: QMimeData) -> tuple[str, Callable[[], object]]:
        """Return what letting it go here does, in words, and how; without words it is not taken."""
        if self._receives():
            paths = paths_dropped(content)
            name = f"“{Path(paths[0]).name}”" if len(paths) == 1 else f"{len(paths):,} archivos"
            words = f"Suelte aquí para recibir {name}" if paths else ""
            return words, lambda: self.handed_over.emit(paths)
        path = plan_dropped(content)
        words = f"Suelte aquí para abrir “{Path(path).name}”" if path else ""
        return words, lambda: self.dropped.emit(path)

    def _show_mark(self, is_over: bool, words: str = "") -> None:
        if self._mark is None:
            if not is_over:
                return
            self._mark = _Mark(self._window)
        self._mark.setVisible(is_over)
        if is_over:
            self._mark.say(words)


class _Mark(QFrame):
    """Says in the middle of the window what will happen when the file is let go."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setProperty("panel", "drop")
        self.setProperty("over", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words: Label = label("", "heading", "accent")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, words: str) -> None:
        """Stand in the middle of the window and say this."""
        self._words.setText(words)
        self.resize(*map(theme().px, _SIZE))
        self.move(self.window().rect().center() - self.rect().center())
        self.raise_()
