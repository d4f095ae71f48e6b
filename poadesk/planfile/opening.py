"""Before a plan file is used: is it one, is it whole, may it be written, has somebody else got it?

Nothing here writes to the file. Each refusal is one sentence that says what to do.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import TypeVar

from poadesk.planfile.connecting import in_memory, in_place
from poadesk.planfile.database import Database
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.lock import FileLock, Holder, LockedError
from poadesk.planfile.schema import (
    APPLICATION_ID,
    MIGRATIONS,
    expected_statements,
    migrate,
    statements,
    version_in,
)

Found = TypeVar("Found")
Look = Callable[[Database, Path], Found]

_MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100
LARGEST_IN_MEMORY = 64_000_000  # bytes; what a unit sends has at most 24,000,000
_ROLLBACK_JOURNAL = b"\x01\x01"
_WRITE_BITS = 0o222


def require_plan(path: Path) -> None:
    """Raise `CannotOpenError` if the file is not a plan that this program can use."""
    require_header(_read_header(path), path)


def require_header(header: bytes, path: Path) -> None:
    """Raise `CannotOpenError` if the first bytes of a file are not those of such a plan."""
    if not header:
        raise CannotOpenError(
            "empty",
            f"El archivo “{path.name}” está vacío. Busque otra copia del plan o empiece uno nuevo.",
        )
    _require_ours(header, path)
    version = int.from_bytes(header[60:64], "big")
    if version > len(MIGRATIONS):
        raise CannotOpenError(
            "newer",
            f"El plan “{path.name}” se hizo con una versión más nueva de poadesk. "
            "Instale la versión nueva para abrirlo; el archivo no se cambió.",
        )


def _require_ours(header: bytes, path: Path) -> None:
    if not header.startswith(_MAGIC):
        raise not_a_plan(path)
    if len(header) < HEADER_SIZE:
        raise damaged(path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID or not any(header[60:64]):
        raise not_a_plan(path)
    if header[18:20] != _ROLLBACK_JOURNAL:
        # A program that is not ours left a part of the plan in a second file, or lost it.
        raise damaged(path)


def require_writable(path: Path) -> None:
    """Raise `CannotOpenError` if the file or its folder does not take writing."""
    # The bits are looked at too, because an administrator may write to a protected file.
    if not os.access(path, os.W_OK) or not path.stat().st_mode & _WRITE_BITS:
        raise CannotOpenError(
            "read_only",
            f"El plan “{path.name}” es de solo lectura. Ábralo solo para leer, "
            "o cópielo a una carpeta suya para escribir en él.",
        )
    require_writable_folder(path)


def require_writable_folder(path: Path) -> None:
    """Raise `CannotOpenError` if no file can be made in the folder of `path`."""
    folder = path.absolute().parent
    if not os.access(folder, os.W_OK) or not folder.stat().st_mode & _WRITE_BITS:
        raise folder_refused(path)


def take_lock(path: Path) -> FileLock:
    """Take the lock of the plan; raise `CannotOpenError` naming who has it and where."""
    lock = FileLock(path)
    try:
        lock.take()
    except LockedError as error:
        raise CannotOpenError("in_use", _in_use(path, error.holder)) from error
    except (OSError, UnicodeError) as error:  # a name that the system cannot write
        raise folder_refused(path) from error
    return lock


def require_whole(db: Database, path: Path, first: Look[None], look: Look[Found]) -> Found:
    """Raise `CannotOpenError` if tables are foreign or pages, rows or references are broken.

    `first` may refuse the file before that takes minutes. `look` reads every value, and what it
    found is returned.
    """
    try:
        require_our_tables(db, path)
        first(db, path)
        with _checked_meanwhile(db, path):
            # Words that are no UTF-8 pass the check.
            db.execute("SELECT label, at FROM journal_step").fetchall()
            return _looked_through(db, path, look)
    except (sqlite3.Error, UnicodeError, OverflowError) as error:
        raise cannot_read(path, error) from error


@contextmanager
def _checked_meanwhile(db: Database, path: Path) -> Iterator[None]:
    """Ask in a thread whether the file is sound, while something else is done with it.

    SQLite needs nothing of Python for it, and as long as reading all the plans takes. What it
    finds is raised at the end.
    """
    (pages,), (size,) = (db.execute(f"PRAGMA page_{one}").fetchone() for one in ("count", "size"))
    content = db.serialize() if pages * size <= LARGEST_IN_MEMORY else None
    # Without a verdict the check has not come to its end.
    verdict: list[Exception | None] = []

    def check() -> None:
        try:
            _check(content, path)
            verdict.append(None)
        except (CannotOpenError, sqlite3.Error, UnicodeError, OverflowError, MemoryError) as error:
            verdict.append(error)

    thread = Thread(target=check, name="check")
    thread.start()
    try:
        yield
    finally:
        thread.join()
    refusal = verdict[0] if verdict else damaged(path)
    if refusal is not None:
        raise refusal


def _check(content: bytes | None, path: Path) -> None:
    """Check the content of a file so that SQLite asks its CHECKs too.

    It leaves them out of what it may only read. So a copy in memory is asked, or the file itself
    where that would be too much: it is opened as if to write, and told to write nothing. One that
    the system gives only to read goes without its CHECKs then.
    """
    with closing(in_place(path) if content is None else in_memory(content)) as copy:
        require_sound(copy, path)


def require_our_tables(db: Database, path: Path) -> None:
    """Raise `CannotOpenError` if there is anything but our tables and indexes.

    Exactly our statements, so that no view, trigger or check of somebody else is ever run. The
    version is not that of the header, which a change that was cut short may have left ahead.
    """
    version = version_in(db)
    if not 0 < version <= len(MIGRATIONS) or statements(db) != expected_statements(version):
        raise not_a_plan(path)


def require_sound(db: Database, path: Path) -> None:
    """Raise `CannotOpenError` if pages, indexes, types, CHECKs or references are broken."""
    if db.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise damaged(path)
    if db.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path)


def _looked_through(db: Database, path: Path, look: Look[Found]) -> Found:
    if not is_older(db):
        return look(db, path)
    with closing(up_to_date_copy(db)) as copy:
        return look(copy, path)


def is_older(db: Database) -> bool:
    """Say whether an open file has the tables of an earlier release."""
    return version_in(db) < len(MIGRATIONS)


def up_to_date_copy(db: Database) -> Database:
    """Return the content of an older file in memory, in the newest tables; the file stays."""
    copy = in_memory(db.serialize())
    try:
        migrate(copy, version_in(copy))
    except sqlite3.Error:
        copy.close()
        raise
    return copy


def cannot_read(path: Path, error: Exception) -> CannotOpenError:
    """Return the refusal that tells why SQLite could not read the file."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CannotOpenError(
            "in_use",
            f"Otro programa está usando el archivo “{path.name}” en este momento. "
            "Ciérrelo o espere un poco, y vuelva a abrir el plan.",
        )
    if name.startswith("SQLITE_READONLY"):
        return CannotOpenError(
            "read_only",
            f"La última vez, el plan “{path.name}” no se cerró bien. "
            "Ábralo una vez para escribir en él y quedará como estaba.",
        )
    if name.startswith("SQLITE_IOERR"):
        return unreadable(path)
    return damaged(path)


def without_plan(path: Path) -> CannotOpenError:
    """Return the refusal of a file in which nothing was begun yet."""
    return CannotOpenError(
        "empty",
        f"El archivo “{path.name}” todavía no tiene ningún plan. Empiece un plan nuevo.",
    )


def damaged(path: Path) -> CannotOpenError:
    """Return the refusal of a file whose content is broken."""
    return CannotOpenError(
        "damaged",
        f"El archivo “{path.name}” está dañado y no se abrió, para no perder nada más. "
        "Use la última copia de respaldo o pida otra copia a quien se lo envió.",
    )


def unreadable(path: Path) -> CannotOpenError:
    """Return the refusal of a file that the disk, the network or the system does not give."""
    return CannotOpenError(
        "damaged",
        f"No se pudo leer el archivo “{path.name}”. "
        "Revise que la memoria o la red estén conectadas y que usted tenga permiso.",
    )


def _read_header(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise not_a_plan(path)
        with path.open("rb") as file:
            return file.read(HEADER_SIZE)
    except (OSError, UnicodeError) as error:
        raise not_given(path, error) from error


def not_given(path: Path, error: Exception) -> CannotOpenError:
    """Return the refusal of a file that is not there, or that cannot be read."""
    if not isinstance(error, FileNotFoundError):
        return unreadable(path)
    return CannotOpenError(
        "missing",
        f"No se encontró el archivo “{path.name}”. "
        "Quizá se movió, cambió de nombre o la memoria USB no está conectada.",
    )


def not_a_plan(path: Path) -> CannotOpenError:
    """Return the refusal of a file that another program has made."""
    return CannotOpenError(
        "not_a_plan",
        f"“{path.name}” no es un plan de poadesk. Elija un archivo hecho con este programa; "
        "este no se cambió.",
    )


def folder_refused(path: Path) -> CannotOpenError:
    """Return the refusal of a folder that does not take writing."""
    return CannotOpenError(
        "folder",
        f"No se puede escribir en la carpeta “{path.parent.name or path.parent}”. "
        "Abra el plan solo para leer, o cópielo a una carpeta suya.",
    )


def _in_use(path: Path, holder: Holder | None) -> str:
    if holder is None:
        who = f"El plan “{path.name}” ya está abierto en otra ventana o en otra computadora."
    else:
        who = (
            f"El plan “{path.name}” ya lo tiene abierto {holder.person or 'otra persona'} "
            f"en la computadora “{holder.computer}”, desde {holder.since}."
        )
    return who + " Dos personas no pueden escribir a la vez en el mismo archivo."
