"""A FODA with a tie, for the tests of its screen, and the plan that its file holds."""

from __future__ import annotations

from poadesk.plan.model import Objective, Plan, SwotItem, SwotObjective
from poadesk.planfile.plan_file import PlanFile

PLAN = Plan(
    id="plan",
    objectives=(
        Objective(id="first", text="Barrer a tiempo"),
        Objective(id="second", position=1, text="Cuidar el río"),
    ),
    swot_items=(
        SwotItem(id="truck", text="Camión propio"),
        SwotItem(id="crew", position=1, text="Cuadrilla con experiencia"),
        SwotItem(
            id="river",
            quadrant="threat",
            text="Botaderos junto al río",
            objectives=(SwotObjective(id="tie", objective_id="second"),),
        ),
        SwotItem(id="rain", position=1, quadrant="threat", text="Lluvias"),
    ),
)


def stored(window) -> Plan:
    with PlanFile.open(window.open_plan.file.path, read_only=True) as file:
        return file.read()[0]
