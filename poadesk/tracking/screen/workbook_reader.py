"""Reads a workbook in a thread, so that the window tells how far it is and can give it up."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.widgets.short_turns import short_turns
from poadesk.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from poadesk.tracking.workbook.reading import Workbook

AT_ONCE = 250  # milliseconds; what takes no longer needs no dialog
_FAILED = "No se pudo leer este libro. Ábralo con Excel, guárdelo otra vez y tráigalo de nuevo."


def read_with_progress(parent: QWidget, source: Path, stored: Sequence[Plan]) -> Workbook | None:
    """Return the workbook, or None if the person gave it up.

    Raises `UnreadableError` as `read_workbook` does.
    """
    job = _Job(source, tuple(stored))
    pool = QThreadPool()
    dialog = WaitingDialog(parent, "Leyendo el libro")
    job.tell.progressed.connect(dialog.show_share)
    job.tell.ended.connect(dialog.accept)
    dialog.give_up_wanted.connect(job.given_up.set)
    pool.start(job)
    if not pool.waitForDone(AT_ONCE):
        dialog.exec()
        pool.waitForDone()
    dialog.deleteLater()
    if job.error is not None:
        raise job.error
    return job.workbook


class _CancelledError(Exception):
    """The person has given it up."""


class _Tell(QObject):
    """The job's signals; made in the thread of the window."""

    progressed = Signal(float)
    ended = Signal()


class _Job(QRunnable):
    """One reading in the thread; it leaves `workbook`, `error`, or neither if it was given up."""

    def __init__(self, source: Path, stored: tuple[Plan, ...]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.tell = _Tell()
        self.given_up = Event()
        self.workbook: Workbook | None = None
        self.error: UnreadableError | None = None
        self._source = source
        self._stored = stored

    def run(self) -> None:
        # Local: it brings what reads XML and the network with it, for a book once a year.
        from poadesk.tracking.workbook.reading import read_workbook

        try:
            with short_turns():
                self.workbook = read_workbook(self._source, self._stored, self._go_on)
        except _CancelledError:
            pass
        except UnreadableError as error:
            self.error = error
        except Exception:  # whatever the workbook trips over, the person gets one sentence
            logging.getLogger("poadesk").exception("reading a workbook failed")
            self.error = UnreadableError(_FAILED)
        self.tell.ended.emit()

    def _go_on(self, share: float) -> None:
        if self.given_up.is_set():
            raise _CancelledError
        self.tell.progressed.emit(share)
