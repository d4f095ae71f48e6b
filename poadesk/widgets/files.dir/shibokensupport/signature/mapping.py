"""The names in which PySide looks for the class whose call went wrong."""

from __future__ import annotations

import sys

from shibokensupport.signature import loader


def update_mapping() -> None:
    """Have all names of Qt here, and those of modules that have been loaded meanwhile."""
    loader.load_all()
    complete = sys.modules[__name__]
    complete.update_mapping()
    # PySide looks into this module, which it has seen first.
    globals().update({**vars(complete), "update_mapping": update_mapping})
