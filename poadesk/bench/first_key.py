"""From the start of the process to a window that takes typing, and the memory it then holds.

A letter is sent to the field that has the focus as soon as the window has begun; what is measured
is when it was taken. The bare window is a QMainWindow with one field.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.growth import plan_of
from poadesk.bench.processes import new_home, until_said
from poadesk.bench.timing import Measured, SkippedError, alternating, at_most
from poadesk.plan.model import Plan

RUNS, RUNS_OF_MEMORY, RUNS_COLD = 7, 1, 3
ACTIVITIES = 2_000
TYPED, HOLDS = "typed", "holds"
# What the window loads after its first letter, such as the dictionary, counts as memory too.
SETTLED = 4_000  # milliseconds
_CACHES = Path("/proc/sys/vm/drop_caches")

_KNOCK = """
import resource, sys
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
settled = int(sys.argv.pop(1))
def held():
    pages = int(open("/proc/self/statm").read().split()[1])
    print("holds", pages * resource.getpagesize() / 1e6, flush=True)
    QApplication.closeAllWindows()
class Bell(QObject):
    def event(self, event):
        if event.type() != QEvent.Type.User:
            return super().event(event)
        if settled:
            QTimer.singleShot(settled, held)
        else:
            print("typed", flush=True)
            QTimer.singleShot(0, QApplication.closeAllWindows)
        return True
bell = Bell()
def knock():
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
    QApplication.postEvent(QApplication.focusWidget(), key)
    QApplication.postEvent(bell, QEvent(QEvent.Type.User))
"""
BARE_WINDOW = f"""{_KNOCK}
from PySide6.QtWidgets import QLineEdit, QMainWindow
class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        # Once: the letter is painted too, and would knock again without end.
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, knock)
app = QApplication([])
window = Window()
field = QLineEdit()
window.setCentralWidget(field)
window.resize(1280, 800)
field.setFocus()
window.show()
window.activateWindow()
app.exec()
"""
OUR_WINDOW = f"""
import gc
gc.disable()  # this and the import before anything of Qt, as in the program itself
import poadesk.desktop
{_KNOCK}
from poadesk import __main__
from poadesk.desktop import start
begin = start._begin
def begin_and_knock(window, path):
    begin(window, path)
    QTimer.singleShot(0, knock)
start._begin = begin_and_knock
sys.exit(__main__.main(sys.argv[1:]))
"""


def measure_start_page() -> Measured:
    """Measure the start without a plan."""
    return _warm("start page takes a key", None, 1.3)


def measure_example() -> Measured:
    """Measure the start with the example plan."""
    from poadesk.writing.example import example_plan

    return _warm("start with the example takes a letter", example_plan(), 1.6)


def measure_long_plan() -> Measured:
    """Measure the start with a plan of a whole institution."""
    title = f"start with {ACTIVITIES:,} activities takes a letter"
    return _warm(title, plan_of(ACTIVITIES), 2.5)


def measure_cold() -> Measured:
    """Measure the start with the example when nothing has been read from the disk yet."""
    from poadesk.writing.example import example_plan

    forget_what_was_read()
    title = "cold start with the example, against a bare QMainWindow"
    return _measured(title, example_plan(), 1.6, RUNS_COLD, forget_what_was_read)


def measure_memory() -> Measured:
    """Measure what is in memory with the example open, some seconds after the first letter."""
    from poadesk.writing.example import example_plan

    with new_home() as environment, TemporaryDirectory() as folder:
        bare, ours = alternating(
            lambda: _held(BARE_WINDOW, [], environment),
            lambda: _held(OUR_WINDOW, [written(example_plan(), folder)], environment),
            RUNS_OF_MEMORY,
        )
    title = "memory with the example open, against a bare QMainWindow"
    return replace(at_most(title, bare, ours, 1.6), unit="MB")


def until_typed(code: str, files: list[str], environment: Mapping[str, str]) -> float:
    """Return the seconds until a letter was taken; every run writes its plan anew."""
    return until_said(TYPED, ["-c", code, "0", *files], environment).seconds


def _warm(title: str, plan: Plan | None, limit: float) -> Measured:
    return _measured(f"{title}, against a bare QMainWindow", plan, limit, RUNS, lambda: None)


def _measured(
    title: str, plan: Plan | None, limit: float, runs: int, before: Callable[[], object]
) -> Measured:
    with new_home() as environment, TemporaryDirectory() as folder:

        def ours() -> float:
            files = [written(plan, folder)] if plan else []
            before()
            return until_typed(OUR_WINDOW, files, environment)

        def bare() -> float:
            before()
            return until_typed(BARE_WINDOW, [], environment)

        return at_most(title, *alternating(bare, ours, runs), limit)


def _held(code: str, files: list[str], environment: Mapping[str, str]) -> float:
    """Return the resident memory in megabytes."""
    return float(until_said(HOLDS, ["-c", code, str(SETTLED), *files], environment).rest)


def written(plan: Plan, folder: str) -> str:
    """Write the plan to a new file, since the letter of the run before is in the old one."""
    from poadesk.planfile.plan_file import PlanFile

    path = Path(folder) / "plan.sqlite"
    path.unlink(missing_ok=True)
    with PlanFile.create(path) as file, file.whole_plans() as plans:
        plans.write(plan)
    return str(path)


def forget_what_was_read() -> None:
    """Empty the page cache of the system; raise `SkippedError` where that is not allowed."""
    try:
        os.sync()
        _CACHES.write_text("3\n")
    except OSError as error:
        raise SkippedError(
            "the page cache cannot be emptied here; a cold start needs it"
        ) from error
