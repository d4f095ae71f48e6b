"""Modules are imported as Python does it, without PySide opening their source."""

import subprocess
import sys

_SOURCES_READ = """
import linecache
import poadesk.widgets
import poadesk.plan.model, poadesk.widgets.labels
print(sorted(name for name in linecache.cache if "poadesk" in name))
"""


def test_no_source_is_read_of_what_is_imported() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _SOURCES_READ], capture_output=True, text=True, check=False
    )
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
