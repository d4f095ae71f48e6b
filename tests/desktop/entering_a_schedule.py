"""How a person fills the whole cronograma: strokes for the months, then every target shared."""

from __future__ import annotations

from collections.abc import Sequence

from counting_fingers import CountingFingers
from PySide6.QtCore import QModelIndex, QRect
from typing_keys import Key, button

from poadesk.plan.model import Plan
from poadesk.plan.schedule import planned
from poadesk.writing.screen.schedule.screen import ScheduleScreen

_END_OF_QUARTERS, _BEGIN_OF_QUARTERS = [2, 5, 8, 11], [0, 3, 6, 9]


def enter_schedule(fingers: CountingFingers, plan: Plan) -> None:
    """Mark the months of every activity, then share each target among the marked ones."""
    screen = fingers.go(7, "schedule")
    months = screen.view.schedule.columns.months
    wanted = [
        [at for at, month in enumerate(months) if month in planned(activity)]
        for activity in plan.activities()
    ]
    lines = [at for at, row in enumerate(screen.view.schedule.rows) if row.activity is not None]
    at = 0
    while at < len(lines):
        alike = 1
        while lines[at + alike : at + alike + 1] == [lines[at] + alike] and (
            wanted[at + alike] == wanted[at]
        ):
            alike += 1
        # What is dragged over has to be in sight from the first line to the last.
        _bring_in_sight(fingers, screen, screen.view.schedule.index(lines[at] + alike - 1, 0))
        _mark(fingers, screen, lines[at], wanted[at])
        if alike > 1:
            _repeat(fingers, screen, lines[at], lines[at] + alike - 1, wanted[at])
        at += alike
    _share_all_targets(fingers, screen)


def _mark(
    fingers: CountingFingers, screen: ScheduleScreen, line: int, columns: Sequence[int]
) -> None:
    """Mark columns of a line in the cheapest way."""
    if columns == _END_OF_QUARTERS:
        _stroke(fingers, screen, line, columns[:1])
        _fill(fingers, screen, "Cada trimestre")
    elif columns == _BEGIN_OF_QUARTERS:
        _stroke(fingers, screen, line, range(12))
        _fill(fingers, screen, "Cada trimestre")
    else:
        for run in _runs(columns):
            _stroke(fingers, screen, line, run)


def _runs(columns: Sequence[int]) -> list[list[int]]:
    """Cut columns where one of them is left out."""
    runs: list[list[int]] = []
    for column in columns:
        if runs and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _stroke(
    fingers: CountingFingers, screen: ScheduleScreen, line: int, columns: Sequence[int]
) -> None:
    """Click on a cell, or drag from the first one to the last."""
    view = screen.view
    first, last = (view.schedule.index(line, column) for column in (columns[0], columns[-1]))
    _bring_in_sight(fingers, screen, last)
    viewport = view.viewport()
    if first == last:
        fingers.click(viewport, view.visualRect(first))
    else:
        fingers.drag(viewport, view.visualRect(first).center(), view.visualRect(last).center())


def _repeat(
    fingers: CountingFingers, screen: ScheduleScreen, line: int, last: int, columns: Sequence[int]
) -> None:
    """Drag the handle of what was just painted down to the last line that is alike."""
    view = screen.view
    below = view.visualRect(view.schedule.index(last, columns[-1])).center()
    fingers.drag(view.viewport(), view.handle_rect().center(), below)


def _bring_in_sight(fingers: CountingFingers, screen: ScheduleScreen, index: QModelIndex) -> None:
    view = screen.view
    for _ in range(20):
        if view.viewport().rect().contains(view.visualRect(index).center()):
            return
        fingers.press(Key.Key_PageDown)
    raise AssertionError("the line does not come into sight")


def _share_all_targets(fingers: CountingFingers, screen: ScheduleScreen) -> None:
    """Choose the first month of every line: with one cell in each, a fill takes whole lines."""
    header = screen.view.horizontalHeader()
    january = QRect(0, 0, header.sectionSize(0), header.height())
    fingers.click(header.viewport(), january)
    _fill(fingers, screen, "Repartir las metas anuales por igual")


def _fill(fingers: CountingFingers, screen: ScheduleScreen, words: str) -> None:
    fingers.click(button(screen, "Rellenar"))
    fingers.qtbot.waitUntil(screen.fills.isVisible)
    entry = next(action for action in screen.fills.actions() if action.text() == words)
    fingers.click(entry.defaultWidget())
    fingers.qtbot.waitUntil(lambda: not screen.fills.isVisible())
