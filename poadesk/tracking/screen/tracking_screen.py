"""Seguimiento: what was planned and what was done in each month of the year, up to a cut-off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from poadesk.plan import calendar
from poadesk.plan.model import Activity, Deviation
from poadesk.planfile.journal import Change
from poadesk.tracking.edits import CAUSE, CORRECTIVE_ACTION
from poadesk.tracking.gaps import CAUSE as CAUSE_GAP
from poadesk.tracking.gaps import Gap, gaps_of
from poadesk.tracking.screen import commands
from poadesk.tracking.screen.details import TrackingDetails
from poadesk.tracking.screen.grid import TrackingGrid
from poadesk.tracking.screen.header import TrackingHeader
from poadesk.tracking.screen.legend import Legend
from poadesk.tracking.screen.missing_panel import MissingPanel
from poadesk.tracking.screen.model import TrackingModel
from poadesk.tracking.screen.rows import KINDS, Place, TrackingRow, in_state, rows_of, up_to_date
from poadesk.tracking.screen.settings_panel import SettingsPanel
from poadesk.tracking.screen.words import PILLS, amount_words, deadline_words
from poadesk.tracking.standing import Scope, scope_of
from poadesk.widgets.buttons import button
from poadesk.widgets.cut_off import cut_off_of
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.menus import add_entry
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import Overlay
from poadesk.widgets.pills import Pills, PillWords
from poadesk.widgets.screen import Screen

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
