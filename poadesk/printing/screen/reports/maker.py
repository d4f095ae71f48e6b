"""Makes a report beside the window, so that nobody waits for it while typing."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from poadesk.plan.fields import UnreadableError
from poadesk.plan.review import Finding
from poadesk.printing.screen.reports.making import Made, Wish, make
from poadesk.widgets.short_turns import short_turns

_FAILED = "No se pudo preparar este informe."


class ReportMaker(QObject):
    """Makes one report at a time; what was made of an older wish is dropped.

    `made` carries a `Made`, `failed` a Spanish sentence.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._latest: _Job | None = None
        self._number = 0
        self._is_over = False
        self._last: Made | None = None

    @property
    def is_busy(self) -> bool:
        """Say whether a report is being made."""
        return self._latest is not None

    def make(self, wish: Wish) -> None:
        """Begin to make a report; a wish that waits is forgotten."""
        self.forget()
        if self._is_over:
            return
        self._number += 1
        job = self._latest = _Job(self._number, wish, self._last)
        job.tell.made.connect(self._on_made)
        job.tell.failed.connect(self._on_failed)
        self._pool.start(job)

    def forget(self) -> None:
        """Give up what is being made."""
        if self._latest is not None:
            self._latest.wanted = False
            self._latest = None

    def finish(self) -> None:
        """Give up, wait until the thread is idle, and begin nothing more; the plan is closed.

        A thread still at work when its screen is deleted would wait for ever for the window.
        """
        self._is_over = True
        self.forget()
        self._pool.waitForDone()

    def _on_made(self, number: int, made: Made) -> None:
        if self._is_latest(number):
            self._latest, self._last = None, made
            self.made.emit(made)

    def _on_failed(self, number: int, sentence: str) -> None:
        if self._is_latest(number):
            self._latest = None
            self.failed.emit(sentence)

    def _is_latest(self, number: int) -> bool:
        return self._latest is not None and self._latest.number == number


class _Tell(QObject):
    """The job's signals, each with its number; made in the thread of the window."""

    made = Signal(int, object)
    failed = Signal(int, str)


class _Job(QRunnable):
    """One report in the thread; it reads only frozen values."""

    def __init__(self, number: int, wish: Wish, last: Made | None) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.number = number
        self.wanted = True
        self.tell = _Tell()
        self._wish = wish
        self._last = last

    def run(self) -> None:
        if not self.wanted:
            return
        try:
            with short_turns():
                made = make(self._wish, self._known_alerts())
        except UnreadableError as error:
            self.tell.failed.emit(self.number, str(error))
        except Exception:  # whatever a report trips over, the person gets one sentence
            logging.getLogger("poadesk").exception("a report failed")
            self.tell.failed.emit(self.number, _FAILED)
        else:
            self.tell.made.emit(self.number, made)

    def _known_alerts(self) -> tuple[Finding, ...] | None:
        """Return the alerts of the report before, if they are of the same plans and month."""
        before = self._last.wish if self._last is not None else None
        wish = self._wish
        if before is None or before.plans != wish.plans or before.until != wish.until:
            return None
        return self._last.alerts if self._last is not None else None
