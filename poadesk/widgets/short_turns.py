"""While a thread works beside the window, the window has its turn almost at once."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds after which a thread lets the window go on. A key takes dozens of turns: half a
# millisecond for each made it twice as slow, and Python's own 5 ms would make the typing stutter.
_TURN = 0.0001
_counting = threading.Lock()
_usual: list[float] = []  # what was set before, once for each thread at work


@contextmanager
def short_turns() -> Iterator[None]:
    """Take short turns as long as any thread is within; they may end in any order."""
    with _counting:
        _usual.append(_usual[0] if _usual else sys.getswitchinterval())
        sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        with _counting:
            usual = _usual.pop()
            if not _usual:
                sys.setswitchinterval(usual)
