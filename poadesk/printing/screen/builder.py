"""Builds the PDF of frozen plans beside the window, so that nobody waits for it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.printing.giving_way import give_way, hold_up, let_go_on
from poadesk.printing.options import PrintOptions
from poadesk.printing.paper_places import PaperPlaces
from poadesk.widgets.short_turns import short_turns

# ReportLab keeps its faces and settings in the module, so two papers are never built at once.
BUILDING = threading.Lock()


class _CancelledError(Exception):
    """A newer wish, or the person, has made this one pointless."""


# Makes the bytes of a document: it tells its progress, and where everything stands.
Make = Callable[[Callable[[float], None], PaperPlaces], bytes]


class PdfBuilder(QObject):
    """Builds one PDF at a time; a newer wish replaces the older.

    `built` carries the bytes, `progressed` the share done (0 to 1), `failed` a Spanish sentence,
    `stopped` tells that the last wish was given up. `places` says where everything stands in the
    last PDF that was built, `took` how many seconds of work it was.
    """

    built = Signal(bytes)
    progressed = Signal(float)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._latest: _Job | None = None
        self._number = 0
        self._is_over = False
        self._answered = QTimer(self, singleShot=True, interval=0)
        self._answered.timeout.connect(let_go_on)
        self.places = PaperPlaces()
        self.took = 0.0

    def build(self, plans: Plan | Sequence[Plan], options: PrintOptions) -> None:
        """Begin to build one plan, or several one after the other; what was begun is given up."""
        wanted = (plans,) if isinstance(plans, Plan) else tuple(plans)
        self.make(partial(_printed, wanted, options))

    def make(self, make: Make) -> None:
        """Begin to make another document in the same way; what was begun is given up."""
        if self._latest is not None:
            self._latest.wanted = False
        if self._is_over:
            return
        self._number += 1
        job = self._latest = _Job(self._number, make)
        job.tell.built.connect(self._on_built)
        job.tell.progressed.connect(self._on_progress)
        job.tell.failed.connect(self._on_failed)
        self._pool.start(job)

    def give_way(self) -> None:
        """Let whoever types go first: what is being built waits until the window has painted."""
        if self.is_busy:
            hold_up()
            self._answered.start()

    @property
    def is_busy(self) -> bool:
        """Say whether a wish is still being built."""
        return self._latest is not None

    def cancel(self) -> None:
        """Give up what is being built."""
        let_go_on()
        if self._latest is not None:
            self._latest.wanted = False
            self._latest = None
            self.stopped.emit()

    def finish(self) -> None:
        """Give up, wait until the thread is idle, and begin nothing more; the plan is closed.

        A thread still at work when its screen is deleted would wait for ever for the window.
        """
        self._is_over = True
        self.cancel()
        self._pool.waitForDone()

    def _on_built(self, number: int, pdf: bytes, places: PaperPlaces) -> None:
        if self._latest is not None and self._is_latest(number):
            self.places, self.took = places, self._latest.took
            self._latest = None
            self.built.emit(pdf)

    def _on_progress(self, number: int, share: float) -> None:
        if self._is_latest(number):
            self.progressed.emit(share)

    def _on_failed(self, number: int, sentence: str) -> None:
        if self._is_latest(number):
            self._latest = None
            self.failed.emit(sentence)

    def _is_latest(self, number: int) -> bool:
        return self._latest is not None and self._latest.number == number


class _Tell(QObject):
    """The job's signals, each with its number; made in the thread of the window."""

    built = Signal(int, bytes, object)
    progressed = Signal(int, float)
    failed = Signal(int, str)


class _Job(QRunnable):
    """One build in the thread; it reads only frozen values."""

    def __init__(self, number: int, make: Make) -> None:
        super().__init__()
        self.number = number
        self.setAutoDelete(False)
        self.wanted = True
        self.took = 0.0
        self.tell = _Tell()
        self._make = make

    def run(self) -> None:
        try:
            places = PaperPlaces()
            with BUILDING, short_turns():
                self._go_on(0.0)
                began = time.thread_time()
                pdf = self._make(self._go_on, places)
                self.took = time.thread_time() - began
        except _CancelledError:
            return
        except UnreadableError as error:
            self.tell.failed.emit(self.number, str(error))
            return
        except Exception:  # whatever the papers trip over, the person gets one sentence
            logging.getLogger("poadesk").exception("printing failed")
            self.tell.failed.emit(self.number, "No se pudieron preparar las páginas de este plan.")
            return
        self.tell.built.emit(self.number, pdf, places)

    def _go_on(self, share: float) -> None:
        give_way()
        if not self.wanted:
            raise _CancelledError
        self.tell.progressed.emit(self.number, share)


def _printed(
    plans: tuple[Plan, ...],
    options: PrintOptions,
    progress: Callable[[float], None],
    places: PaperPlaces,
) -> bytes:
    # Local: ReportLab is loaded here, in the thread, and not when the window starts.
    from poadesk.printing.annual_plan import build

    return build(plans, options, progress, places)
