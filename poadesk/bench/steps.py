"""Opening each step of a plan with 2,000 activities in the window, at first and again.

Each in a process of its own, because a module is loaded only once. The time is that of the
processor in the thread of the window, which other programs hardly change.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time
from typing import TYPE_CHECKING

from poadesk.bench.outline import application, long_plan
from poadesk.bench.timing import Measured, within

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow

STEPS = ("swot", "lines", "objectives", "goals", "resources", "schedule", "tracking", "reports")
LIMIT = 0.150  # seconds
_SIZE = (1280, 800)
_ROWS, _COLUMNS = 2_800, 14  # of the bare table: as many lines as the grids have
_SETTLED = 8_000  # milliseconds, after which everything is loaded that is loaded in pauses


def measure_first(step: str) -> Measured:
    """Measure opening a step for the first time, against a bare QTableView."""
    bare, first, _ = _measured(step)
    return within(f"opening {step} at first, with 2,000 activities", bare, first, LIMIT)


def measure_again(step: str) -> Measured:
    """Measure opening a step that was shown before, against a bare QTableView."""
    bare, _, again = _measured(step)
    return within(f"opening {step} again, with 2,000 activities", bare, again, LIMIT)


def _measured(step: str) -> list[float]:
    with TemporaryDirectory() as folder:
        kept = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        wanted = [sys.executable, "-m", "poadesk.bench.steps", step, folder]
        ran = subprocess.run(
            wanted, env=os.environ | kept, capture_output=True, text=True, check=True
        )
    return [float(word) for word in ran.stdout.split()]


def _open_here(step: str, folder: Path) -> None:
    """Open a step twice, and a bare table, until each is painted; print the seconds of all."""
    from PySide6.QtTest import QTest

    app = application()
    window = _window_on_long_plan(folder / "plan.sqlite")
    QTest.qWait(_SETTLED)

    def show(wanted: str) -> None:
        assert window.view is not None
        window.view.show_step(wanted)
        app.processEvents()

    first = _seconds(lambda: show(step))
    show("general")
    again = _seconds(lambda: show(step))
    print(_seconds(_show_bare_table), first, again)
    window.close()


def _window_on_long_plan(path: Path) -> MainWindow:
    from poadesk.desktop.main_window import MainWindow
    from poadesk.planfile.plan_file import PlanFile

    with PlanFile.create(path) as file:
        file.begin_with([long_plan()])
    window = MainWindow()
    window.resize(*_SIZE)
    window.show()
    window.open_path(path)
    return window


def _show_bare_table() -> None:
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView

    table = QTableView()
    table.setModel(QStandardItemModel(_ROWS, _COLUMNS, table))
    table.resize(*_SIZE)
    table.show()
    QApplication.processEvents()


def _seconds(action: Callable[[], object]) -> float:
    begin = thread_time()
    action()
    return thread_time() - begin


if __name__ == "__main__":
    _open_here(sys.argv[1], Path(sys.argv[2]))
