"""Makes the pictures of the manual anew: `python -m poadesk.manual_pictures`.

They show the example plan in a small window, and Revisar with a plan that is not finished.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from poadesk.desktop.main_window import MainWindow
from poadesk.desktop.start import application, leave
from poadesk.plan.model import Plan
from poadesk.plan.step_names import ALL_STEPS
from poadesk.planfile.plan_file import PlanFile
from poadesk.resources import resource
from poadesk.tracking.example import with_follow_up
from poadesk.widgets.theme import theme
from poadesk.writing.example import example_plan

_WINDOW = (1024, 640)
_WIDTH, _COLORS = 900, 208
_SIGNS = ("ok_sign", "warn_soft", "warn_sign", "bad_soft", "bad_sign")
_TIME_TO_SETTLE = 1500  # milliseconds
_TIME_FOR_PAGES = 4000


def main() -> int:
    """Write one picture per step into the folder of the manual; return the exit status."""
    folder = resource("manual", "pictures")
    app = application()
    app.setApplicationName("poadesk-screenshots")  # its own settings and copies
    theme().set_dark(False)
    window = MainWindow()
    window.resize(*_WINDOW)
    window.show()
    with TemporaryDirectory() as plans:
        finished = _stored(with_follow_up(example_plan()), Path(plans) / "POA 2027.sqlite")
        unfinished = _stored(_unfinished(), Path(plans) / "POA 2027 a medias.sqlite")
        for step in ALL_STEPS:
            window.open_path(unfinished if step.key == "review" else finished)
            assert window.view is not None
            window.view.show_step(step.key)
            _settle(_TIME_FOR_PAGES if step.key == "print" else _TIME_TO_SETTLE)
            path = folder / f"{step.key}.png"
            _small(window.grab().toImage()).save(str(path), quality=0)  # of a PNG: smallest
            print(path)
        window.close()
    leave(app, window)
    return 0


def _unfinished() -> Plan:
    """Return the example with an activity that misses its target and a goal without indicators."""
    plan = example_plan()
    objective = plan.objectives[0]
    first, second, *others = objective.goals
    activity = first.activities[0]
    short = replace(activity, months=activity.months[:-1])
    goals = (
        replace(first, activities=(short, *first.activities[1:])),
        replace(second, indicators=()),
        *others,
    )
    objectives = (replace(objective, goals=goals), *plan.objectives[1:])
    return replace(plan, place="", objectives=objectives)


def _stored(plan: Plan, path: Path) -> Path:
    with PlanFile.create(path) as file:
        file.begin_with([plan])
    return path


def _settle(pause: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(pause, loop.quit)
    loop.exec()


def _small(shown: QImage) -> QImage:
    """Return a picture of few bytes with a line around it."""
    image = shown.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(image)
    painter.setPen(theme().color("line2"))
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
    painter.end()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    # The colours of the theme too: few points are red, but an alarm must not turn grey.
    signs = [theme().color(name).rgb() for name in _SIGNS]
    usual = Counter(memoryview(image.constBits()).cast("I")).most_common(_COLORS - len(signs))
    colors = [*signs, *(color for color, _ in usual)]
    flags = Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, colors, flags)


if __name__ == "__main__":
    sys.exit(main())
