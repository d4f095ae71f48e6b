"""Files for the person: written beside their place, then renamed, and never over a plan."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLAN_MAGIC = b"SQLite format 3\x00"


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
    except OSError as error:
        raise _cannot_write(target) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def folder_made_whole(target: Path) -> Iterator[Path]:
    """Yield an empty folder that gets the name `target` once it is filled, as `made_whole`.

    Raises `OutputError` also if there is something of that name already.
    """
    if target.exists():
        raise OutputError(f"Ya existe “{target.name}” en esa carpeta: elija otro nombre.")
    beside = _beside(target)
    try:
        beside.mkdir()
        yield beside
        beside.rename(target)
    except OSError as error:
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
    """Raise `OutputError` if writing to `target` could destroy a plan."""
    if target.suffix.casefold() == ".sqlite" or _holds_a_plan(target):
        raise OutputError(f"“{target.name}” es un plan y no se escribe encima: elija otro nombre.")
    if target.is_dir():
        raise OutputError(f"“{target.name}” es una carpeta: agregue el nombre del archivo.")


def _holds_a_plan(target: Path) -> bool:
    try:
        with target.open("rb") as file:
            return file.read(len(_PLAN_MAGIC)) == _PLAN_MAGIC
    except OSError:
        return False
