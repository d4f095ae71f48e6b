"""Copies of a plan as it was opened, thinned out as they grow old."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from poadesk.planfile.connecting import connect, uri_of
from poadesk.planfile.database import Database

DAILY, WEEKLY, MONTHLY = 12, 10, 9
_STAMP = "%Y-%m-%d %H.%M.%S"


def back_up(db: Database, path: Path, plan_id: str, folder: Path, now: datetime) -> Path | None:
    """Copy the open plan into `folder`, unless the newest copy is of the same state of the file.

    Returns the copy, or None when none was needed or the folder does not take it: a backup that
    fails must not keep a person from writing.
    """
    own = folder / _folder_name(path, plan_id)
    target = _copy_made(own, now)
    try:
        changed = path.stat().st_mtime_ns
        copies = _copies(own)
        # Not "newer than": a plan that came back from a USB stick may be older than its copies.
        if copies and _copy_made(own, max(copies)).stat().st_mtime_ns == changed:
            return None
        own.mkdir(parents=True, exist_ok=True)
        copy_to(db, target)
        os.utime(target, ns=(changed, changed))
        for old in to_drop(_copies(own), now):
            _copy_made(own, old).unlink()
    except (OSError, UnicodeError, sqlite3.Error):
        return None
    return target


def newest_copy(path: Path, plan_id: str, folder: Path) -> Path | None:
    """Return the newest copy of a file in `folder`, or None if there is none."""
    own = folder / _folder_name(path, plan_id)
    copies = _copies(own)
    return _copy_made(own, max(copies)) if copies else None


def copy_to(db: Database, target: Path) -> None:
    """Write a whole, checked copy of the open file to `target`, replacing it in one move.

    Raises OSError, UnicodeError or sqlite3.Error; `target` is then what it was before.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", [uri_of(temporary)])
        copy = connect(temporary, "rw")  # SQLite leaves out the CHECKs of what it may only read
        try:
            if copy.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
                raise sqlite3.DatabaseError("the copy is not whole")
        finally:
            copy.close()
        os.replace(temporary, target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def to_drop(copies: Iterable[datetime], now: datetime) -> list[datetime]:
    """Return the copies that are not needed: all of the last two days stay, then the newest of
    each of `DAILY` days, `WEEKLY` weeks and `MONTHLY` months."""
    newest_first = sorted(copies, reverse=True)
    recent = [copy for copy in newest_first if (now.date() - copy.date()).days < 2]
    older = [copy for copy in newest_first if copy not in recent]
    kept = set(recent)
    kept |= _newest_of_each(older, lambda copy: copy.date(), DAILY)
    kept |= _newest_of_each(older, lambda copy: copy.isocalendar()[:2], WEEKLY)
    kept |= _newest_of_each(older, lambda copy: (copy.year, copy.month), MONTHLY)
    return [copy for copy in newest_first if copy not in kept]


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], object], count: int
) -> set[datetime]:
    newest: dict[object, datetime] = {}
    for copy in newest_first:
        newest.setdefault(period(copy), copy)
    return set(list(newest.values())[:count])


def _folder_name(path: Path, plan_id: str) -> str:
    """Return the name of the folder of one plan; an id from a foreign file may hold anything."""
    letters = "".join(letter for letter in plan_id if letter.isalnum())
    return f"{path.stem[:40]} {letters[:8]}".strip()


def _copy_made(own: Path, at: datetime) -> Path:
    return own / f"{at.strftime(_STAMP)}.sqlite"


def _copies(folder: Path) -> list[datetime]:
    """Return when the copies in a folder were made; other files there are nobody's copies."""
    found = []
    for path in folder.glob("*.sqlite"):
        with contextlib.suppress(ValueError):
            # Not by `strptime`, which would have to load before a plan can be opened.
            made = datetime.fromisoformat(path.stem.replace(".", ":"))
            if made.strftime(_STAMP) == path.stem:
                found.append(made)
    return found
