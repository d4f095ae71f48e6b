"""The history of changes: goes back to any step of the journal, or forward again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from poadesk.desktop.history_list import NOW, UNDONE, HistoryList, Moment, moments
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import SHADOW, Overlay
from poadesk.widgets.theme import theme

_WIDTH = 440
_HOW = "Elija hasta dónde volver. Lo que se deshace se puede rehacer."
_NOTHING = "Todavía no hay cambios a los que volver."
_READ_ONLY = "Este plan se abrió solo para leer: aquí solo se ve qué se cambió."


class HistoryPopup(Overlay):
    """The panel of the history. `went` says what was done."""

    went = Signal(str)

    def __init__(self, window: QWidget, open_plan: OpenPlan) -> None:
        super().__init__(window, "Historial de cambios")
        self._open_plan = open_plan
        self.list = HistoryList()
        self.list.picked.connect(self._go)
        self._how = label("", "small", "text3")
        self._lay_out()

    def show_history(self) -> None:
        """Open the panel at the present moment."""
        self._open_plan.save_waiting()
        shown = moments(self._open_plan.file.journal, datetime.now())
        self._how.setText(_READ_ONLY if self._open_plan.file.read_only else _HOW)
        if len(shown) == 1:
            self._how.setText(_NOTHING)
        self.list.show_moments(shown)
        self.open(self.list)
        self.list.scrollTo(self.list.currentIndex())

    def place(self) -> None:
        """Stand below the buttons that undo and redo, at the right."""
        room = self._over.rect()
        width = min(theme().px(_WIDTH), room.width() - 16) + 2 * SHADOW
        self.list.setFixedWidth(width - 2 * SHADOW - 16)
        self.list.setFixedHeight(self.list.height_wanted(round(room.height() * 0.6)))
        self.fit_height(width)
        self.move(room.width() - width - 8 + SHADOW, theme().px(44) - SHADOW)

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("panel", "line")
        head = label("Historial de cambios", "strong", wrap=False)
        self.column.addLayout(_indented(head))
        self.column.addWidget(self.list)
        self.column.addWidget(line)
        self.column.addLayout(_indented(self._how))

    def _go(self, moment: Moment) -> None:
        self.leave()
        if moment.state == NOW or self._open_plan.file.read_only:
            return
        if moment.state == UNDONE:
            done, verb = self._open_plan.redo_until(moment.id), "rehizo"
        else:
            done, verb = self._open_plan.undo_until(moment.id), "deshizo"
        if done:
            self.went.emit(_told(verb, len(done)))


def _indented(words: QWidget) -> QHBoxLayout:
    """Return a line that begins where the rows of the list do."""
    result = QHBoxLayout()
    result.setContentsMargins(8, 4, 8, 4)
    result.addWidget(words)
    return result


def _told(verb: str, count: int) -> str:
    if count == 1:
        return f"Se {verb} un paso."
    plural = {"rehizo": "rehicieron", "deshizo": "deshicieron"}[verb]
    return f"Se {plural} {count:,} pasos."
