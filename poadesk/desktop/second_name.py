"""The name under which the window with a plan listens; tells without a network whether one does."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDir

from poadesk.desktop.places import settings
from poadesk.planfile.lock import FileLock


def name_of(path: Path) -> str:
    """Return the name of a plan: made of the person, their settings and the file."""
    parts = "\0".join([_person(), settings().fileName(), whole(path)])
    made = QCryptographicHash.hash(
        parts.encode(errors="surrogatepass"), QCryptographicHash.Algorithm.Sha256
    )
    return f"poadesk-{made.toHex().toStdString()[:32]}"


def may_be_listening(path: Path) -> bool:
    """Say whether it is worth asking: without the door of its window nobody is behind it."""
    # Windows has no file for it that could be looked for.
    return sys.platform == "win32" or Path(QDir.tempPath(), name_of(path)).exists()


def is_taken(path: Path) -> bool:
    """Say whether somebody has a plan open."""
    return FileLock(Path(whole(path))).is_held()


def whole(path: Path) -> str:
    """Return the one way to write where a file is, whatever link leads to it."""
    return os.path.normcase(os.path.realpath(path))


def _person() -> str:
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return ""
