"""From the start of the process to the first paint of the window, against a bare QMainWindow."""

from __future__ import annotations

from poadesk.bench.processes import new_home, until_said
from poadesk.bench.timing import Measured, alternating, at_most

RUNS = 9
PAINTED = "first paint"

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
import gc
gc.disable()  # this and the import before anything of Qt, as in the program itself
import poadesk.desktop
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
    with new_home() as environment:
        bare, ours = alternating(
            lambda: _until_painted(["-c", _BARE_WINDOW], environment),
            lambda: _until_painted(["-c", _OUR_WINDOW], environment),
            RUNS,
        )
    return at_most("start to first paint, against a bare QMainWindow", bare, ours, 1.6)


def _until_painted(arguments: list[str], environment: dict[str, str]) -> float:
    return until_said(PAINTED, arguments, environment).seconds
