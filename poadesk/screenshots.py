"""Pictures of every screen on the example plan: `python -m poadesk.screenshots FOLDER`.

With `--dark`, `--size 1024x700` or `--text 1.5` they show the window in that state.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.start import application, leave
from poadesk.plan.step_names import ALL_STEPS
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan

_TIME_TO_SETTLE = 700  # milliseconds
_TIME_FOR_PAGES = 3000


def main() -> int:
    """Take the pictures; return the exit status."""
    wishes = _wishes()
    wishes.folder.mkdir(parents=True, exist_ok=True)
    app = application()
    app.setApplicationName("poadesk-screenshots")  # its own settings and copies
    theme().set_dark(wishes.dark)
    window = MainWindow()
    theme().set_scale(wishes.text)
    width, height = wishes.size.split("x")
    window.resize(int(width), int(height))
    window.show()
    window.show_start()
    _take(window, wishes.folder / "0-start.png", _TIME_TO_SETTLE)
    with TemporaryDirectory() as folder:
        plan = Path(folder) / "POA 2027.sqlite"
        with PlanFile.create(plan) as file:
            file.begin_with([with_follow_up(example_plan())])
        window.open_path(plan)
        assert window.view is not None
        for at, kind in enumerate(ALL_STEPS, 1):
            window.view.show_step(kind.key)
            pause = _TIME_FOR_PAGES if kind.key == "print" else _TIME_TO_SETTLE
            _take(window, wishes.folder / f"{at}-{kind.key}.png", pause)
        window.close()
    leave(app, window)
    return 0


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text", type=float, default=1.0)
    return parser.parse_args()


def _take(window: MainWindow, path: Path, pause: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(pause, loop.quit)
    loop.exec()
    QApplication.processEvents()
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    sys.exit(main())
