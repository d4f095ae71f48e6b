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


def documents_folder() -> Path:
    """Return the folder where a new plan is offered to be kept."""
    return Path(QStandardPaths.writableLocation(_Location.DocumentsLocation) or Path.home())


def settings() -> QSettings:
    """Return what the window remembers: recent plans, sizes, theme."""
    folder = QStandardPaths.writableLocation(_Location.AppConfigLocation)
    return QSettings(str(Path(folder) / "poadesk.ini"), QSettings.Format.IniFormat)
