"""A new plan file that is made whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from poadesk.planfile.plan_file import PlanFile


@contextmanager
def new_plan_file(path: Path) -> Iterator[PlanFile]:
    """Make a plan file and open it; nothing is left of it if what is done with it fails.

    Raises `CannotOpenError` if there is a file already, or the folder takes none.
    """
    file = PlanFile.create(path)
    try:
        with file:
            yield file
    except BaseException:
        # Only now that it is closed: Windows removes no file that is open.
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
