"""How a connection to SQLite is made: the settings that keep a plan safe on any disk."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from poadesk.planfile.database import Database

SECONDS_TO_WAIT_FOR_ANOTHER_PROGRAM = 0.3
LONGEST_VALUE = 50_000_000  # bytes; a page of text is 3,000, a scanned coat of arms 1,000,000

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)
# DELETE keeps the plan in one file that can be copied to a USB stick; EXTRA makes a commit
# survive a power cut even after the journal was removed.
_WRITING_SETTINGS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
)
# Its indexes are looked up in no order: with SQLite's usual 2 MB it would be read again and again.
_LOOKING_SETTINGS = ("PRAGMA query_only = ON", "PRAGMA cache_size = -64000")


def sqlite_version() -> str:
    """Return the version of SQLite that reads and writes the plans."""
    return sqlite3.sqlite_version


def connect(path: Path, mode: str) -> Database:
    """Open `path` with mode `ro`, `rw` or `rwc`; raise sqlite3.Error if SQLite cannot."""
    db = Database(
        f"{uri_of(path)}?mode={mode}",
        uri=True,
        timeout=SECONDS_TO_WAIT_FOR_ANOTHER_PROGRAM,
        isolation_level=None,
    )
    try:
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM INTO needs one
        for setting in _SETTINGS + (_WRITING_SETTINGS if mode != "ro" else ()):
            db.execute(setting).fetchall()
    except sqlite3.Error:
        db.close()
        raise
    return db


def in_place(path: Path) -> Database:
    """Open a large file as if to write, which cannot be done here, to look through all of it."""
    db = connect(path, "rw")
    for setting in _LOOKING_SETTINGS:
        db.execute(setting).fetchall()
    return db


def in_memory(content: bytes, longest_value: int = LONGEST_VALUE) -> Database:
    """Return the bytes of a file as a database in memory, which nothing forbids to write."""
    copy = Database(":memory:", uri=True, isolation_level=None)  # `uri_of` says where it is copied
    copy.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest_value)
    try:
        copy.deserialize(content)
        for setting in _SETTINGS:
            copy.execute(setting).fetchall()
    except sqlite3.Error:
        copy.close()
        raise
    return copy


def uri_of(path: Path) -> str:
    """Return the file URI, also for a network path, whose server is no URI authority here."""
    posix = path.absolute().as_posix()
    # As bytes, because a name from another system need not be UTF-8.
    return "file://" + quote(os.fsencode(posix if posix.startswith("/") else "/" + posix))
