"""Modules of the library that another library asks for and hardly ever uses, loaded when it does.

Qt for Python and `dataclasses` name some at their head that they need in rare cases alone; with
all that these bring along, that is a twentieth of the start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Whoever imports one of these modules inside is given one that is loaded at its first use.

    Afterwards they are imported as usual; what was loaded before stays as it is.
    """
    late = {name: _LateModule(name) for name in names if name not in sys.modules}
    sys.modules.update(late)
    try:
        yield
    finally:
        for module in late.values():
            module.step_aside()


class _LateModule(ModuleType):
    """Stands for a module of the same name, and finds in it whatever is asked."""

    def step_aside(self) -> None:
        """Leave its place to the module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> Any:
        self.step_aside()
        return getattr(import_module(self.__name__), name)
