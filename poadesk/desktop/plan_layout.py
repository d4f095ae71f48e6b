"""How an open plan is laid out in the window: the steps at the left, the work beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.theme import theme

_STEPS_WIDTH = 248  # pixels of the list of steps


def side_column(head: QWidget, steps: QWidget, foot: QWidget) -> QWidget:
    """Return the column of the steps, between their head and how far they are."""
    side = QWidget()
    side.setProperty("panel", "sidebar")
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    side.setMinimumWidth(theme().px(200))
    side.setMaximumWidth(theme().px(340))
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(steps, 1)
    column.addWidget(foot)
    return side


def work_column(bands: QVBoxLayout, screens: QWidget, hints: QWidget) -> QWidget:
    """Return the column of the work: a band above every screen, and the keys below."""
    work = QWidget()
    rows = QVBoxLayout(work)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    bands.setContentsMargins(0, 0, 0, 0)
    rows.addLayout(bands)
    rows.addWidget(screens, 1)
    rows.addWidget(hints)
    return work


def put_in_columns(view: QWidget, side: QWidget, work: QWidget) -> QSplitter:
    """Put both beside each other in a view, with a divider whose place is kept."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.addWidget(side)
    split.addWidget(work)
    split.setStretchFactor(1, 1)
    split.setChildrenCollapsible(False)
    split.setSizes([kept_width("steps", _STEPS_WIDTH), theme().px(1200)])
    keep_pane(split, 0, lambda: "steps")
    page = QVBoxLayout(view)
    page.setContentsMargins(0, 0, 0, 0)
    page.addWidget(split)
    return split


def show_in_room(
    split: QSplitter, stack: QStackedWidget, screen: QWidget, make_room: Callable[[], object]
) -> None:
    """Show a screen once `make_room` has set what stands beside it.

    Neither it nor the one before is laid out in a width that it does not keep.
    """
    before = stack.currentWidget()
    if before is not None and before is not screen:
        before.hide()
    make_room()
    split.refresh()
    screen.setGeometry(stack.contentsRect())
    stack.setCurrentWidget(screen)
