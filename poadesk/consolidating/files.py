"""The files that were given: those named, and the plans in the folders that were named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from poadesk.planfile.plan_file import COPIES_BESIDE

SUFFIX = ".sqlite"


def files_of(
    sources: Iterable[Path], target: Path, go_on: Callable[[], None] = lambda: None
) -> tuple[list[Path], list[Path]]:
    """Return the files to receive, in a certain order, and the folders in which there is none.

    `target` itself is left out. `go_on` is called for each folder, and may raise to stop.
    """
    files: set[Path] = set()
    empty: list[Path] = []
    for source in sources:
        found = list(_in_folder(source, go_on)) if source.is_dir() else [source]
        others = [path for path in found if not _is_same(path, target)]
        files.update(others)
        if source.is_dir() and not others:
            empty.append(source)
    return sorted(files, key=os.fsencode), sorted(empty, key=os.fsencode)


def _in_folder(folder: Path, go_on: Callable[[], None]) -> Iterator[Path]:
    """Yield the plans in a folder and below; links to folders are not followed, lest it never end.

    Copies that the program has made are no deliveries, nor are hidden files.
    """
    for place, folders, names in os.walk(folder):
        go_on()
        folders[:] = [one for one in folders if one != COPIES_BESIDE and not one.startswith(".")]
        for name in names:
            if name.casefold().endswith(SUFFIX) and not name.startswith("."):
                yield Path(place, name)


def _is_same(path: Path, target: Path) -> bool:
    try:
        return path.samefile(target)
    except OSError:
        return False
