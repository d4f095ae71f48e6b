"""How an open plan is laid out in the window: the steps at the left, the work beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.theme import theme

_STEPS_WIDTH = 248  # pixels of the list of steps


def columns_in(view: QWidget) -> QSplitter:
    """Return the divider that fills a view; both columns are put in it before they are filled.

    With a style sheet Qt dresses anew whatever is in a widget that gets another parent.
    """
    split = QSplitter(Qt.Orientation.Horizontal, view)
    split.setChildrenCollapsible(False)
    page = QVBoxLayout(view)
    page.setContentsMargins(0, 0, 0, 0)
    page.addWidget(split)
    return split


def fill_columns(
    split: QSplitter,
    side: tuple[QWidget, QWidget, QWidget],
    work: tuple[QVBoxLayout, QWidget, QWidget],
) -> None:
    """Add the column of the steps (head, list, foot) and that of the work (bands, screens, keys).

    A band stands above every screen. The widths of both are kept.
    """
    _fill_side(split, *side)
    _fill_work(split, *work)
    split.setSizes([kept_width("steps", _STEPS_WIDTH), theme().px(1200)])
    keep_pane(split, 0, lambda: "steps")


def _fill_side(split: QSplitter, head: QWidget, steps: QWidget, foot: QWidget) -> None:
    side = QWidget()
    side.setProperty("panel", "sidebar")
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    side.setMinimumWidth(theme().px(200))
    side.setMaximumWidth(theme().px(340))
    split.addWidget(side)
    column = _rows_of(side)
    column.addWidget(head)
    column.addWidget(steps, 1)
    column.addWidget(foot)


def _fill_work(split: QSplitter, bands: QVBoxLayout, screens: QWidget, keys: QWidget) -> None:
    work = QWidget()
    split.addWidget(work)
    split.setStretchFactor(1, 1)
    rows = _rows_of(work)
    bands.setContentsMargins(0, 0, 0, 0)
    rows.addLayout(bands)
    rows.addWidget(screens, 1)
    rows.addWidget(keys)


def _rows_of(column: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return rows


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
