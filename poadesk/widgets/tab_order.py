"""The order in which Tab goes through rows that come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_tab_through(editors: Sequence[QWidget], last: QWidget, inside: QWidget) -> None:
    """Let Tab come from what stands before `inside`, go through the editors, and then to `last`.

    For Qt a widget that is made later stands behind all others of the window, and one that is put
    after it leaves its own place: so the first editor is put after something that stays.
    """
    before = _before(inside, last)
    for one, other in pairwise((*before, *editors, last)):
        QWidget.setTabOrder(one, other)


def _before(inside: QWidget, last: QWidget) -> list[QWidget]:
    """Return what Tab leaves when it comes to `inside`; nothing where that is not placed yet."""
    one = last.previousInFocusChain()
    while one is not None and one is not last:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside.isAncestorOf(one):
            return [one]
        one = one.previousInFocusChain()
    return []
