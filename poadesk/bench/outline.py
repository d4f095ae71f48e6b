"""The outline with 2,000 activities, against the same with the example plan."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from poadesk.bench.growth import plan_of
from poadesk.bench.timing import Measured, alternating, at_most, seconds
from poadesk.plan.model import Activity, Plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from poadesk.writing.screen.goals_screen import GoalsScreen

ACTIVITIES = 2_000
RUNS = 25
RUNS_OF_OPENING = 7
_SIZE = (1000, 760)
_ENDINGS = ("del mes", "por barrio", "de cada contribuyente con su firma", "en ventanilla", "")


def measure_typing() -> Measured:
    """Measure a letter typed into an activity and saved."""
    return _compared("a letter typed and saved, with 2,000 activities", _type_and_save, RUNS, 2)


def measure_adding() -> Measured:
    """Measure a row added with Enter and taken away again with an undo."""
    return _compared("a row added and undone, with 2,000 activities", _add_and_undo, RUNS, 12)


def measure_scrolling() -> Measured:
    """Measure one frame of scrolling."""
    return _compared("a frame of scrolling, with 2,000 activities", _scroll, RUNS, 1.5)


def measure_paging() -> Measured:
    """Measure one frame of scrolling by a whole page, in which every row is another one."""
    return _compared("a page scrolled, with 2,000 activities", _scroll_a_page, RUNS, 1.5)


def measure_opening() -> Measured:
    """Measure opening the step, once the file has been read."""
    title = "opening goals and activities, with 2,000 activities"
    return _compared(title, _open_again, RUNS_OF_OPENING, 3)


def _compared(title: str, doing: Callable[[Desk], Any], runs: int, limit: float) -> Measured:
    from poadesk.writing.example import example_plan

    app = application()
    with desk_on(app, example_plan()) as small, desk_on(app, long_plan()) as large:
        baseline, ours = alternating(
            lambda: seconds(lambda: doing(small)), lambda: seconds(lambda: doing(large)), runs
        )
    return at_most(title, baseline, ours, limit)


class Desk:
    """The step of goals and activities on a plan file, with an activity being written."""

    def __init__(self, app: QApplication, path: Path, plan: Plan) -> None:
        from poadesk.planfile.plan_file import PlanFile
        from poadesk.widgets.open_plan import OpenPlan

        self.app = app
        self.file = PlanFile.create(path)
        self.file.begin_with([plan])
        self.open_plan = OpenPlan(self.file)
        activities = list(plan.activities())
        self.activity = activities[len(activities) // 2].id
        self.numbers = count()
        self.screen = self.open()

    def open(self) -> GoalsScreen:
        """Open the step and draw it."""
        from poadesk.writing.screen.goals_screen import GoalsScreen

        screen = GoalsScreen(self.open_plan)
        screen.resize(*_SIZE)
        screen.show()
        screen.outline.go_to(self.activity, write=True)
        screen.grab()
        return screen

    def settle(self) -> None:
        """Wait until what is done between two events is done."""
        while self.screen.outline.is_guessing():
            self.app.processEvents()
        self.app.processEvents()

    def close(self) -> None:
        """Close the screen and the file."""
        self.screen.hide()
        self.screen.deleteLater()
        self.file.close()


def _type_and_save(desk: Desk) -> None:
    editor = desk.screen.outline.writing.editor
    assert editor is not None
    editor.insertPlainText(str(next(desk.numbers) % 10))
    desk.screen.outline.writing.save()
    desk.screen.outline.viewport().repaint()


def _add_and_undo(desk: Desk) -> None:
    desk.screen.outline.doings.add_beside(desk.activity)
    desk.open_plan.undo()
    desk.screen.outline.viewport().repaint()


def _scroll(desk: Desk) -> None:
    bar = desk.screen.outline.verticalScrollBar()
    bar.setValue(bar.value() + (40 if next(desk.numbers) % 2 else -40))
    desk.screen.outline.viewport().repaint()


def _scroll_a_page(desk: Desk) -> None:
    bar = desk.screen.outline.verticalScrollBar()
    back = bar.value() == bar.maximum()
    bar.setValue(0 if back else bar.value() + bar.pageStep())
    desk.screen.outline.viewport().repaint()


def _open_again(desk: Desk) -> None:
    shown, desk.screen = desk.screen, desk.open()
    shown.hide()
    shown.deleteLater()


@contextmanager
def desk_on(app: QApplication, plan: Plan) -> Iterator[Desk]:
    """Open the step of goals and activities on a plan, and close it at the end."""
    with TemporaryDirectory() as folder:
        desk = Desk(app, Path(folder) / "plan.sqlite", plan)
        desk.settle()
        yield desk
        desk.close()


def long_plan() -> Plan:
    """Return a plan with 2,000 activities, the same in each run."""
    plan = plan_of(ACTIVITIES)
    objectives = tuple(
        replace(
            objective,
            goals=tuple(
                replace(goal, activities=tuple(map(_worded, goal.activities)))
                for goal in objective.goals
            ),
        )
        for objective in plan.objectives
    )
    return replace(plan, objectives=objectives)


def _worded(activity: Activity) -> Activity:
    """Return an activity with a text of its own, because equal texts are measured only once."""
    ending = _ENDINGS[activity.position % len(_ENDINGS)]
    return replace(activity, text=f"{activity.text} {activity.position} {ending}".strip())


def application() -> QApplication:
    """Return the application as the program begins it; without a display where none is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from poadesk.desktop.start import application as begun

    app = QApplication.instance() or begun()
    assert isinstance(app, QApplication)
    return app
