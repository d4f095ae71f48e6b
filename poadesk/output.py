"""Files for the person: written beside their place, then renamed, and never over a plan."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

_PLAN_MAGIC = b"SQLite format 3\x00"


class OutputError(Exception):
    """A file could not be written; `str(error)` is one Spanish sentence."""


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it; raise `OutputError` if it cannot be."""
    refuse_plan(target)
    beside = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise OutputError(
            f"No se pudo guardar “{target.name}” en esa carpeta: "
            "revise que exista, que tenga espacio y que se pueda escribir en ella."
        ) from error
    finally:
        beside.unlink(missing_ok=True)


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
