"""A file that is handed to somebody else: one plan as it is now, and nothing of how it came to be.

It is written anew from the plan itself, so that neither the steps that can be undone nor deleted
words travel with it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from poadesk.plan.frozen import digest, frozen
from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotSaveError, PlanFileError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.whole import new_plan_file
from poadesk.planfile.whole_plans import TakenRowsError


def write_travelling(target: Path, plan: Plan, approved: Plan | None) -> None:
    """Write a checked file with this plan alone, in one move, and read it back.

    It goes with the plan as it was `approved`, if it was. Raises `CannotSaveError`.
    """
    beside = target.with_name(f".{uuid.uuid4().hex}.sqlite")
    try:
        with new_plan_file(beside) as file:
            with file.whole_plans() as plans:
                plans.write(plan)
                if approved is not None:
                    plans.keep(digest(approved), frozen(approved))
            file.copy_to(target)
        with PlanFile.open(target, read_only=True) as file:
            is_whole = [digest(one) for one in file.read()] == [digest(plan)]
    except (PlanFileError, TakenRowsError) as error:
        raise _not_made(target) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    if not is_whole:
        raise _not_made(target)


@contextmanager
def folder_beside(folder: Path) -> Iterator[Path]:
    """Make a folder in which files are prepared; afterwards it is gone with all that is in it."""
    beside = folder / f".{uuid.uuid4().hex}.tmp"
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        yield beside
    except (OSError, UnicodeError) as error:  # a name that the system cannot write
        raise _folder_refused(folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if made:
            _remove_if_empty(folder)


@contextmanager
def moved_into(target: Path, beside: Path) -> Iterator[None]:
    """Move the files in `beside` into the folder `target`; if what follows fails, all goes back.

    A folder that is not there yet comes in one move. In one that is there, what has the same names
    is replaced, and whatever else lies there stays.
    """
    with ExitStack() as going_back:
        if target.exists():
            _move_each(target, beside, going_back)
        else:
            os.replace(beside, target)
            going_back.callback(os.replace, target, beside)
        yield
        going_back.pop_all()


def _move_each(target: Path, beside: Path, going_back: ExitStack) -> None:
    for path in sorted(beside.iterdir()):
        place = target / path.name
        if place.exists():
            before = beside / f"{path.name}.before"
            os.replace(place, before)
            going_back.callback(os.replace, before, place)
        os.replace(path, place)
        going_back.callback(place.unlink)


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _not_made(target: Path) -> CannotSaveError:
    return CannotSaveError(
        "other",
        f"No se pudo preparar “{target.name}” en esa carpeta, y no se cambió nada. "
        "Elija otro lugar con espacio libre.",
    )


def _folder_refused(folder: Path) -> CannotSaveError:
    name = folder.name or str(folder)
    return CannotSaveError(
        "other",
        f"No se pudo escribir en la carpeta “{name}”, y no se cambió nada. "
        "Revise que exista, que tenga espacio y que se pueda escribir en ella, o elija otra.",
    )
