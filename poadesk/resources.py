"""Where the program's own files are: fonts, icons, manual and example."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder of `resources`.

    In a checkout the folder stands beside the package; where the program is installed, from a
    wheel or in a bundle, it stands inside of it. Raises FileNotFoundError when it is in neither.
    """
    for home in (_PACKAGE.parent, _PACKAGE):
        path = home.joinpath("resources", *parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))
