"""Lets Python import modules by itself again, once PySide has been loaded.

PySide puts a function of its own in the place of `__import__`. It opens the source of every
module that is imported from then on, to see whether it may ask for `__feature__`: names of Qt in
another spelling, which this program never uses. That reads each file a second time, and keeps
every line of it in memory.
"""

import builtins
import linecache


def import_plainly() -> None:
    """Give `__import__` back to Python; whoever asks for `__feature__` will not find it."""
    import PySide6.QtCore  # noqa: F401  (this is what replaces it)

    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
        linecache.clearcache()  # of what was imported until now
