"""A plan file, open: the one public door to the plan on disk."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from poadesk.plan.frozen import BrokenRevisionError, thawed
from poadesk.plan.model import Plan
from poadesk.planfile import opening
from poadesk.planfile.backups import back_up, copy_to, newest_copy
from poadesk.planfile.connecting import connect
from poadesk.planfile.database import Database
from poadesk.planfile.errors import CannotOpenError, CannotSaveError
from poadesk.planfile.journal import Journal, Step
from poadesk.planfile.room import require_room
from poadesk.planfile.rows import each_plan, read_plans
from poadesk.planfile.schema import fill_new, migrate, version_in
from poadesk.planfile.whole_plans import WholePlans

if TYPE_CHECKING:
    from poadesk.planfile.lock import FileLock


COPIES_BESIDE = "copias de respaldo"


class PlanFile:
    """An open plan file; close it when done, or use it in a `with`."""

    def __init__(self, path: Path, db: Database, lock: FileLock | None) -> None:
        self.path = path
        self.read_only = lock is None
        self._db = db
        self._lock = lock
        self.journal = Journal(db, writable=lock is not None)

    @classmethod
    def create(cls, path: Path) -> PlanFile:
        """Make a new file without plans and open it; an existing path is refused."""
        if path.exists():
            raise CannotOpenError(
                "exists", f"Ya existe un archivo “{path.name}” en esa carpeta. Elija otro nombre."
            )
        lock = opening.take_lock(path)
        try:
            opening.require_writable_folder(path)
            return cls(path, _make(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, backups: Path | None = None) -> PlanFile:
        """Open a plan; `CannotOpenError` says why it cannot be and nothing is changed.

        With `read_only` the file is neither locked nor written. A copy of what is opened for
        writing goes to the folder `backups`; of an older file, which is brought up to date, one
        is made in any case: without `backups` in a folder beside it.
        """
        opening.require_plan(path)
        if read_only:
            return cls(path, _open_to_read(path), None)
        opening.require_writable(path)
        lock = opening.take_lock(path)
        try:
            db = _open_whole(path, "rw")
            if backups is None and opening.is_older(db):
                backups = path.parent / COPIES_BESIDE
            if backups is not None:
                back_up(db, path, _first_plan_id(db), backups, datetime.now())
            _bring_up_to_date(db, path)
        except BaseException:
            lock.release()
            raise
        return cls(path, db, lock)

    def read(self) -> tuple[Plan, ...]:
        """Return every plan of the file, whole.

        Raises `CannotOpenError` if the disk is gone, or if all of them are too many to be in
        memory at once.
        """
        try:
            require_room(self._db, self.path)
            return read_plans(self._db)
        except sqlite3.Error as error:
            raise opening.cannot_read(self.path, error) from error

    def each(self) -> Iterator[Plan]:
        """Yield every plan of the file, whole, one after the other: for files of many plans.

        Raises `CannotOpenError` if the disk is gone.
        """
        try:
            yield from each_plan(self._db)
        except sqlite3.Error as error:
            raise opening.cannot_read(self.path, error) from error

    def require_plans(self) -> None:
        """Raise `CannotOpenError` if there is no plan to `read`, or if there are too many."""
        try:
            require_room(self._db, self.path)
            if self._db.execute("SELECT 1 FROM plan LIMIT 1").fetchone() is None:
                raise opening.without_plan(self.path)
        except sqlite3.Error as error:
            raise opening.cannot_read(self.path, error) from error

    def begin_with(self, plans: Iterable[Plan]) -> None:
        """Write the first plans of a new file; that cannot be undone."""
        with self.journal.beginning() as step:
            for plan in plans:
                step.put_tree(plan)

    def step(self, label: str, typing: str = "") -> AbstractContextManager[Step]:
        """Begin one edit: a transaction, an undo step with this label, a list of changes."""
        return self.journal.step(label, typing)

    def whole_plans(self) -> AbstractContextManager[WholePlans]:
        """Begin to write whole plans: one transaction without an undo step.

        For a file that no view shows meanwhile; `back_up` makes what one can go back to.
        """
        return self.journal.whole_plans()

    def back_up(self, folder: Path) -> Path | None:
        """See that a copy of the file as it is now lies in `folder`; None if it cannot be made."""
        first = _first_plan_id(self._db)
        made = back_up(self._db, self.path, first, folder, datetime.now())
        return made or newest_copy(self.path, first, folder)

    def revision(self, digest: str) -> Plan | None:
        """Return a plan as it was when this content was kept, or None if the file has it not.

        Raises `CannotOpenError` if what was kept cannot be read any more.
        """
        try:
            row = self._db.execute(
                "SELECT content FROM kept_revision WHERE digest = ?", [digest]
            ).fetchone()
            return thawed(row[0]) if row else None
        except (sqlite3.Error, BrokenRevisionError) as error:
            raise opening.cannot_read(self.path, error) from error

    def kept_digests(self) -> frozenset[str]:
        """Return what tells the contents that the file keeps; `CannotOpenError` if it is gone."""
        try:
            return frozenset(row[0] for row in self._db.execute("SELECT digest FROM kept_revision"))
        except sqlite3.Error as error:
            raise opening.cannot_read(self.path, error) from error

    def copy_to(self, target: Path) -> None:
        """Write a whole, checked copy to `target`; raise `CannotSaveError` if it cannot be."""
        if target.exists() and target.samefile(self.path):
            raise CannotSaveError(
                "other",
                f"“{target.name}” es el plan que está abierto. Elija otro nombre para la copia.",
            )
        try:
            copy_to(self._db, target)
        except (OSError, sqlite3.Error) as error:
            raise CannotSaveError(
                "other",
                f"No se pudo guardar la copia “{target.name}” en esa carpeta. "
                "Elija otro lugar con espacio libre.",
            ) from error

    def close(self) -> None:
        """Close the file and let others open it."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> PlanFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _make(path: Path) -> Database:
    db = None
    try:
        db = connect(path, "rwc")
        fill_new(db)
    except sqlite3.Error as error:
        if db is not None:
            db.close()
        path.unlink(missing_ok=True)
        raise opening.folder_refused(path) from error
    return db


def _bring_up_to_date(db: Database, path: Path) -> None:
    try:
        migrate(db, version_in(db))
    except sqlite3.Error as error:
        db.close()
        raise opening.folder_refused(path) from error


def _open_to_read(path: Path) -> Database:
    """Open a file that must not change; an older one is read from an up-to-date copy in memory."""
    db = _open_whole(path, "ro")
    if not opening.is_older(db):
        return db
    try:
        return opening.up_to_date_copy(db)
    except sqlite3.Error as error:
        raise opening.cannot_read(path, error) from error
    finally:
        db.close()


def _open_whole(path: Path, mode: str) -> Database:
    try:
        db = connect(path, mode)
    except sqlite3.Error as error:
        raise opening.cannot_read(path, error) from error
    try:
        opening.require_whole(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _first_plan_id(db: Database) -> str:
    with contextlib.suppress(sqlite3.Error):
        row = db.execute("SELECT id FROM plan ORDER BY position LIMIT 1").fetchone()
        return row[0] if row else ""
    return ""
