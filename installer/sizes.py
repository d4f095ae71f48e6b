"""Print what takes the room in a folder of the program: `sizes.py FOLDER`."""

from __future__ import annotations

import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

_PARTS = (
    ("letters and tables of all languages (ICU, in Qt)", "*libicu*"),
    ("Qt: pages of PDF", "*Qt*Pdf*"),
    ("Qt: windows, drawing, network", "*PySide6/*"),
    ("Qt: bridge to Python", "*shiboken6*"),
    ("Python", "*python3*"),
    ("Python", "*base_library.zip"),
    ("program, and packages of pure Python", "poadesk"),
    ("program, and packages of pure Python", "*.exe"),
    ("fonts", "*resources/fonts/*"),
    ("dictionary", "*resources/dictionary/*"),
    ("pictures, manual, example, icons", "*resources/*"),
    ("pictures (Pillow)", "*PIL/*"),
    ("pictures (Pillow)", "*pillow.libs/*"),
    ("ReportLab", "*reportlab/*"),
    ("licences", "*licencias/*"),
    ("libraries of the system", "*lib*.so*"),
    ("program, and packages of pure Python", "pkgs/*.py"),
)
_REST = "everything else"


def sizes(folder: Path) -> Counter[str]:
    """Return the bytes of each part of the program."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part(path.relative_to(folder).as_posix())] += path.stat().st_size
    return found


def _part(name: str) -> str:
    return next((part for part, pattern in _PARTS if fnmatch(name, pattern)), _REST)


def table(found: Counter[str]) -> str:
    """Return the parts as lines, the largest first."""
    lines = [f"{size / 1e6:8.1f} MB  {part}" for part, size in found.most_common()]
    return "\n".join([*lines, f"{found.total() / 1e6:8.1f} MB  together"])


if __name__ == "__main__":
    print(table(sizes(Path(sys.argv[1]))))
