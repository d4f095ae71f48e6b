"""A file from somebody else, read as if it wanted to do harm.

It is read into memory at once and never opened where it lies, so that nothing beside it is read
and it cannot change underneath. Before the first row is looked at, its statements are exactly
those of our own tables: there is no view, trigger, check or virtual table of somebody else that
reading could run, and so nothing that an authorizer would have to forbid. What lasts too long or
is too large is given up. Only plans come out of it, never SQL.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import thread_time

from poadesk.plan.model import ROW_CLASSES, Plan
from poadesk.plan.office import KIT, kit_of, plans_of_units
from poadesk.planfile import opening
from poadesk.planfile.connecting import in_memory
from poadesk.planfile.database import Database
from poadesk.planfile.errors import CannotOpenError, RefusedFileError
from poadesk.planfile.foreign_values import MOST_ROWS, require_own_ties, require_values
from poadesk.planfile.rows import read_plans
from poadesk.planfile.schema import migrate, version_in
from poadesk.quick_dataclass import dataclass

LARGEST_FILE = 24_000_000  # bytes; a plan of 2,000 activities has 4,000,000, its steps twice that
LONGEST_VALUE = 8_000_000  # bytes; a scanned coat of arms has 1,000,000
SECONDS_FOR_A_FILE = 1.5  # of work, not of waiting for other programs
_STEPS_BETWEEN_LOOKS = 5_000  # of the machine that runs SQL; a tenth of a millisecond
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d", re.ASCII)
# Takes what is wanted out of the plans of a file, or refuses it.
_Wanted = Callable[[tuple[Plan, ...], Path], tuple[Plan, ...]]
_MEGABYTES = LARGEST_FILE // 1_000_000


@dataclass(frozen=True, slots=True)
class Received:
    """What a file holds: the plans of units, and when it was last written in, "" if unknown."""

    plans: tuple[Plan, ...]
    edited_at: str
    size: int


def read_received(path: Path) -> Received:
    """Return the plans of a file that somebody handed over, which is not changed.

    An older file comes out as if it were new. Raises `RefusedFileError`.
    """
    return _read_guarded(path, _of_units)


def read_kit(path: Path) -> Plan:
    """Return what the planning office gives, from a file that it handed over.

    It is read with the same care as what units hand over. Raises `RefusedFileError`.
    """
    try:
        (kit,) = _read_guarded(path, _kit).plans
    except RefusedFileError as refusal:
        told = str(refusal).replace("Pida a la unidad", "Pida a Planificación")
        raise RefusedFileError(refusal.kind, told) from refusal
    return kit


def is_kit(path: Path) -> bool:
    """Say whether a file holds what the planning office gives and no plan of a unit.

    Nothing else of it is looked at, so that a plan that is opened need not be read twice.
    """
    try:
        with _opened(path) as (db, _):
            roles = db.execute("SELECT DISTINCT role FROM plan LIMIT 2").fetchall()
    except (CannotOpenError, RefusedFileError, sqlite3.Error, UnicodeError, MemoryError):
        return False  # a file of before there were kits, too
    return roles == [(KIT,)]


def _read_guarded(path: Path, wanted: _Wanted) -> Received:
    try:
        return _read(path, wanted)
    except CannotOpenError as refusal:
        raise RefusedFileError(refusal.kind, str(refusal)) from refusal
    except (sqlite3.Error, UnicodeError, OverflowError, ValueError, MemoryError) as error:
        raise _refusal(path, error) from error


def _content_of(path: Path) -> bytes:
    """Return the bytes of a regular file that is not too large, without waiting for a pipe."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _AS_IT_IS)
        with open(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise opening.not_a_plan(path)
            content = file.read(LARGEST_FILE + 1) if found.st_size <= LARGEST_FILE else None
    except IsADirectoryError as error:
        raise opening.not_a_plan(path) from error
    except OSError as error:
        raise opening.not_given(path, error) from error
    if content is None or len(content) > LARGEST_FILE:
        raise RefusedFileError(
            "too_big",
            f"El archivo “{path.name}” pasa de {_MEGABYTES} megabytes, más que cualquier plan. "
            "Pida a la unidad que lo envíe desde el programa, con la orden Entregar.",
        )
    return content


def _require_finished(path: Path) -> None:
    """Refuse a file that is being written, or was when the power went: it may be half new."""
    if os.path.exists(f"{path}-journal"):
        raise RefusedFileError(
            "unfinished",
            f"El archivo “{path.name}” se está escribiendo o no se cerró bien. "
            "Ábralo una vez con el programa, ciérrelo y entréguelo de nuevo.",
        )


# Windows: bytes as they are; elsewhere: opening a pipe must not wait for its other end.
_AS_IT_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Database, int]]:
    """Open a file in memory, with our tables and no others, and tell its size."""
    content = _content_of(path)
    _require_finished(path)
    opening.require_header(content[: opening.HEADER_SIZE], path)
    size = len(content)
    db = in_memory(content, LONGEST_VALUE)
    del content  # SQLite has a copy; a large file must not lie in memory twice
    try:
        db.set_progress_handler(_is_late(thread_time()), _STEPS_BETWEEN_LOOKS)
        opening.require_our_tables(db, path)
        yield db, size
    finally:
        db.close()


def _read(path: Path, wanted: _Wanted) -> Received:
    with _opened(path) as (db, size):
        _require_few_rows(db, path)
        opening.require_sound(db, path)
        migrate(db, version_in(db))
        plans = read_plans(db, require_values)
        edited_at = _edited_at(db)
    return Received(wanted(plans, path), edited_at, size)


def _is_late(begun: float) -> Callable[[], bool]:
    return lambda: thread_time() - begun > SECONDS_FOR_A_FILE


def _require_few_rows(db: Database, path: Path) -> None:
    present = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
    tables = [cls.TABLE for cls in ROW_CLASSES if cls.TABLE in present]
    counts = (db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
    if sum(counts) > MOST_ROWS:
        raise RefusedFileError(
            "too_big",
            f"El archivo “{path.name}” tiene más de {MOST_ROWS:,} filas, más que cualquier plan, "
            "y no se recibió. Pida a la unidad que revise qué archivo envió.",
        )


def _edited_at(db: Database) -> str:
    """Return when the last step was made, as the journal keeps it: `2026-11-20 10:42`."""
    at = db.execute("SELECT max(at) FROM journal_step WHERE length(at) = 16").fetchone()[0]
    return at if at and _MOMENT.fullmatch(at) else ""


def _of_units(plans: tuple[Plan, ...], path: Path) -> tuple[Plan, ...]:
    """Return the plans of units; what the office gives to all is not taken back from a file."""
    found = plans_of_units(plans)
    if not plans:
        raise RefusedFileError(
            "no_plan",
            f"El archivo “{path.name}” todavía no tiene ningún plan. "
            "Pida a la unidad el archivo en que escribió el suyo.",
        )
    if not found:
        raise RefusedFileError(
            "kit",
            f"“{path.name}” es material de la oficina, no un plan. "
            "Pida a la unidad el archivo que hizo a partir de él.",
        )
    require_own_ties(found)
    return found


def _kit(plans: tuple[Plan, ...], path: Path) -> tuple[Plan, ...]:
    kit = kit_of(plans)
    if kit is None:
        raise RefusedFileError(
            "no_plan",
            f"El archivo “{path.name}” no es un material de Planificación, sino el plan de una "
            "unidad. Pida el material a su oficina de Planificación.",
        )
    require_own_ties((kit,))
    return (kit,)


def _refusal(path: Path, error: Exception) -> RefusedFileError:
    if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
        return RefusedFileError(
            "slow",
            f"El archivo “{path.name}” tarda demasiado en leerse y no se recibió. "
            "Pida a la unidad que lo envíe otra vez.",
        )
    return RefusedFileError(
        "damaged",
        f"El archivo “{path.name}” está dañado o tiene datos que este programa no escribe, "
        "y no se recibió. Pida a la unidad que lo envíe otra vez.",
    )
