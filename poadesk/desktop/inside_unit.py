"""In an office file the window shows the office's own work, or goes inside the plan of one unit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from poadesk.plan.office import KIT, is_office, kit_of
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

FIRST_OF_OFFICE = "deliveries"
BACK = "Volver a Planificación"
_OF_MATERIAL = ("general", "lines", "objectives", "goals")
INSIDE_UNIT = "Este plan lo escribió la unidad. Aquí lo lee y escribe observaciones con Ctrl+M."


def shows_office(open_plan: OpenPlan) -> bool:
    """Say whether the window shows the work of the planning office and not the plan of a unit."""
    return open_plan.plan.role == KIT


def steps_beside(open_plan: OpenPlan) -> tuple[str, ...]:
    """Return the steps that stand in no list: of a unit what is in a menu only, of the office
    those in which it writes the parts of its material."""
    return ("compare", *_OF_MATERIAL) if shows_office(open_plan) else ("compare",)


def is_in_material(open_plan: OpenPlan, step: str) -> bool:
    """Say whether a step is one in which the office writes a part of its material."""
    return shows_office(open_plan) and step in _OF_MATERIAL


def listed_as(open_plan: OpenPlan, step: str) -> str:
    """Return the step of the list to which a step belongs."""
    return "material" if is_in_material(open_plan, step) else step


def back_hints(open_plan: OpenPlan, step: str) -> list[tuple[str, str]]:
    """Return the key that leads back, where there is a way back."""
    if is_in_material(open_plan, step):
        return [("Alt+←", "volver al material")]
    return [("Alt+←", "volver a Planificación")] if is_inside_unit(open_plan) else []


def choose_office(open_plan: OpenPlan) -> None:
    """Let the office's own work be what the window shows."""
    kit = kit_of(open_plan.plans)
    assert kit is not None
    open_plan.choose(kit.id)


def is_inside_unit(open_plan: OpenPlan) -> bool:
    """Say whether the window shows the plan of a unit in an office file."""
    return not shows_office(open_plan) and is_office(open_plan.plans)


def hand_over(screen: Screen, paths: Iterable[str]) -> None:
    """Let Entregas receive what was let go over the window."""
    from poadesk.consolidating.screen.deliveries_screen import DeliveriesScreen

    if isinstance(screen, DeliveriesScreen):
        screen.receiver.receive([Path(path) for path in paths])


class _Steps(Protocol):
    def show_step(self, step: str, /) -> None: ...

    def screen_of(self, step: str, /) -> Screen: ...


def lead_to_comparing(step: str, screen: Screen, steps: _Steps) -> None:
    """Let Entregas lead to Comparar with a revision of a unit; other steps do not."""
    if step != FIRST_OF_OFFICE:
        return
    from poadesk.consolidating.screen.deliveries_screen import DeliveriesScreen

    def compare(plan_id: str, digest: str) -> None:
        from poadesk.printing.screen.compare.screen import CompareScreen

        steps.show_step("compare")
        shown = steps.screen_of("compare")
        if isinstance(shown, CompareScreen):
            shown.compare_with(plan_id, digest)

    if isinstance(screen, DeliveriesScreen):
        screen.details.compare_wanted.connect(compare)
