"""The scroll bar of a grid, which may stand elsewhere than the grid itself."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollBar, QWidget


class Mirror(QScrollBar):
    """A scroll bar that moves another one which is out of sight; hidden when nothing scrolls."""

    def __init__(self, other: QScrollBar, parent: QWidget) -> None:
        super().__init__(other.orientation(), parent)
        self._other = other
        other.rangeChanged.connect(self._follow)
        other.valueChanged.connect(self.setValue)
        self.valueChanged.connect(other.setValue)
        self._follow()

    def _follow(self) -> None:
        self.setPageStep(self._other.pageStep())
        self.setSingleStep(self._other.singleStep())
        self.setRange(self._other.minimum(), self._other.maximum())
        self.setValue(self._other.value())
        self.setVisible(self.maximum() > self.minimum())
