"""Readies the steps not yet shown in idle moments, so that each opens at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from poadesk.widgets.later import later
from poadesk.widgets.open_plan import OpenPlan

_FOLDERS = ("poadesk.writing.screen", "poadesk.tracking.screen", "poadesk.printing.screen.reports")
COPYING = 200  # milliseconds after the plan is in sight: before anybody writes in it
IDLE = 1500  # milliseconds after the plan was opened, or after a key
_BETWEEN = 40  # milliseconds, in which keys and paints have their turn
_TURN = 0.01  # seconds after which nothing else is begun


class Readying(QObject):
    """Loads the code of the steps, and works out what takes long; whoever types puts it off.

    First the copy of the plan is made, for which the first letter would have to wait otherwise.
    """

    def __init__(self, open_plan: OpenPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._work = _work(open_plan)
        self._is_done = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._do_some)
        open_plan.typed.connect(self._put_off)
        open_plan.closing.connect(self._pause.stop)
        self._put_off()
        later(self, COPYING, lambda: open_plan.file.see_copied())

    def _put_off(self) -> None:
        if not self._is_done:
            self._pause.start(IDLE)

    def _do_some(self) -> None:
        until = perf_counter() + _TURN
        for _ in self._work:
            if perf_counter() > until:
                self._pause.start(_BETWEEN)
                return
        self._is_done = True


def _work(open_plan: OpenPlan) -> Iterator[None]:
    """Yield after each small piece, of which a few are done at a time."""
    for name in _modules():
        import_module(name)
        yield
    # Local: the window must not wait for them.
    from poadesk.tracking.screen import standings
    from poadesk.writing.screen.schedule import kept_rows

    yield from kept_rows.work_out(open_plan)
    yield from standings.work_out(open_plan)


def _modules() -> Iterator[str]:
    from pkgutil import walk_packages

    for folder in _FOLDERS:
        paths = import_module(folder).__path__
        yield from (found.name for found in walk_packages(paths, f"{folder}."))
