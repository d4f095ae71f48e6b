"""Which versions the program runs with, as whoever asks for help is asked to tell them."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from poadesk import __version__


def versions(sqlite: str) -> tuple[str, ...]:
    """Return a line for the program and one for each part; `sqlite` is known to the plan file."""
    return (
        f"poadesk {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {_installed('PySide6_Essentials')}",
        f"SQLite {sqlite}",
        f"ReportLab {_installed('reportlab')}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )


def _installed(package: str) -> str:
    # Asked of what is written about the package: loading Qt or ReportLab takes too long.
    try:
        return version(package)
    except PackageNotFoundError:
        return "(no se sabe)"
