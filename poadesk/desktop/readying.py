"""Loads the code of the steps not yet shown in idle moments, so that each opens at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from poadesk.widgets.open_plan import OpenPlan

_FOLDERS = ("poadesk.writing.screen", "poadesk.tracking.screen", "poadesk.printing.screen.reports")
IDLE = 1500  # milliseconds after the plan was opened, or after a key
_BETWEEN = 40  # milliseconds, in which keys and paints have their turn
_TURN = 0.01  # seconds after which no other module is begun


class Readying(QObject):
    """Loads a few modules at a time; whoever types puts it off."""

    def __init__(self, open_plan: OpenPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._modules = _modules()
        self._is_done = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._load_some)
        open_plan.typed.connect(self._put_off)
        self._put_off()

    def _put_off(self) -> None:
        if not self._is_done:
            self._pause.start(IDLE)

    def _load_some(self) -> None:
        until = perf_counter() + _TURN
        for name in self._modules:
            import_module(name)
            if perf_counter() > until:
                self._pause.start(_BETWEEN)
                return
        self._is_done = True


def _modules() -> Iterator[str]:
    for folder in _FOLDERS:
        paths = import_module(folder).__path__
        yield from (found.name for found in walk_packages(paths, f"{folder}."))
