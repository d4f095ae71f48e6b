"""The work of the planning office in the list at the left, and how many units have delivered."""

from __future__ import annotations

from poadesk.consolidating.screen.names_screen import open_groups
from poadesk.desktop.screens import has_screen
from poadesk.plan.office_steps import delivered_sentence, office_states
from poadesk.plan.office_units import unit_rows, unit_totals
from poadesk.plan.step_names import ATTENTION, COMPLETE, EMPTY, OFFICE_GROUPS
from poadesk.plan.steps import StepState
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.step_list import Step


def office_rows(open_plan: OpenPlan) -> list[Step]:
    """Return the rows of the list of the office, each with its state."""
    states = office_states(open_plan.plans) | {"names": _names_state(open_plan)}
    result = []
    for group, steps in OFFICE_GROUPS.items():
        for step in steps:
            state = states.get(step.key, StepState(EMPTY))
            if has_screen(step.key):
                row = step.key, step.title, group, state.state, state.count, state.badge
                result.append(Step(*row))
    return result


def share_of_units(open_plan: OpenPlan) -> tuple[str, float]:
    """Say how many units have delivered, and which share of all that is."""
    totals = unit_totals(unit_rows(open_plan.plans))
    return delivered_sentence(totals), totals.delivered / max(1, totals.units)


def _names_state(open_plan: OpenPlan) -> StepState:
    """Return how many names are still written in several ways, without those left so."""
    count = len(open_groups(open_plan))
    if count:
        return StepState(ATTENTION, badge=count)
    return StepState(COMPLETE if len(open_plan.plans) > 1 else EMPTY)
