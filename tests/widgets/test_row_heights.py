"""A long grid: what is in sight is measured at once, and nothing is ever put in a wrong place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel

from poadesk.widgets.row_heights import MeasuredTable, RowHeights

ROWS = 3000


def height(line: int) -> int:
    return 25 + line % 7 * 9


class Grid(MeasuredTable):
    def __init__(self) -> None:
        super().__init__()
        self.measured: list[int] = []
        self.heights = RowHeights(self, self._height)
        self.setModel(QStandardItemModel(ROWS, 2, self))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)

    def _height(self, line: int) -> int:
        self.measured.append(line)
        return height(line)

    def begin(self) -> None:
        self.measured.clear()
        self.heights.begin()

    def right(self) -> int:
        """Return how many rows from above have their height."""
        wrong = (at for at in range(ROWS) if self.rowHeight(at) != height(at))
        return next(wrong, ROWS)


@pytest.fixture
def grid(qtbot, themed_app):
    grid = Grid()
    qtbot.addWidget(grid)
    grid.resize(400, 600)
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


def test_rows_in_sight_have_their_height_at_once_and_no_others_are_measured(grid):
    grid.begin()
    assert grid.right() > grid.rowAt(grid.viewport().height() - 1)
    assert len(grid.measured) < 40


def test_all_rows_get_their_height_without_being_asked_for(grid, qtbot):
    grid.begin()
    qtbot.waitUntil(lambda: grid.right() == ROWS)
    assert sorted(grid.measured) == list(range(ROWS))  # each once


def test_a_jump_before_all_are_measured_leads_to_the_right_place(grid, qtbot):
    grid.begin()
    index = grid.model().index(2000, 0)
    grid.scrollTo(index, grid.ScrollHint.PositionAtCenter)
    seen = grid.visualRect(index)
    assert abs(seen.center().y() - grid.viewport().rect().center().y()) <= 1
    qtbot.waitUntil(lambda: grid.right() == ROWS)
    assert grid.visualRect(index) == seen


def test_the_last_row_can_be_reached_at_once(grid):
    grid.begin()
    index = grid.model().index(ROWS - 1, 0)
    grid.scrollTo(index)
    assert grid.visualRect(index).bottom() < grid.viewport().height()
    assert grid.verticalScrollBar().value() == grid.verticalScrollBar().maximum()


def test_whoever_drags_the_scroll_bar_meets_no_row_that_is_not_measured(grid):
    grid.begin()
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    assert grid.right() == ROWS


def test_rows_measured_again_further_down_stay_where_they_are(grid, qtbot):
    grid.begin()
    grid.scrollTo(grid.model().index(1500, 0))
    before = grid.rowViewportPosition(1500)
    grid.begin()
    assert grid.right() == ROWS
    assert grid.rowViewportPosition(1500) == before
