"""In an office file the window shows the office's own work, or goes inside the plan of one unit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from poadesk.plan.office import KIT, is_office
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

FIRST_OF_OFFICE = "deliveries"
BACK = "Volver a Planificación"
BACK_HINT = ("Alt+←", "volver a Planificación")
INSIDE_UNIT = "Este plan lo escribió la unidad. Aquí lo lee y escribe observaciones con Ctrl+M."


def shows_office(open_plan: OpenPlan) -> bool:
    """Say whether the window shows the work of the planning office and not the plan of a unit."""
    return open_plan.plan.role == KIT


def is_inside_unit(open_plan: OpenPlan) -> bool:
    """Say whether the window shows the plan of a unit in an office file."""
    return not shows_office(open_plan) and is_office(open_plan.plans)


def hand_over(screen: Screen, paths: Iterable[str]) -> None:
    """Let Entregas receive what was let go over the window."""
    from poadesk.consolidating.screen.deliveries_screen import DeliveriesScreen

    if isinstance(screen, DeliveriesScreen):
        screen.receiver.receive([Path(path) for path in paths])
