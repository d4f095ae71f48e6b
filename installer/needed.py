"""Which libraries of Linux the program still needs after what is unwanted has been left out.

`needed.py FOLDER` stops the build when a library is missing that the computer of a person may lack.
PyInstaller gathers the libraries of every plugin of Qt; where a plugin stays at home, so do the
libraries that only it asked for.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path, PurePath

_NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)", re.MULTILINE)
_LIBRARY = re.compile(r"lib[^/]+\.so(\.[\d.]+)?$")

# What every Debian with a window has, or the .deb asks for; PyInstaller leaves them to the system.
_OF_THE_SYSTEM = re.compile(r"(ld-linux.*|lib(c|dl|m|pthread|resolv|rt|EGL|GL|xcb))\.so\.\d+$")

Entry = tuple[str, str, str]  # name in the bundle, where it is now, kind


def without_orphans(entries: list[Entry]) -> list[Entry]:
    """Return the entries without the libraries that none of the others needs."""
    asked = {name for entry in entries if not _is_library(entry) for name in _needed_by(entry[1])}
    while True:
        kept = [one for one in entries if not _is_library(one) or _name(one) in asked]
        more = asked | {name for entry in kept for name in _needed_by(entry[1])}
        if more == asked:
            return kept
        asked = more


def _is_library(entry: Entry) -> bool:
    """Say whether an entry is there only for others: no plugin, and no module of Python."""
    if "/plugins/" in entry[0] or _name(entry).startswith("libpython"):
        return False
    return bool(_LIBRARY.match(_name(entry)))


def _name(entry: Entry) -> str:
    return PurePath(entry[0]).name


@cache
def _needed_by(path: str) -> tuple[str, ...]:
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False)
    return tuple(_NEEDED.findall(told.stdout))


def missing(folder: Path) -> set[str]:
    """Return the libraries that something in a folder needs and that are not in it."""
    files = [path for path in folder.rglob("*.so*") if path.is_file()]
    needed = {name for path in files for name in _needed_by(str(path))}
    lacking = needed - {path.name for path in files}
    return {name for name in lacking if not _OF_THE_SYSTEM.match(name)}


if __name__ == "__main__" and (lacking := missing(Path(sys.argv[1]))):
    raise SystemExit(f"Install what has {', '.join(sorted(lacking))}, and build again.")
