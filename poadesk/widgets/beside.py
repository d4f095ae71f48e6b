"""Puts a panel beside a whole screen, with a divider between the two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QVBoxLayout, QWidget, QWidgetItem

from poadesk.widgets.screen import Screen


def put_beside(screen: Screen, panel: QWidget) -> QSplitter:
    """Put heading and content of a screen at the left, and a panel from top to bottom."""
    column, page = QWidget(), screen.layout()
    assert page is not None
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    head, body = page.takeAt(0), page.takeAt(0)
    assert isinstance(head, QLayout)
    assert isinstance(body, QWidgetItem)
    head.setParent(None)
    rows.addLayout(head)
    rows.addWidget(body.widget(), 1)  # type: ignore[arg-type]
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.addWidget(column)
    splitter.addWidget(panel)
    splitter.setStretchFactor(0, 1)
    page.addWidget(splitter)
    return splitter
