"""Measuring a long outline: at once the rows in sight, all others between two events."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from poadesk.writing.screen.outline.model import Node

if TYPE_CHECKING:
    from poadesk.writing.screen.outline.painted import PaintedRows

LONG = 300  # rows that no screen shows at once
_SLICE = 0.005  # seconds between two events; typing must not wait for it
_TRIES = 3  # rows that were lower than guessed bring others in sight


class RowMeasuring(QObject):
    """Lets the height of rows out of sight be guessed until all have been measured (`ended`)."""

    ended = Signal()

    def __init__(self, view: PaintedRows) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: list[Node] = []
        self._is_looking = False
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Say whether some heights are still guessed."""
        return self._slices.isActive()

    def prepare(self) -> None:
        """Begin anew if no row of a long outline is measured; before its rows are laid out."""
        if self._view.rows.count() > LONG and not self._view.shapes.has_heights:
            self._waiting = self._view.rows.all_nodes()[::-1]
            self._slices.start()

    def look(self) -> None:
        """Measure what is in sight."""
        if not self.is_under_way or self._is_looking:
            return
        self._is_looking = True
        for _ in range(_TRIES):
            nodes = [node for node, _ in self._view.in_sight()]
            guessed = [node for node in nodes if not self._view.shapes.is_measured(node)]
            for node in guessed:
                self._view.shapes.measure(node)
            self._view.rows.tell_changed(guessed)
            if not guessed:
                break
        self._is_looking = False

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE
        while self._waiting and perf_counter() < until:
            self._view.shapes.measure(self._waiting.pop())
        if not self._waiting:
            self._slices.stop()
            self.ended.emit()
