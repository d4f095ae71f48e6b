"""Files for the person: written beside their place, then renamed, and never over a plan."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SQLITE, _HEADER_SIZE = b"SQLite format 3\x00", 100
_OURS = b"POAD"  # the `application_id` of every plan, which `planfile.schema` has as a number
_NOT_WRITTEN = (OSError, UnicodeError)  # the latter for a name that the system cannot write


class OutputError(Exception):
    """A file could not be written; `str(error)` is one Spanish sentence."""


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it; raise `OutputError` if it cannot be."""
    refuse_plan(target)
    with made_whole(target) as beside:
        beside.write_bytes(content)


@contextmanager
def made_whole(target: Path) -> Iterator[Path]:
    """Yield a path beside `target` for a new file, which takes its place once it is written.

    Nothing is left of it if what is done with it fails; `OutputError` if it cannot be written.
    """
    beside = _beside(target)
    try:
        yield beside
        with beside.open("r+b") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    except _NOT_WRITTEN as error:
        raise _cannot_write(target) from error
    finally:
        with suppress(OSError):  # the person is told what went wrong before
            beside.unlink(missing_ok=True)


@contextmanager
def folder_made_whole(target: Path) -> Iterator[Path]:
    """Yield an empty folder that gets the name `target` once it is filled, as `made_whole`.

    Raises `OutputError` also if there is something of that name already.
    """
    if os.path.exists(target):
        raise OutputError(f"Ya existe “{target.name}” en esa carpeta: elija otro nombre.")
    beside = _beside(target)
    try:
        beside.mkdir()
        yield beside
        beside.rename(target)
    except _NOT_WRITTEN as error:
        raise _cannot_write(target) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{uuid.uuid4().hex}.tmp")


def _cannot_write(target: Path) -> OutputError:
    return OutputError(
        f"No se pudo guardar “{target.name}” en esa carpeta: "
        "revise que exista, que tenga espacio y que se pueda escribir en ella."
    )


def refuse_plan(target: Path) -> None:
    """Raise `OutputError` if writing to `target` could destroy a plan, or a database in use."""
    header = _sqlite_header(target)
    if target.suffix.casefold() == ".sqlite" or _is_of_a_plan(header):
        raise OutputError(f"“{target.name}” es un plan y no se escribe encima: elija otro nombre.")
    if header and any(Path(f"{target}{end}").exists() for end in ("-wal", "-journal")):
        raise OutputError(
            f"“{target.name}” es una base de datos que otro programa está usando: "
            "ciérrela en él, o elija otro nombre."
        )
    if os.path.isdir(target):  # of a `Path` it would fail with a name that no system takes
        raise OutputError(f"“{target.name}” es una carpeta: agregue el nombre del archivo.")


def _is_of_a_plan(header: bytes) -> bool:
    """Say whether a header is that of a plan; one that is cut off may have been."""
    return header[68:72] == _OURS or 0 < len(header) < _HEADER_SIZE


def _sqlite_header(target: Path) -> bytes:
    """Return the first bytes of a database of SQLite; none of what is no such file."""
    try:
        with target.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except _NOT_WRITTEN:
        return b""
    return header if header.startswith(_SQLITE) else b""
