"""Pages that are made beside the window wait for a moment while it answers a key.

Python runs one thread at a time: without this a key took twice as long while pages were made.
"""

from __future__ import annotations

import threading

_LONGEST = 1.0  # seconds; pages must not wait for ever for a window that does not come back

_free = threading.Event()
_free.set()


def give_way() -> None:
    """Wait as long as a key is being answered; in the thread of the window never."""
    if not _free.is_set() and threading.current_thread() is not threading.main_thread():
        _free.wait(_LONGEST)


def hold_up() -> None:
    """Let what is made beside the window wait from its next paragraph on."""
    _free.clear()


def let_go_on() -> None:
    """Let it go on."""
    _free.set()
