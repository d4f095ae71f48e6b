"""F6 goes round the areas of the window: steps, what is written, its details, the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from poadesk.widgets.theme import theme

Area = tuple[QWidget, Callable[[], object]]


class Areas(QObject):
    """`listed` gives each area with what puts the focus into it, in the order of going round.

    An area that lies inside another one comes after it.
    """

    def __init__(self, window: QWidget, listed: Callable[[], list[Area]]) -> None:
        super().__init__(window)
        self._listed = listed
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda by=by: self.go(by))

    def go(self, by: int) -> None:
        """Put the focus into the next area (1) or the one before (-1)."""
        areas = [area for area in self._listed() if area[0].isVisible()]
        focused = QApplication.focusWidget()
        holding = [at for at, (area, _) in enumerate(areas) if _holds(area, focused)]
        at = holding[-1] if holding else -1
        areas[(at + by) % len(areas)][1]()


def focus_first_in(area: QWidget) -> None:
    """Put the focus on the first thing of an area that Tab reaches."""
    for widget in area.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(area: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (area is focused or area.isAncestorOf(focused))


def bring_focus_in_sight() -> None:
    """Scroll the column in which the focus is until all of it can be seen."""
    focus = QApplication.focusWidget()
    area = focus.parentWidget() if focus is not None else None
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if focus is not None and area is not None:
        area.ensureWidgetVisible(focus, 0, theme().px(32))
