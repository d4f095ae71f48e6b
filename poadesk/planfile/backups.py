"""Copies of a plan, made when it is opened, thinned out as they grow old."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

DAILY, WEEKLY, MONTHLY = 12, 10, 9
_STAMP = "%Y-%m-%d %H.%M.%S"


def back_up(db: Database, path: Path, plan_id: str, folder: Path, now: datetime) -> Path | None:
    """Copy the open plan into `folder`, unless the newest copy is as new as the plan.

    Returns the copy, or None when none was needed or the folder does not take it: a backup that
    fails must not keep a person from writing.
    """
    own = folder / f"{path.stem[:40]} {plan_id[:8]}"
    made = datetime.fromtimestamp(path.stat().st_mtime)
    copies = _copies(own)
    if copies and max(copies) >= made.replace(microsecond=0):
        return None
    target = own / f"{now.strftime(_STAMP)}.sqlite"
    try:
        own.mkdir(parents=True, exist_ok=True)
        copy_to(db, target)
        for old in to_drop(_copies(own), now):
            (own / f"{old.strftime(_STAMP)}.sqlite").unlink()
    except (OSError, sqlite3.Error):
        return None
    return target


def copy_to(db: Database, target: Path) -> None:
    """Write a whole, checked copy of the open file to `target`, replacing it in one move.

    Raises OSError or sqlite3.Error; `target` is then what it was before.
    """
    from poadesk.planfile.connecting import connect

    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", [str(temporary)])
        copy = connect(temporary, "ro")
        try:
            if next(copy.query("PRAGMA integrity_check(1)"))["integrity_check"] != "ok":
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


def _copies(folder: Path) -> list[datetime]:
    found = []
    for path in folder.glob("*.sqlite"):
        with contextlib.suppress(ValueError):
            found.append(datetime.strptime(path.stem, _STAMP))
    return found
