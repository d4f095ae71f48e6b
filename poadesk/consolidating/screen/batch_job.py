"""One batch in a thread beside the window: how far it is, what became of it, and giving it up."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from poadesk.consolidating.batch import consolidate
from poadesk.consolidating.outcome import CancelledError, CannotConsolidateError
from poadesk.planfile.errors import PlanFileError
from poadesk.planfile.plan_file import COPIES_BESIDE
from poadesk.widgets.short_turns import short_turns

_FAILED = (
    "No se pudo recibir lo que eligió, y el archivo de la oficina quedó como estaba. "
    "Inténtelo otra vez con menos archivos, para ver cuál es."
)


class BatchJob(QObject):
    """`told` carries a `Progress`, `done` an `Outcome`, `failed` a sentence, "" if given up."""

    told = Signal(object)
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path, sources: Sequence[Path], take_older: bool) -> None:
        super().__init__()
        self._given_up = Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._run = _Run(self, path, sources, take_older, self._given_up)

    def begin(self) -> None:
        """Begin; the file must be closed here."""
        self._pool.start(self._run)

    def give_up(self) -> None:
        """Stop before the next file; the office's file will be as it was."""
        self._given_up.set()

    def wait(self) -> None:
        """Wait until the thread is idle."""
        self._pool.waitForDone()


class _Run(QRunnable):
    """What runs in the thread; it opens the file there and closes it again."""

    def __init__(
        self,
        job: BatchJob,
        path: Path,
        sources: Sequence[Path],
        take_older: bool,
        given_up: Event,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job
        self._path = path
        self._sources = list(sources)
        self._take_older = take_older
        self._given_up = given_up

    def run(self) -> None:
        try:
            with short_turns():
                outcome = consolidate(
                    self._path,
                    self._sources,
                    take_older=self._take_older,
                    copies=self._path.parent / COPIES_BESIDE,
                    told=self._job.told.emit,
                    cancelled=self._given_up.is_set,
                )
        except CancelledError:
            self._job.failed.emit("")
        except (CannotConsolidateError, PlanFileError) as error:
            self._job.failed.emit(str(error))
        except Exception:  # whatever a file trips over, the person gets one sentence
            logging.getLogger("poadesk").exception("receiving failed")
            self._job.failed.emit(_FAILED)
        else:
            self._job.done.emit(outcome)
