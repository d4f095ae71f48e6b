"""Opens the panels of the screen: what is missing, and the settings of follow-up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from poadesk.tracking.gaps import Gap
from poadesk.tracking.screen.missing_panel import MissingPanel
from poadesk.tracking.screen.settings_panel import SettingsPanel
from poadesk.widgets.open_plan import OpenPlan


class Panels(QObject):
    """Panels below a button. `gap_wanted` carries what the person wants to go to."""

    gap_wanted = Signal(object)

    def __init__(self, below: QWidget, open_plan: OpenPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._below = below
        self._open_plan = open_plan

    def show_missing(self, gaps: Sequence[Gap], until: str) -> None:
        """Show the list of what is missing up to a cut-off month."""
        panel = MissingPanel(self._below.window(), gaps, until, self._below)
        panel.wanted.connect(self.gap_wanted)
        panel.left.connect(panel.deleteLater)
        panel.open_panel()

    def show_settings(self) -> None:
        """Show the settings of follow-up."""
        panel = SettingsPanel(self._below.window(), self._open_plan, self._below)
        panel.left.connect(panel.deleteLater)
        panel.open_panel()
