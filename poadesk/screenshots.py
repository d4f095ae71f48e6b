"""Pictures of every screen in every look: `python -m poadesk.screenshots FOLDER`.

Light and dark, small and large, each in a folder of its own, as `FOLDER/light-1024x700`. With
`--look dark-1024x700` there is only this one, and with `--text 1.5` the letters are larger.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from poadesk.bench.office_example import write_office_file
from poadesk.desktop.error_report import tell_of_failure
from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.manual_window import ManualWindow
from poadesk.desktop.start import application, leave
from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import Plan
from poadesk.plan.remarks import place_of
from poadesk.plan.step_names import ALL_STEPS, OFFICE_STEPS
from poadesk.planfile.plan_file import PlanFile
from poadesk.tracking.example import with_follow_up
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan

THEMES, SIZES = ("light", "dark"), ("1024x700", "1600x1000")
LOOKS = tuple(f"{name}-{size}" for name in THEMES for size in SIZES)
_TIME_TO_SETTLE = 500  # milliseconds
_TIME_FOR_PAGES = 2500
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = _CONTROL | Qt.KeyboardModifier.AltModifier


def main() -> int:
    """Take the pictures; return the exit status."""
    wishes = _wishes()
    app = application()
    app.setApplicationName("poadesk-screenshots")  # its own settings and copies
    window = MainWindow()
    window.show()
    with TemporaryDirectory() as folder:
        example = _stored(with_follow_up(example_plan()), Path(folder) / "POA 2027.sqlite")
        empty = _stored(empty_plan("poa", "2028-01"), Path(folder) / "POA 2028.sqlite")
        office = write_office_file(Path(folder))
        for look in wishes.look or LOOKS:
            name, size = look.split("-")
            theme().set_dark(name == "dark")
            theme().set_scale(wishes.text)
            camera = Camera(window, wishes.folder / look)
            window.resize(*map(int, size.split("x")))
            camera.take_all(example, empty)
            camera.take_office(office)
        window.close()
    leave(app, window)
    return 0


@dataclass
class Camera:
    """Takes the pictures of one look, numbered in the order in which they are taken."""

    window: MainWindow
    folder: Path
    taken: int = 0

    def take_all(self, example: Path, empty: Path) -> None:
        """Take every screen, with a plan and without, and what opens above them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.window.open_path(example)
        for step in ALL_STEPS:
            self._take_step(step.key, "")
        self._take_panels()
        self.window.open_path(empty)
        for step in ALL_STEPS:
            self._take_step(step.key, "-empty")
        self.window.show_start()
        self._take("start")

    def take_office(self, office: Path) -> None:
        """Take what the planning office sees, and the plan of a unit with its remarks."""
        self.window.open_path(office)
        view, open_plan = self.window.view, self.window.open_plan
        assert view is not None
        assert open_plan is not None
        for step in OFFICE_STEPS:
            view.show_step(step.key)
            is_paper = step.key in ("consolidated", "general_schedule")
            self._take(f"office-{step.key}", _TIME_FOR_PAGES if is_paper else _TIME_TO_SETTLE)
        observed = next(plan for plan in open_plan.plans if plan.remarks)
        place = place_of(observed, observed.remarks[-1])
        view.go_to_field(place.step, place.id, place.field)
        self._take("office-unit")
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        QTest.keyClick(self.window, Qt.Key.Key_M, _CONTROL)
        self._take("office-remark")

    def _take_step(self, key: str, ending: str) -> None:
        assert self.window.view is not None
        self.window.view.show_step(key)
        self._take(key + ending, _TIME_FOR_PAGES if key == "print" else _TIME_TO_SETTLE)

    def _take_panels(self) -> None:
        """Take the live paper, the search, the history, the manual and what a failure says."""
        view = self.window.view
        assert view is not None
        view.show_step("goals")
        self.window.activateWindow()  # after the other windows of the look before
        QTest.qWaitForWindowActive(self.window)
        if not view.paper.is_open:
            view.paper.toggle()
            self._take("paper", _TIME_FOR_PAGES)
            view.paper.toggle()
        for name, key, held in (("find", Qt.Key.Key_R, _CONTROL), ("history", Qt.Key.Key_Z, _ALT)):
            QTest.keyClick(self.window, key, held)
            self._take(name)
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
        QTest.keyClick(self.window, Qt.Key.Key_F1)
        self._take_window("manual", lambda: _shown(ManualWindow), QWidget.close)
        QTimer.singleShot(0, lambda: self._take_dialog("failure"))
        tell_of_failure(
            self.window,
            "Algo falló, pero su plan está a salvo",
            "Lo que escribió sigue en la pantalla, y todo lo guardado, en el archivo.",
        )

    def _take_dialog(self, name: str) -> None:
        def end(dialog: QWidget) -> None:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

        self._take_window(name, QApplication.activeModalWidget, end)

    def _take_window(
        self, name: str, shown: Callable[[], QWidget | None], end: Callable[[QWidget], object]
    ) -> None:
        _settle(_TIME_TO_SETTLE)
        other = shown()
        assert other is not None, f"{name} has not opened"
        self._keep(other, name)
        end(other)

    def _take(self, name: str, pause: int = _TIME_TO_SETTLE) -> None:
        _settle(pause)
        self._keep(self.window, name)

    def _keep(self, shown: QWidget, name: str) -> None:
        self.taken += 1
        path = self.folder / f"{self.taken:02}-{name}.png"
        shown.grab().save(str(path))
        print(path, flush=True)


def _shown(kind: type[QWidget]) -> QWidget | None:
    windows = QApplication.topLevelWidgets()
    return next((one for one in windows if isinstance(one, kind) and one.isVisible()), None)


def _settle(pause: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(pause, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _stored(plan: Plan, path: Path) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with([plan])
    return path


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", action="append", choices=LOOKS)
    parser.add_argument("--text", type=float, default=1.0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
