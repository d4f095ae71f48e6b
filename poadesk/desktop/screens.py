"""The screen of each step; its modules are loaded when the step is first shown."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

_WRITING = "poadesk.writing.screen"
_CONSOLIDATING = "poadesk.consolidating.screen"
_DOCUMENTS = "poadesk.printing.screen.documents"
_PLACES = {
    "general": (f"{_WRITING}.general_screen", "GeneralScreen"),
    "swot": (f"{_WRITING}.swot_screen", "SwotScreen"),
    "lines": (f"{_WRITING}.lines_screen", "LinesScreen"),
    "objectives": (f"{_WRITING}.objectives_screen", "ObjectivesScreen"),
    "goals": (f"{_WRITING}.goals_screen", "GoalsScreen"),
    "resources": (f"{_WRITING}.resources_screen", "ResourcesScreen"),
    "schedule": (f"{_WRITING}.schedule.screen", "ScheduleScreen"),
    "review": (f"{_WRITING}.review_screen", "ReviewScreen"),
    "print": ("poadesk.printing.screen.print_screen", "PrintScreen"),
    "send": ("poadesk.printing.screen.sending.send_screen", "SendScreen"),
    "tracking": ("poadesk.tracking.screen.tracking_screen", "TrackingScreen"),
    "reports": ("poadesk.printing.screen.reports.screen", "ReportsScreen"),
    "compare": ("poadesk.printing.screen.compare.screen", "CompareScreen"),
    "consolidated": (f"{_DOCUMENTS}.consolidated_screen", "ConsolidatedScreen"),
    "general_schedule": (f"{_DOCUMENTS}.general_schedule_screen", "GeneralScheduleScreen"),
    "deliveries": (f"{_CONSOLIDATING}.deliveries_screen", "DeliveriesScreen"),
    "remarks": (f"{_CONSOLIDATING}.remarks_screen", "RemarksScreen"),
    "names": (f"{_CONSOLIDATING}.names_screen", "NamesScreen"),
    "units": (f"{_CONSOLIDATING}.units_screen", "UnitsScreen"),
    "material": (f"{_CONSOLIDATING}.material_screen", "MaterialScreen"),
}


def has_screen(step: str) -> bool:
    """Say whether there is a screen of a step."""
    return step in _PLACES


def make_screen(step: str, open_plan: OpenPlan, place: QWidget) -> Screen:
    """Return a new screen of a step for an open plan, to be shown in `place`.

    It is made there: Qt dresses anew whatever is moved to another parent.
    """
    module, name = _PLACES[step]
    screen: Screen = getattr(import_module(module), name)(open_plan, parent=place)
    return screen
