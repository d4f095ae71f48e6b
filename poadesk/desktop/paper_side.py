"""The live paper at the right of the window: on which screens it is open, and how wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from poadesk.desktop.places import settings
from poadesk.plan.office import KIT
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen, is_narrow
from poadesk.widgets.theme import theme

if TYPE_CHECKING:
    from poadesk.printing.screen.live_paper import LivePaper

# The part of the printed plan that a step writes.
_PARTS = {
    "general": "cover",
    "swot": "swot",
    "lines": "lines",
    "objectives": "matrix",
    "goals": "matrix",
    "resources": "matrix",
    "schedule": "schedule",
    "review": "matrix",
    "print": "cover",
    "tracking": "schedule",
    "reports": "cover",
}
# Their own content asks for the whole width, or shows the pages already.
_CLOSED_AT_FIRST = ("schedule", "print", "tracking", "reports")
# These show details beside the content, which leave it too little room long before.
_WITH_DETAILS = ("lines", "objectives", "goals")
_NARROW_WITH_DETAILS = 1240  # pixels of the window at 100 % text size
_WIDEST, _LEAST, _SHARE = 400, 320, 0.28  # pixels, and the share of the window


class PaperSide(QObject):
    """Opens and closes the paper in a splitter; `shown` tells whether it is open now.

    What a person chose is remembered for each screen. In a narrow window the paper is closed
    until it is asked for, and then takes the room of what stands beside the content.
    """

    shown = Signal(bool)

    def __init__(self, splitter: QSplitter, open_plan: OpenPlan) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._open_plan = open_plan
        self.panel: LivePaper | None = None
        self._step = ""
        self._screen: Screen | None = None
        self._was_narrow = False
        self._rows: dict[str, str] = {}
        self._chosen_narrow: dict[str, bool] = {}
        splitter.splitterMoved.connect(lambda *_: self._remember_width())

    @property
    def is_open(self) -> bool:
        """Say whether the paper is shown beside the present screen."""
        return self.panel is not None and not self.panel.isHidden()

    def follow_step(self, step: str, screen: Screen) -> None:
        """Show the part that a step writes, or nothing where the person wants no paper."""
        self._step, self._screen = step, screen
        if self.panel is not None and self._has_pages:
            self.panel.follow_part(_PARTS[step])
            self.follow_row(step, self._rows.get(step, ""))
        self._show(self._is_wanted())

    def follow_row(self, step: str, row_id: str) -> None:
        """Show a row that a step edits, or a field of the plan itself by its name."""
        self._rows[step] = row_id
        if step == self._step and self.panel is not None:
            self.panel.follow_row(row_id, "finding" if step == "review" else "edited")

    def forget_rows(self) -> None:
        """Forget which rows were edited: another plan is shown."""
        self._rows.clear()
        if self.panel is not None:
            self.panel.begin_anew()

    def toggle(self) -> None:
        """Open or close the paper at the wish of the person, and remember it."""
        if not self._has_pages:
            self.shown.emit(False)
            return
        wanted = not self.is_open
        if self._is_narrow:
            self._chosen_narrow[self._step] = wanted
        else:
            settings().setValue(f"paper/open/{self._step}", wanted)
        self._show(wanted)

    def fit(self) -> None:
        """Open or close the paper when the window has turned narrow or wide."""
        if self._screen is not None and self._is_narrow != self._was_narrow:
            self._show(self._is_wanted())

    @property
    def _is_narrow(self) -> bool:
        window = self._splitter.window()
        least = theme().px(_NARROW_WITH_DETAILS) if self._step in _WITH_DETAILS else 0
        return is_narrow(window) or window.width() < least

    @property
    def _has_pages(self) -> bool:
        """Say whether the step writes a plan: the work of the planning office is no paper."""
        return self._step in _PARTS and self._open_plan.plan.role != KIT

    def _is_wanted(self) -> bool:
        if not self._has_pages:
            return False
        if self._is_narrow:
            return self._chosen_narrow.get(self._step, False)
        at_first = self._step not in _CLOSED_AT_FIRST
        return bool(settings().value(f"paper/open/{self._step}", at_first, type=bool))

    def _show(self, wanted: bool) -> None:
        self._was_narrow = self._is_narrow
        if wanted and self.panel is None:
            self.panel = self._make()
        if self._screen is not None and wanted:
            # Before the paper takes it: squeezed in between, a screen would lose its place.
            self._screen.make_room(self._is_narrow)
        if self.panel is not None and wanted != self.is_open:
            self.panel.setVisible(wanted)
            if wanted:
                self._give_width(self.panel)
        if self._screen is not None and not wanted:
            self._screen.make_room(False)
        self.shown.emit(wanted)

    def _make(self) -> LivePaper:
        # Local: what shows a PDF is loaded when a paper is first wanted.
        from poadesk.printing.screen.live_paper import LivePaper

        panel = LivePaper(self._open_plan)
        panel.hide()
        panel.close_wanted.connect(self.toggle)
        self._splitter.addWidget(panel)
        self._splitter.setStretchFactor(self._splitter.indexOf(panel), 0)
        panel.follow_part(_PARTS[self._step])
        panel.follow_row(self._rows.get(self._step, ""))
        return panel

    def _give_width(self, panel: LivePaper) -> None:
        width = self._width()
        side, work, *_ = self._splitter.sizes()
        # The handle takes its pixel now: otherwise every screen would be laid out once more.
        self._splitter.handle(self._splitter.indexOf(panel)).show()
        work -= width + self._splitter.handleWidth()
        self._splitter.setSizes([side, max(0, work), width])

    def _width(self) -> int:
        share = round(self._splitter.window().width() * _SHARE)
        at_first = min(theme().px(_WIDEST), max(theme().px(_LEAST), share))
        kept = str(settings().value("paper/width", at_first))
        return int(kept) if kept.isdecimal() and not self._is_narrow else at_first

    def _remember_width(self) -> None:
        if self.is_open and not self._is_narrow:
            settings().setValue("paper/width", self._splitter.sizes()[-1])
