"""What stands over a report: its method, how it comes along, and what there is to choose."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from poadesk.plan.profiles import Profile
from poadesk.printing.screen.reports.filters import FilterBar
from poadesk.printing.screen.reports.making import Made
from poadesk.printing.screen.reports.method import method_words
from poadesk.printing.screen.reports.output_strip import OutputStrip
from poadesk.widgets.labels import label

PATIENCE = 250  # milliseconds of work that need no word


class ReportTop(QWidget):
    """The strip under the title of Informes; `take_in` gives it what the title has no room for."""

    def __init__(self, words: Profile) -> None:
        super().__init__()
        self.filters = FilterBar(words)
        self.output = OutputStrip()
        self.method = label("", "small", "text2")
        self.working = label("calculando…", "small", "text3", wrap=False)
        self._made: Made | None = None
        self._is_short = False
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._slow.timeout.connect(self.working.show)

    def begin(self) -> None:
        """Say after a while that a report is being made."""
        self._slow.start()

    def end(self, made: Made | None) -> None:
        """Say what was made, or only that nothing is being made any more."""
        self._slow.stop()
        self.working.hide()
        if made is not None:
            self._made = made
            self._say_method()
            self.filters.setVisible(made.has_activities)

    def take_in(self, widget: QWidget) -> None:
        """Show a widget as a line of its own, above all others."""
        self._column.insertWidget(0, widget)

    def set_short(self, is_short: bool) -> None:
        """Say only the name of the method in a low window; the papers always tell its limits."""
        self._is_short = is_short
        self._say_method()

    def set_margin(self, side: int) -> None:
        """Keep this much room at both sides."""
        self._column.setContentsMargins(side, 0, side, 10)

    def _say_method(self) -> None:
        if self._made is not None:
            self.method.setText(method_words(self._made, self._is_short))

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self.method, 1)
        said.addWidget(self.working)
        self._column.setSpacing(8)
        self._column.addLayout(said)
        self._column.addWidget(self.output)
        self._column.addWidget(self.filters)
        self.working.hide()
