"""What can wait until the window has made what is to be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, milliseconds: int, call: Callable[[], object]) -> None:
    """Call once, so long after the window has come to rest, unless `owner` is gone by then.

    Counted from the next turn of the events: until then a screen is made and painted, which takes
    longer on an old computer than any of these pauses.
    """
    QTimer.singleShot(0, owner, lambda: QTimer.singleShot(milliseconds, owner, call))
