"""Files and folders into the office's file: all of them in one transaction, or none.

Each file is read, told new or old and written before the next is opened, so that a thousand need
no more memory than one. A batch leaves no undo step: the journal would hold every row twice more.
Instead a copy of the file is made before it, to which the office can go back; that also takes back
a batch of a week ago, when the steps of today would stand in its way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from poadesk.consolidating.files import files_of
from poadesk.consolidating.outcome import (
    Accepted,
    CancelledError,
    CannotConsolidateError,
    Outcome,
    Progress,
    Rejected,
)
from poadesk.consolidating.receiving import Receiving
from poadesk.plan.handing_over import STAMP
from poadesk.plan.office import KIT
from poadesk.planfile.errors import CannotSaveError, RefusedFileError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.received import read_received
from poadesk.planfile.whole import new_plan_file
from poadesk.planfile.whole_plans import WholePlans

__all__ = ["Accepted", "CancelledError", "Outcome", "Progress", "Rejected", "consolidate"]


def consolidate(
    path: Path,
    sources: Iterable[Path],
    *,
    take_older: bool = False,
    copies: Path | None = None,
    told: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Receive files and folders into the office's file at `path`, which is made if need be.

    For a worker thread too: the file is opened here, so it must not be open elsewhere. `told` is
    called before each file, and `cancelled` is asked. `copies` is the folder for a copy of the
    file as it was. Raises `CancelledError`, `CannotConsolidateError` or a `PlanFileError`; the
    file is then as it was, or was not made.
    """

    def go_on() -> None:
        if cancelled():
            raise CancelledError

    files, empty = files_of(sources, path, go_on)
    if not path.exists():
        return _into_new(path, files, empty, told, go_on)
    with PlanFile.open(path) as file, _refused_plainly(path):
        copy = file.back_up(copies) if copies is not None else None
        return _receive(file, files, empty, take_older, told, go_on, copy)


def _into_new(
    path: Path,
    files: Sequence[Path],
    empty: Sequence[Path],
    told: Callable[[Progress], None],
    go_on: Callable[[], None],
) -> Outcome:
    """Make the office's file; a batch without a plan leaves none behind."""
    outcome = None
    try:
        with new_plan_file(path) as file, _refused_plainly(path):
            outcome = _receive(file, files, empty, False, told, go_on, None)
            if not outcome.accepted:
                raise CancelledError
    except CancelledError:
        if outcome is None:
            raise
    return outcome


def _receive(
    file: PlanFile,
    files: Sequence[Path],
    empty: Sequence[Path],
    take_older: bool,
    told: Callable[[Progress], None],
    go_on: Callable[[], None],
    copy: Path | None,
) -> Outcome:
    at = datetime.now().strftime(STAMP)
    with file.whole_plans() as plans:
        _require_office(plans, file.path)
        receiving = Receiving(plans, at, take_older)
        for done, path in enumerate(files):
            go_on()
            told(Progress(done, len(files), path.name))
            try:
                receiving.take(path, read_received(path))
            except RefusedFileError as refusal:
                receiving.refuse(path, refusal.kind, str(refusal))
        go_on()
        for folder in empty:
            receiving.refuse(folder, "missing", _NOTHING_IN.format(folder.name))
        receiving.finish()
        told(Progress(len(files), len(files), ""))
    return Outcome(tuple(receiving.accepted), tuple(receiving.rejected), copy)


@contextmanager
def _refused_plainly(path: Path) -> Iterator[None]:
    """Say of a batch that was not written what matters of it: nothing was typed that waits."""
    try:
        yield
    except CannotSaveError as error:
        why = _NO_ROOM if error.kind == "full" else _NOT_TAKEN
        raise CannotSaveError(error.kind, why.format(path.name)) from error


def _require_office(plans: WholePlans, path: Path) -> None:
    """Refuse the file of one unit, which somebody may have named by mistake."""
    heads = list(plans.heads())
    if len(heads) == 1 and heads[0].role != KIT:
        raise CannotConsolidateError(
            f"“{path.name}” es el plan de una unidad y no se cambió: "
            "elija el archivo de la oficina, o un nombre nuevo para el consolidado."
        )


_NOTHING_IN = (
    "En la carpeta “{}” no hay ningún archivo de plan (.sqlite). "
    "Revise que sea la carpeta de las entregas."
)
_NO_ROOM = (
    "No queda espacio donde está “{}”: no se recibió nada y quedó como estaba. "
    "Libere espacio y reciba los archivos de nuevo."
)
_NOT_TAKEN = (
    "No se pudo escribir en “{}”: no se recibió nada y quedó como estaba. "
    "Revise que la memoria o la red estén conectadas y que otro programa no lo use."
)
