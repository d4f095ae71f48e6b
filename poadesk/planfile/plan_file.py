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

from poadesk.plan.model import Plan
from poadesk.planfile import opening
from poadesk.planfile.backups import back_up, copy_to, newest_copy
from poadesk.planfile.connecting import connect
from poadesk.planfile.database import Database
from poadesk.planfile.errors import CannotOpenError, CannotSaveError
from poadesk.planfile.journal import Journal, Step
from poadesk.planfile.room import require_room
from poadesk.planfile.rows import each_plan, read_plans, read_values
from poadesk.planfile.schema import fill_new, migrate, version_in
from poadesk.planfile.whole_plans import WholePlans

if TYPE_CHECKING:
    from poadesk.planfile.lock import FileLock


COPIES_BESIDE = "copias de respaldo"
_Plans = tuple[Plan, ...]


class PlanFile:
    """An open plan file; close it when done, or use it in a `with`."""

    def __init__(
        self, path: Path, db: Database, lock: FileLock | None, plans: _Plans | None = None
    ) -> None:
        self.path = path
        self.read_only = lock is None
        self._db = db
        self._lock = lock
        self._read_before = plans
        self._copies: Path | None = None
        self.journal = Journal(db, lock is not None, self._before_writing)

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
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        backups: Path | None = None,
        with_plans: bool = False,
    ) -> PlanFile:
        """Open a plan; `CannotOpenError` says why it cannot be and nothing is changed.

        With `read_only` the file is neither locked nor written. A copy of what is opened for
        writing goes to the folder `backups`, before anything is written (`see_copied`); of an
        older file, which is brought up to date, one is made in any case: without `backups` in a
        folder beside it. With `with_plans` every plan is read at once, for the `read` that follows;
        a file that has none, or too many, is refused.
        """
        opening.require_plan(path)
        if read_only:
            db, plans = _open_to_read(path, with_plans)
            return cls(path, db, None, plans)
        opening.require_writable(path)
        lock = opening.take_lock(path)
        try:
            db, plans = _open_whole(path, "rw", with_plans)
            file = cls(path, db, lock, plans)
            file._copies = backups
            file._bring_up_to_date()
        except BaseException:
            lock.release()
            raise
        return file

    def read(self) -> tuple[Plan, ...]:
        """Return every plan of the file, whole.

        Raises `CannotOpenError` if the disk is gone, or if all of them are too many to be in
        memory at once.
        """
        plans, self._read_before = self._read_before, None
        if plans is not None:
            return plans
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

    def begin_with(self, plans: Iterable[Plan]) -> None:
        """Write the first plans of a new file; that cannot be undone."""
        with self.whole_plans() as written:
            for plan in plans:
                written.add(plan)

    def step(self, label: str, typing: str = "") -> AbstractContextManager[Step]:
        """Begin one edit: a transaction, an undo step with this label, a list of changes."""
        return self.journal.step(label, typing)

    def whole_plans(self) -> AbstractContextManager[WholePlans]:
        """Begin to write whole plans: one transaction without an undo step.

        For a file that no view shows meanwhile; `back_up` makes what one can go back to.
        """
        return self.journal.whole_plans()

    def see_copied(self) -> None:
        """Make the copy of what was opened, once, unless there is one.

        It is made before the first writing in any case, and when the file is closed. Whoever shows
        the plan asks for it before, in a pause: the copy of a long plan takes a tenth of a second.
        """
        folder, self._copies = self._copies, None
        if folder is not None:
            back_up(self._db, self.path, _first_plan_id(self._db), folder, datetime.now())

    def back_up(self, folder: Path) -> Path | None:
        """See that a copy of the file as it is now lies in `folder`; None if it cannot be made."""
        first = _first_plan_id(self._db)
        made = back_up(self._db, self.path, first, folder, datetime.now())
        return made or newest_copy(self.path, first, folder)

    def revision(self, digest: str) -> Plan | None:
        """Return a plan as it was when this content was kept, or None if the file has it not.

        Raises `CannotOpenError` if what was kept cannot be read any more, or is something else.
        """
        # Local: a plan that is opened asks for none.
        from poadesk.planfile.kept import kept_plan

        try:
            row = self._db.execute(
                "SELECT content FROM kept_revision WHERE digest = ?", [digest]
            ).fetchone()
        except sqlite3.Error as error:
            raise opening.cannot_read(self.path, error) from error
        return kept_plan(row[0], digest, self.path) if row else None

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
        except (OSError, UnicodeError, sqlite3.Error) as error:
            raise CannotSaveError(
                "other",
                f"No se pudo guardar la copia “{target.name}” en esa carpeta. "
                "Elija otro lugar con espacio libre.",
            ) from error

    def close(self) -> None:
        """Close the file and let others open it."""
        try:
            self.see_copied()
        finally:
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

    def _before_writing(self) -> None:
        self._read_before = None
        self.see_copied()

    def _bring_up_to_date(self) -> None:
        if not opening.is_older(self._db):
            return
        self._copies = self._copies or self.path.parent / COPIES_BESIDE
        self.see_copied()
        try:
            migrate(self._db, version_in(self._db))
        except sqlite3.Error as error:
            self._db.close()
            raise opening.folder_refused(self.path) from error


def _make(path: Path) -> Database:
    db = None
    try:
        db = connect(path, "rwc")
        fill_new(db)
    except sqlite3.Error as error:
        if db is not None:
            db.close()
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise opening.folder_refused(path) from error
    return db


def _open_to_read(path: Path, with_plans: bool) -> tuple[Database, _Plans | None]:
    """Open a file that must not change; an older one is read from an up-to-date copy in memory."""
    db, plans = _open_whole(path, "ro", with_plans)
    if not opening.is_older(db):
        return db, plans
    try:
        return opening.up_to_date_copy(db), plans
    except sqlite3.Error as error:
        raise opening.cannot_read(path, error) from error
    finally:
        db.close()


def _open_whole(path: Path, mode: str, with_plans: bool) -> tuple[Database, _Plans | None]:
    try:
        db = connect(path, mode)
    except sqlite3.Error as error:
        raise opening.cannot_read(path, error) from error
    try:
        if with_plans:
            return db, opening.require_whole(db, path, require_room, _all_plans)
        return db, opening.require_whole(db, path, _need_no_room, _look_through)
    except BaseException:
        db.close()
        raise


def _need_no_room(_db: Database, _path: Path) -> None:
    """What is read one after the other needs none."""


def _look_through(db: Database, _path: Path) -> None:
    read_values(db)


def _all_plans(db: Database, path: Path) -> _Plans:
    plans = read_plans(db)
    if not plans:
        raise opening.without_plan(path)
    return plans


def _first_plan_id(db: Database) -> str:
    with contextlib.suppress(sqlite3.Error):
        row = db.execute("SELECT id FROM plan ORDER BY position LIMIT 1").fetchone()
        return row[0] if row else ""
    return ""
