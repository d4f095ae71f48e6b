"""A screen with a panel at its right, and a divider between the two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from poadesk.widgets.screen import Screen


class ScreenWithPanel(Screen):
    """Heading and content at the left; the panel, made with `splitter` as its parent, beside them.

    The divider is there before all else: Qt dresses anew whatever is moved to another parent.
    """

    splitter: QSplitter

    def _column(self) -> QVBoxLayout:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.splitter)
        work = QWidget(self.splitter)
        self.splitter.setStretchFactor(0, 1)
        return QVBoxLayout(work)
