"""A column that scrolls up and down, without a frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrolledPage(QScrollArea):
    """`column` is what scrolls, on its `page`; with `panel` that has the background of one.

    The page is there before it is filled: Qt dresses anew whatever is moved to another parent,
    with all that is in it.
    """

    def __init__(self, parent: QWidget | None = None, panel: str = "") -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget(self)
        if panel:
            self.page.setProperty("panel", panel)
            self.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        else:
            self.page.setProperty("panel", "page")
        self.column = QVBoxLayout(self.page)
        self.setWidget(self.page)
