"""From the start of the process to the first paint of the window, against a bare QMainWindow."""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter

from poadesk.bench.timing import Measured, SkippedError, alternating, at_most

RUNS = 9
LONGEST_WAIT = 30.0  # seconds
PAINTED = "first paint\n"

_BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("first paint", flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

_OUR_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from poadesk import __main__
from poadesk.desktop import start
class Window(start.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("first paint", flush=True)
        QTimer.singleShot(0, self.close)
start.MainWindow = Window
sys.exit(__main__.main([]))
"""


def measure() -> Measured:
    """Measure starts in a fresh home folder, so that no recent plan is opened."""
    with TemporaryDirectory() as home:
        environment = _environment(home)
        bare, ours = alternating(
            lambda: _until_painted(["-c", _BARE_WINDOW], environment),
            lambda: _until_painted(["-c", _OUR_WINDOW], environment),
            RUNS,
        )
    return at_most("start to first paint, against a bare QMainWindow", bare, ours, 1.6)


def _environment(home: str) -> dict[str, str]:
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = {
        **os.environ,
        **dict.fromkeys(names, home),
    }
    if "DISPLAY" not in environment:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def _until_painted(arguments: list[str], environment: dict[str, str]) -> float:
    begin = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    deadline = Timer(LONGEST_WAIT, process.kill)
    deadline.start()
    assert process.stdout is not None
    said = process.stdout.readline()
    taken = perf_counter() - begin
    process.communicate()
    deadline.cancel()
    if said != PAINTED:
        raise SkippedError("the window does not tell its first paint")
    return taken
