"""Checks the plan after a pause, in a thread of its own, so that typing never waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from poadesk.plan.model import Plan
from poadesk.widgets.short_turns import short_turns

if TYPE_CHECKING:
    from poadesk.plan.review import Finding
    from poadesk.widgets.open_plan import OpenPlan
    from poadesk.widgets.reading import Reading

PAUSE = 300  # milliseconds after a change; another one begins it anew


class Checking(QObject):
    """Follows an open plan; `checked` when the findings of its present reading are at hand."""

    checked = Signal()

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan)
        self._open_plan = open_plan
        self._job: _Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        open_plan.changed.connect(self.begin_later)
        open_plan.chosen.connect(self.begin_later)
        open_plan.closing.connect(self.finish)

    def begin_later(self) -> None:
        """Check the plan after a pause, and then tell it in any case."""
        self._pause.start()

    def finish(self) -> None:
        """Check no more, and wait until the thread is idle; before the plan is closed."""
        self._pause.stop()
        if self._job is not None:
            QThreadPool.globalInstance().waitForDone()
            self._job = None

    def _begin(self) -> None:
        if self._job is not None:  # its end begins anew
            return
        reading = self._open_plan.reading
        if reading.has_findings:
            self.checked.emit()
            return
        self._job = _Job(reading)
        self._job.tell.done.connect(self._on_done)
        QThreadPool.globalInstance().start(self._job)

    def _on_done(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        if job.reading is self._open_plan.reading:
            job.hand_over()
            self.checked.emit()
        elif not self._pause.isActive():  # a pause has ended while the thread was at work
            self._begin()


class _Tell(QObject):
    """The job's signal; made in the thread of the window."""

    done = Signal()


class _Job(QRunnable):
    """One check in the thread; it reads only frozen values."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.reading = reading
        self.tell = _Tell()
        self._plan: Plan = reading.plan
        self._found: list[Finding] | None = None

    def run(self) -> None:
        # Local: the checks are loaded here, in the thread, and not when the window starts.
        from poadesk.plan.checks import findings

        try:
            with short_turns():
                self._found = findings(self._plan)
        except Exception:  # it happens again, and is told, where the window asks for the findings
            import logging  # local: it hardly ever comes to this

            logging.getLogger("poadesk").exception("checking failed")
        self.tell.done.emit()

    def hand_over(self) -> None:
        """Give what was found to the reading; in the thread of the window."""
        if self._found is not None:
            self.reading.take_findings(self._found)
