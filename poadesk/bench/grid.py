"""The cronograma with 2,000 activities, against a bare QTableView of equal size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from poadesk.bench.outline import application, long_plan
from poadesk.bench.timing import Measured, alternating, seconds, within
from poadesk.planfile.plan_file import PlanFile

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView, QWidget

    from poadesk.widgets.open_plan import OpenPlan
    from poadesk.writing.screen.schedule.screen import ScheduleScreen

Shown = TypeVar("Shown", bound="QWidget")
RUNS, RUNS_OF_OPENING = 25, 7
OPENING, FRAME = 0.150, 0.016  # seconds
_SIZE = (1000, 760)


def measure_opening() -> Measured:
    """Measure opening the step, once the file has been read."""
    app = application()
    with _plan() as open_plan, _kept(_opened(app, open_plan)) as screen:
        cells = _bare_cells(screen)
        bare, ours = alternating(
            lambda: _seconds_to_open(lambda: _bare_table(app, cells)),
            lambda: _seconds_to_open(lambda: _opened(app, open_plan)),
            RUNS_OF_OPENING,
        )
    return within("opening the cronograma, with 2,000 activities", bare, ours, OPENING)


def measure_paging() -> Measured:
    """Measure one frame of scrolling by a whole page."""
    app = application()
    with (
        _plan() as open_plan,
        _kept(_opened(app, open_plan)) as screen,
        _kept(_bare_table(app, _bare_cells(screen))) as table,
    ):
        bare, ours = alternating(
            lambda: seconds(lambda: _scroll_a_page(table)),
            lambda: seconds(lambda: _scroll_a_page(screen.view)),
            RUNS,
        )
    return within("a page of the cronograma scrolled, with 2,000 activities", bare, ours, FRAME)


def _scroll_a_page(table: QTableView) -> None:
    bar = table.verticalScrollBar()
    bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + bar.pageStep())
    table.viewport().repaint()


def _seconds_to_open(opening: Callable[[], QWidget]) -> float:
    shown: list[QWidget] = []
    taken = seconds(lambda: shown.append(opening()))
    for widget in shown:
        widget.hide()
        widget.deleteLater()
    return taken


def _opened(app: QApplication, open_plan: OpenPlan) -> ScheduleScreen:
    from poadesk.writing.screen.schedule.screen import ScheduleScreen

    screen = ScheduleScreen(open_plan)
    _show(app, screen)
    return screen


def _bare_cells(screen: ScheduleScreen) -> QStandardItemModel:
    """Return as many cells as the grid has, in each of which stands a number."""
    from PySide6.QtGui import QStandardItemModel

    grid = screen.view.model()
    cells = QStandardItemModel(grid.rowCount(), grid.columnCount(), screen)
    for line in range(cells.rowCount()):
        for column in range(cells.columnCount()):
            cells.setData(cells.index(line, column), "100")
    return cells


def _bare_table(app: QApplication, cells: QStandardItemModel) -> QTableView:
    from PySide6.QtWidgets import QTableView

    table = QTableView()
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setModel(cells)
    _show(app, table)
    return table


def _show(app: QApplication, widget: QWidget) -> None:
    widget.resize(*_SIZE)
    widget.show()
    app.processEvents()
    widget.grab()


@contextmanager
def _kept(widget: Shown) -> Iterator[Shown]:
    yield widget
    widget.hide()
    widget.deleteLater()


@contextmanager
def _plan() -> Iterator[OpenPlan]:
    from poadesk.widgets.open_plan import OpenPlan

    with TemporaryDirectory() as folder:
        file = PlanFile.create(Path(folder) / "plan.sqlite")
        file.begin_with([long_plan()])
        open_plan = OpenPlan(file)
        yield open_plan
        open_plan.close()
