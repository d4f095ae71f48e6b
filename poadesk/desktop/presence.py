"""Finds out which files are not there any more, while the window goes on.

Each file has a thread of its own: a drive of the network that does not answer holds up neither
the window nor the other files, nor the end of the program.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

_BETWEEN_LOOKS = 50  # milliseconds


class Presence(QObject):
    """Looks for files; `answered(path, is_there)` once for each, in any order."""

    answered = Signal(object, bool)  # as in `RecentList`

    def __init__(self, paths: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = len(paths)
        # The threads only know the queue: none of them touches what belongs to the window.
        self._answers: SimpleQueue[tuple[str, bool]] = SimpleQueue()
        self._looking = QTimer(self, interval=_BETWEEN_LOOKS)
        self._looking.timeout.connect(self._tell)
        for path in paths:
            Thread(target=_look, args=(path, self._answers), daemon=True).start()
        if paths:
            self._looking.start()

    def _tell(self) -> None:
        while True:
            try:
                path, is_there = self._answers.get_nowait()
            except Empty:
                break
            self._waiting -= 1
            self.answered.emit(path, is_there)
        if self._waiting == 0:
            self._looking.stop()


def _look(path: str, answers: SimpleQueue[tuple[str, bool]]) -> None:
    answers.put((path, os.path.isfile(path)))
