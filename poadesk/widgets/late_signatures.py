"""Qt is loaded without what explains its calls; that comes when one has to be explained.

PySide brings a hundred kilobytes of Python with it that know the signature of each function of Qt,
for the words of an error and for `help`. They are text and are compiled at every start, which takes
as long as all that a bare window needs besides. It also puts a function of its own in the place of
`__import__`, which reads the source of every module a second time.

PySide first looks for a folder `files.dir` beside the package `shiboken6`, where people who work on
it unpack that part. Here it finds one whose loader fetches the rest when it is asked.
"""

import sys
from importlib.util import find_spec, module_from_spec

from poadesk.widgets.put_off import put_off

# Named at the head of `shiboken6`; only what explains calls uses them, or brings them itself.
_UNUSED = ("base64", "struct", "tempfile", "textwrap", "traceback", "zipfile")


def load_signatures_late() -> None:
    """Load `shiboken6` with our loader; without effect once something of Qt has been loaded."""
    spec = find_spec("shiboken6")
    if "shiboken6" in sys.modules or spec is None or spec.loader is None:
        return
    shiboken = sys.modules["shiboken6"] = module_from_spec(spec)
    where = shiboken.__file__
    shiboken.__file__ = __file__
    try:
        with put_off(*_UNUSED):
            spec.loader.exec_module(shiboken)
    finally:
        shiboken.__file__ = where
