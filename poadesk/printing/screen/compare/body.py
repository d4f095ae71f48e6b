"""The differences of two revisions in a list, with the one that is reached in full beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from poadesk.plan.comparing import Comparison, Difference
from poadesk.plan.comparing.bringing import Bringing
from poadesk.printing.screen.compare.details import DifferenceDetails
from poadesk.printing.screen.compare.model import Differences
from poadesk.printing.screen.compare.view import DifferenceList
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.theme import theme

_LIST = 380  # pixels of the list at 100 % text size
_ASK = "Comparar con otro archivo…"
NOTHING_DIFFERS = "No hay diferencias", "Las dos revisiones dicen lo mismo."
NO_PLAN = "Todavía no se ha recibido ningún plan", "Cuando llegue uno, se compara aquí."
NOT_READ = "No se pudo comparar", "Elija otra revisión, u otro archivo."
NEVER_SENT = (
    "Todavía no hay con qué comparar",
    "Este plan aún no se ha entregado. Puede compararlo con otro archivo.",
)


class CompareBody(QStackedWidget):
    """`reached` carries the difference that is shown in full, or None.

    `file_wanted` when the person wants another file because there is nothing to compare with.
    """

    reached = Signal(object)
    file_wanted = Signal()

    def __init__(self, jump_words: Callable[[Difference], str]) -> None:
        super().__init__()
        self._jump_words = jump_words
        self._names = ("", "")
        self.rows = Differences()
        self.list = DifferenceList(self.rows)
        self.details = DifferenceDetails()
        self.list.reached.connect(self._show_reached)
        self.addWidget(QWidget())
        self.addWidget(self._beside())

    def show_comparison(
        self, comparison: Comparison, bringing: Bringing | None, names: tuple[str, str]
    ) -> None:
        """Show the differences; the one that was reached stays so if it is still there."""
        self._names = names
        key = self._reached_key()
        self.rows.show_comparison(comparison, bringing)
        self.list.go_to(key)
        self.setCurrentIndex(1)

    def show_kind(self, kind: str) -> None:
        """Show only the differences of a kind, or all for ""."""
        key = self._reached_key()
        self.rows.show_kind(kind)
        self.list.go_to(key)

    def show_nothing(self, words: tuple[str, str], offers_file: bool, icon: str) -> None:
        """Say why there is nothing to see."""
        self.rows.show_comparison(None, None)
        state = EmptyState(*words, icon)
        if offers_file:
            state.add_action(_ASK, self.file_wanted.emit, "normal", "folder-open")
        old = self.widget(0)
        self.insertWidget(0, state)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.setCurrentIndex(0)

    def focus(self) -> bool:
        """Put the focus on the list; say whether there is anything in it."""
        if self.rows.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self.rows.rows)

    def _reached_key(self) -> str:
        reached = self.list.current()
        return reached.key if reached is not None else ""

    def _show_reached(self, one: Difference | None) -> None:
        note = jump = ""
        if one is not None:
            note = self.rows.why_not(one.key) or self.rows.goes_along(one.key)
            jump = self._jump_words(one)
        self.details.show_difference(one, self._names, note, jump)
        self.reached.emit(one)

    def _beside(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([kept_width("compare", _LIST), theme().px(900)])
        keep_pane(splitter, 0, lambda: "compare")
        return splitter
