"""Folders of the person on this computer, or on the stick the program runs from.

Where a file named PORTABLE lies beside the program, settings, log and copies stay beside it too,
and nothing of the person is left on the computer.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

PORTABLE = "poadesk-portable.txt"

_Location = QStandardPaths.StandardLocation


def backups_folder() -> Path:
    """Return the folder of the copies that are made when a plan is opened."""
    return _own(_Location.AppDataLocation) / "copias"


def log_path() -> Path:
    """Return the file in which failures are written down."""
    return _own(_Location.AppDataLocation) / "poadesk.log"


def own_words_path() -> Path:
    """Return the file with the words that the person has added to the dictionary."""
    return _own(_Location.AppDataLocation) / "diccionario.txt"


def documents_folder() -> Path:
    """Return the folder where a new plan is offered to be kept."""
    portable = portable_folder()
    documents = QStandardPaths.writableLocation(_Location.DocumentsLocation)
    folder = portable / "planes" if portable else Path(documents)
    return folder if folder.is_dir() else Path.home()


def settings() -> QSettings:
    """Return what the window remembers: recent plans, sizes, theme."""
    path = _own(_Location.AppConfigLocation) / "poadesk.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)


def portable_folder() -> Path | None:
    """Return the folder that the program runs from and keeps everything in, or None.

    A folder that cannot be written keeps nothing; then all is as where it is installed.
    """
    # On Windows the program that runs is Python, which has a folder of its own inside.
    for folder in Path(sys.executable).parents[:2]:
        if (folder / PORTABLE).is_file() and os.access(folder, os.W_OK):
            return folder
    return None


def _own(location: QStandardPaths.StandardLocation) -> Path:
    portable = portable_folder()
    return portable / "datos" if portable else Path(QStandardPaths.writableLocation(location))
