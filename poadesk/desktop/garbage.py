"""Garbage is collected in the thread of the window alone.

Left to itself Python collects in whichever thread happens to need room, also in one that reads
the dictionary or draws the pages; an object of Qt that is deleted there ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_BETWEEN = 500  # milliseconds


def collect_in_this_thread(parent: QObject) -> None:
    """From now on collect garbage here, from time to time, for as long as `parent` lives."""
    gc.disable()
    pause = QTimer(parent, interval=_BETWEEN)
    pause.timeout.connect(collect_due)
    pause.start()


def collect_due() -> None:
    """Collect what Python itself would have collected by now."""
    due = zip(range(3), gc.get_count(), gc.get_threshold(), strict=True)
    oldest = max((age for age, count, limit in due if count > limit), default=-1)
    if oldest >= 0:
        gc.collect(oldest)
