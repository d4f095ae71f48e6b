"""Seguimiento: what was planned and what was done in each month of the year, up to a cut-off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.plan.model import Activity, Deviation
from poadesk.planfile.journal import Change
from poadesk.tracking.edits import BUDGET, CAUSE, CORRECTIVE_ACTION, SPENT
from poadesk.tracking.screen.details import TrackingDetails
from poadesk.tracking.screen.filling import fill_menu
from poadesk.tracking.screen.followed import Followed
from poadesk.tracking.screen.grid import TrackingGrid
from poadesk.tracking.screen.header import TrackingHeader
from poadesk.tracking.screen.legend import Legend
from poadesk.tracking.screen.missing_panel import MissingPanel
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.rows import KINDS, PLANNED, TrackingRow
from poadesk.tracking.screen.settings_panel import SettingsPanel
from poadesk.tracking.screen.words import amount_words, deadline_words
from poadesk.tracking.gaps import CAUSE as CAUSE_GAP
from poadesk.tracking.gaps import Gap
from poadesk.tracking.standing import scope_of
from poadesk.widgets.beside import put_beside
from poadesk.widgets.cut_off import cut_off_of
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.kept_widths import keep_pane, kept_width
from poadesk.widgets.menus import add_entry
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import Overlay
from poadesk.widgets.pills import Pills
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme

_HINTS = [
    ("0–9", "cantidad"),
    ("0", "nada hecho"),
    ("Supr", "sin registrar"),
    ("Ctrl+J", "como se programó"),
    ("Mayús+→", "elegir"),
    ("Ctrl+V", "pegar de Excel"),
]
_READING = [("←+→", "moverse"), ("Mayús+→", "elegir y sumar"), ("Ctrl+C", "copiar a Excel")]
_OF_AN_ACTIVITY = {"month_record", "week_mark", "deviation"}
_DETAILS, _DETAILS_NARROW = 280, 264
_WIDE_MARGIN = 24


class TrackingScreen(Screen):
    """Grid of activities by months up to the cut-off, with the chosen activity beside it.

    `today` tells the day by which a month is overdue.
    """

    def __init__(self, open_plan: OpenPlan, today: Callable[[], date] = date.today) -> None:
        super().__init__("Seguimiento", scrolls=False)
        self._open_plan = open_plan
        self._today = today
        self._cut_off = cut_off_of(open_plan)
        self._model = TrackingModel(self)
        self._missed: frozenset[str] | None = None
        self._was_narrow: bool | None = None
        self._wants_details = False
        self._covered = False
        self.status = ""
        self.header = TrackingHeader(self)
        self.pills = Pills("Mostrar")
        self.grid = TrackingGrid(self._model, open_plan, self.margin)
        self.view = self.grid.view
        self.legend = Legend()
        self.details = TrackingDetails(open_plan)
        self.overlay: Overlay | None = None
        self._empty = self._when_empty()
        self._room = QStackedWidget()
        self._filters = QWidget()
        self._put_together()
        self.splitter = put_beside(self, self.details)
        keep_pane(self.splitter, 1, self._width_key)
        self._connect()
        self._followed = self._follow()
        self._show()
