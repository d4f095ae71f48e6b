"""The constants of Python outlive any number of calls into Qt."""

import subprocess
import sys

_MANY_CALLS = """
import poadesk.widgets
from PySide6.QtCore import QPointF, QRectF
rect, point = QRectF(), QPointF()
for number in range(300_000):
    rect.setHeight(number)
    point.isNull()
print("alive")
"""


def test_hundreds_of_thousands_of_calls_into_qt_do_not_end_the_program() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert (run.stdout.strip(), run.stderr) == ("alive", "")
