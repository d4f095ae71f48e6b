"""Makes the pictures of the manual and of README anew: `python -m poadesk.manual_pictures`.

They show the example plan, in the manual in a small window, and Revisar with a plan that is not
finished.
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

# Steps, the size of the window, and the width of the picture.
_MANUAL = ([step.key for step in ALL_STEPS], (1024, 640), 900)
_README = (["goals", "swot", "schedule", "resources", "print"], (1360, 820), 1160)
_COLORS = 208
_SIGNS = ("ok_sign", "warn_soft", "warn_sign", "bad_soft", "bad_sign")
_TIME_TO_SETTLE = 1500  # milliseconds
_TIME_FOR_PAGES = 4000


def main() -> int:
    """Write one picture per step into the folders of both; return the exit status."""
    app = application()
    app.setApplicationName("poadesk-screenshots")  # its own settings and copies
    theme().set_dark(False)
    window = MainWindow()
    window.show()
    with TemporaryDirectory() as plans:
        finished = _stored(with_follow_up(example_plan()), Path(plans) / "POA 2027.sqlite")
        unfinished = _stored(_unfinished(), Path(plans) / "POA 2027 a medias.sqlite")
        for (steps, size, width), folder in ((_MANUAL, "manual/pictures"), (_README, "pictures")):
            window.resize(*size)
            for step in steps:
                window.open_path(unfinished if step == "review" else finished)
                _draw(window, step, width, resource(folder))
        window.close()
    leave(app, window)
    return 0


def _draw(window: MainWindow, step: str, width: int, folder: Path) -> None:
    """Write the picture of a step of the open plan."""
    assert window.view is not None
    window.view.show_step(step)
    _settle(_TIME_FOR_PAGES if window.view.paper.is_open or step == "print" else _TIME_TO_SETTLE)
    path = folder / f"{step}.png"
    _small(window.grab().toImage(), width).save(str(path), quality=0)  # of a PNG: smallest
    print(path)


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


def _small(shown: QImage, width: int) -> QImage:
    """Return a picture of few bytes with a line around it."""
    image = shown.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
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
