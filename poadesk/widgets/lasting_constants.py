"""Keeps None, True and False alive under Python 3.11 while Qt runs.

PySide6 6.12 is built for interpreters whose constants are immortal (3.12 and later): each call
that returns None or a truth value takes a reference it never added. Under 3.11 the count of
None reaches zero after some tens of thousands of calls, and the interpreter stops.
"""

import sys
from typing import Any

_ENOUGH = 1 << 40

if sys.version_info < (3, 12):
    # Of `ctypes` only this: the whole is three quarters of a megabyte for one number.
    from _ctypes import _SimpleCData

    class _Count(_SimpleCData):
        """The number of references to an object, in its memory."""

        _type_ = "q"


def make_constants_last() -> None:
    """Give the constants more references than a program can ever lose."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        _add_references(constant)


def _add_references(constant: Any) -> None:
    count = _Count.from_address(id(constant))
    # Another layout of objects (a debugging interpreter) would have something else here.
    if abs(count.value - sys.getrefcount(constant)) < 64 and count.value < _ENOUGH:
        count.value += _ENOUGH
