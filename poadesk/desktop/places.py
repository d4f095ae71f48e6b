"""Folders of the person on this computer: copies, log and settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_Location = QStandardPaths.StandardLocation


def backups_folder() -> Path:
    """Return the folder of the copies that are made when a plan is opened."""
    return Path(QStandardPaths.writableLocation(_Location.AppDataLocation)) / "copias"


def log_path() -> Path:
    """Return the file in which failures are written down."""
    return Path(QStandardPaths.writableLocation(_Location.AppDataLocation)) / "poadesk.log"


def own_words_path() -> Path:
    """Return the file with the words that the person has added to the dictionary."""
    return Path(QStandardPaths.writableLocation(_Location.AppDataLocation)) / "diccionario.txt"


def documents_folder() -> Path:
    """Return the folder where a new plan is offered to be kept."""
    folder = Path(QStandardPaths.writableLocation(_Location.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def settings() -> QSettings:
    """Return what the window remembers: recent plans, sizes, theme."""
    folder = QStandardPaths.writableLocation(_Location.AppConfigLocation)
    return QSettings(str(Path(folder) / "poadesk.ini"), QSettings.Format.IniFormat)
