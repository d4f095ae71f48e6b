"""Objects that nobody needs any more are cleared away by the thread of the window alone.

Python clears them in whichever thread happens to allocate, also in the one that builds pages or
reads the dictionary; a widget deleted there brings the program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 500  # milliseconds
UNTIL_SETTLED = 6000  # milliseconds; by then the libraries and the dictionary are loaded


class Collecting(QObject):
    """From now on, and as long as it lives, the thread that made it does the clearing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=INTERVAL)
        timer.timeout.connect(clear_what_is_due)
        timer.start()
        QTimer.singleShot(UNTIL_SETTLED, self, settle)


def clear_what_is_due() -> int:
    """Clear the oldest generation that has grown enough; return it, or -1 if none has."""
    for generation, (count, limit) in reversed(
        list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if count > limit:
            gc.collect(generation)
            return generation
    return -1


def settle() -> None:
    """Take what is loaded by now out of every later search: it stays until the end.

    To go through it all again would hold up the window for a quarter of a second.
    """
    gc.collect()
    gc.freeze()
