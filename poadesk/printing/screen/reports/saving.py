"""Writes a report as PDF, workbook or JSON beside the window, and says how it went."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from poadesk.output import OutputError, write_whole
from poadesk.plan.fields import UnreadableError
from poadesk.plan.file_names import safe_name
from poadesk.plan.reports.kinds import TITLES, Report, report_of
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.report_json import report_json
from poadesk.printing.screen.builder import BUILDING
from poadesk.printing.screen.reports.making import Wish
from poadesk.quick_dataclass import dataclass
from poadesk.widgets.short_turns import short_turns

Progress = Callable[[float], None]
_LONGEST_NAME = 100  # characters, with the period
_FAILED = "No se pudo preparar este informe."


@dataclass(frozen=True, slots=True)
class Format:
    """A way to keep a report: ending, title of the question, and its kinds of files."""

    ending: str
    title: str
    kinds: str


PDF = Format("pdf", "Guardar PDF", "Documento PDF (*.pdf)")
WORKBOOK = Format("xlsx", "Guardar libro de Excel", "Libro de Excel (*.xlsx)")
JSON = Format("json", "Guardar JSON", "Archivo JSON (*.json)")


def offered_name(wish: Wish, ending: str) -> str:
    """Propose a name from report, unit or entity, and period: `Seguimiento Cobros enero….pdf`."""
    whose = wish.plans[0].unit if len(wish.plans) == 1 else wish.plans[0].entity
    period = period_of(wish.plans, wish.until).words()
    return file_name(f"{TITLES[wish.kind]} {whose}", period, ending)


def file_name(words: str, last: str, ending: str) -> str:
    """Return a name that every system takes: words as far as there is room, and the last ones."""
    return f"{safe_name(words, _LONGEST_NAME - len(last))} {last}".strip() + f".{ending}"


def content_of(wish: Wish, ending: str, progress: Progress) -> bytes:
    """Return the bytes of a report in a format; `progress` may raise to stop."""
    report = report_of(wish.kind, wish.plans, wish.until, wish.today, wish.group, wish.approved)
    progress(0.0)
    if ending == JSON.ending:
        return report_json(report).encode()
    if ending == WORKBOOK.ending:
        from poadesk.printing.report_workbook import build_report_workbook

        return build_report_workbook(report, wish.plans)
    return _pdf(report, wish, progress)


def _pdf(report: Report, wish: Wish, progress: Progress) -> bytes:
    # Local: ReportLab is loaded here, in the thread, and not when the window starts.
    from poadesk.printing.report_paper import build_report

    with BUILDING:
        progress(0.0)
        return build_report(report, wish.plans, None, progress)


class ReportSaver(QObject):
    """Prepares one file at a time. `ready` carries its bytes, `failed` a Spanish sentence."""

    ready = Signal(bytes)
    progressed = Signal(float)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._job: _Job | None = None
        self._is_over = False

    @property
    def is_busy(self) -> bool:
        """Say whether a file is being prepared."""
        return self._job is not None

    def prepare(self, make: Callable[[Progress], bytes]) -> None:
        """Begin to prepare a file, whose bytes `make` returns; one that was begun is given up."""
        self.cancel()
        if self._is_over:
            return
        job = self._job = _Job(make)
        job.tell.ready.connect(self._on_ready)
        job.tell.progressed.connect(self._on_progress)
        job.tell.failed.connect(self._on_failed)
        self._pool.start(job)

    def cancel(self) -> None:
        """Give up what is being prepared."""
        if self._job is not None:
            self._job.wanted = False
            self._job = None
            self.stopped.emit()

    def finish(self) -> None:
        """Give up, wait until the thread is idle, and begin nothing more; the plan is closed.

        A thread still at work when its screen is deleted would wait for ever for the window.
        """
        self._is_over = True
        self.cancel()
        self._pool.waitForDone()

    def _on_ready(self, job: object, content: bytes) -> None:
        if job is self._job:
            self._job = None
            self.ready.emit(content)

    def _on_progress(self, job: object, share: float) -> None:
        if job is self._job:
            self.progressed.emit(share)

    def _on_failed(self, job: object, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(sentence)


class _StoppedError(Exception):
    """The person has stopped it."""


class _Tell(QObject):
    """The job's signals, each with the job; made in the thread of the window."""

    ready = Signal(object, bytes)
    progressed = Signal(object, float)
    failed = Signal(object, str)


class _Job(QRunnable):
    """One file in the thread; it reads only frozen values."""

    def __init__(self, make: Callable[[Progress], bytes]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.wanted = True
        self.tell = _Tell()
        self._make = make

    def run(self) -> None:
        try:
            with short_turns():
                self._go_on(0.0)
                content = self._make(self._go_on)
                self._go_on(1.0)
        except _StoppedError:
            return
        except UnreadableError as error:
            self.tell.failed.emit(self, str(error))
            return
        except Exception:  # whatever a report trips over, the person gets one sentence
            logging.getLogger("poadesk").exception("saving a report failed")
            self.tell.failed.emit(self, _FAILED)
            return
        self.tell.ready.emit(self, content)

    def _go_on(self, share: float) -> None:
        if not self.wanted:
            raise _StoppedError
        self.tell.progressed.emit(self, share)


def write_report(path: Path, content: bytes) -> str:
    """Write a report in one move; return what is wrong with the place, or ""."""
    try:
        write_whole(path, content)
    except OutputError as error:
        return str(error)
    return ""
