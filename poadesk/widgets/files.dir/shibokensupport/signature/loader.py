"""What PySide asks when it has to explain a call; the answers are loaded with the first question.

Its own loader of this name is in the library with all that it needs, as text that is compiled.
"""

from __future__ import annotations

import importlib
import sys
from functools import cache
from types import ModuleType
from typing import Any

import signature_bootstrap


def pyside_type_init(*asked: Any) -> Any:
    """Learn the signatures of a class of Qt."""
    return load_all().pyside_type_init(*asked)


def create_signature(*asked: Any) -> Any:
    """Return the signature of a function of Qt."""
    return load_all().create_signature(*asked)


def seterror_argument(*asked: Any) -> Any:
    """Return the error for a call with wrong arguments."""
    return load_all().seterror_argument(*asked)


def make_helptext(*asked: Any) -> Any:
    """Return what `help` shows of a function of Qt."""
    return load_all().make_helptext(*asked)


def finish_import(module: ModuleType) -> None:
    """Leave a module of Qt as it is: nothing in it is obsolete."""


def feature_import(*asked: Any) -> None:
    """Leave an import to Python: no module here wants the names of Qt in another spelling."""


def feature_imported(module: ModuleType) -> None:
    """Leave a module as it is, and its source unread."""


def post_init() -> None:
    """Leave the `__import__` of Python in its place."""


def __getattr__(name: str) -> Any:
    return getattr(load_all(), name)


@cache
def load_all() -> ModuleType:
    """Load PySide's own loader and the rest, as PySide does it, in the place of what is here."""
    for name in [name for name in sys.modules if name.split(".")[0] == "shibokensupport"]:
        del sys.modules[name]
    finders, embedded = signature_bootstrap.prepare_zipfile()
    finders.insert(0, embedded)
    try:
        return importlib.import_module("shibokensupport.signature.loader")
    finally:
        finders.remove(embedded)


# PySide asks Python for this module when a call has gone wrong, and does not import it.
from shibokensupport.signature import mapping  # noqa: E402, F401
