"""The code of steps that were not shown yet is loaded while nobody types."""

from __future__ import annotations

import subprocess
import sys

from poadesk.planfile.plan_file import PlanFile
from poadesk.writing.example import example_plan

SCREENS = (
    "poadesk.writing.screen.schedule.screen",
    "poadesk.tracking.screen.tracking_screen",
    "poadesk.printing.screen.reports.screen",
)
# Nothing that no step asks for: the first fills four megabytes.
HEAVY = ("hashlib", "reportlab", "openpyxl", "PySide6.QtPdf")
# A process of its own: here the other tests have loaded everything.
PROGRAM = f"""
import os, sys, time
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtTest import QTest
from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.places import backups_folder
from poadesk.desktop.readying import COPYING, IDLE
from poadesk.desktop.start import application
app = application()
window = MainWindow()
window.show()
window.open_path(Path(sys.argv[1]))
screens = {SCREENS!r}
QTest.qWait(COPYING * 2)
print(len(list(backups_folder().glob("*/*.sqlite"))), "copies", flush=True)
for _ in range(10):
    window.open_plan.typed.emit(("plan", "", "unit"), "a")
    QTest.qWait(IDLE // 5)
print(sum(one in sys.modules for one in screens), "while typing")
end = time.monotonic() + 60
while time.monotonic() < end and not all(one in sys.modules for one in screens):
    QTest.qWait(50)
print(sum(one in sys.modules for one in screens), "after a pause", flush=True)
QTest.qWait(500)
print([one for one in {HEAVY!r} if one in sys.modules], "in vain", flush=True)
window.close()
"""


def test_a_copy_is_made_first_and_the_other_steps_are_loaded_in_a_pause_and_never_while_typing(
    tmp_path, own_folders
):
    path = tmp_path / "plan.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([example_plan()])
    wanted = [sys.executable, "-c", PROGRAM, str(path)]
    ran = subprocess.run(wanted, capture_output=True, text=True, timeout=110)
    assert "1 copies" in ran.stdout, ran.stdout + ran.stderr
    assert "0 while typing" in ran.stdout, ran.stdout + ran.stderr
    assert "3 after a pause" in ran.stdout, ran.stdout + ran.stderr
    assert "[] in vain" in ran.stdout, ran.stdout + ran.stderr
