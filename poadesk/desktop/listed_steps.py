"""The steps at the left of the window: those of a plan, or those of the planning office."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from poadesk.desktop.inside_unit import is_inside_unit, shows_office
from poadesk.desktop.screens import has_screen
from poadesk.plan.model import Remark
from poadesk.plan.office import is_office
from poadesk.plan.remarks import ANSWERED, OPEN, step_of_remark
from poadesk.plan.step_names import (
    ATTENTION,
    EMPTY,
    FOLLOW_STEPS,
    OFFICE_GROUPS,
    SEND_STEP,
    STEPS,
    Step,
)
from poadesk.plan.steps import StepState, step_states
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.step_list import Step as ListedStep

STEPS_OF_WRITING = 7
_ICONS = {"send": "send", "tracking": "flag", "reports": "book"}


def steps_in_sight(open_plan: OpenPlan) -> list[Step]:
    """Return the steps between which a person goes now, in their order."""
    if shows_office(open_plan):
        return [step for steps in OFFICE_GROUPS.values() for step in steps if has_screen(step.key)]
    titles = open_plan.words.step_titles
    writing = [Step(step.key, titles.get(step.key, step.title)) for step in STEPS]
    # In the file of the planning office the plans of units have arrived.
    sending = [] if is_office(open_plan.plans) else [SEND_STEP]
    return [*writing, *sending, *FOLLOW_STEPS]


def numbered_steps(open_plan: OpenPlan) -> list[Step]:
    """Return the steps that Ctrl and a number lead to."""
    lettered = {step.key for step in (SEND_STEP, *FOLLOW_STEPS)}
    return [step for step in steps_in_sight(open_plan) if step.key not in lettered]


def listed_steps(open_plan: OpenPlan, is_checked: bool = True) -> list[ListedStep]:
    """Return the rows of the list, each with its state; all empty before a plan is checked."""
    if shows_office(open_plan):
        # Local: who writes the plan of a unit has no use for it.
        from poadesk.desktop.listed_office import office_rows

        return office_rows(open_plan)
    steps = steps_in_sight(open_plan)
    if not is_checked:
        blank = StepState(EMPTY)
        writing = [_listed(at, step, blank) for at, step in enumerate(steps[: len(STEPS)])]
        return [*writing, *(_marked(step) for step in steps[len(STEPS) :])]
    states = step_states(open_plan.plan, open_plan.reading.findings)
    observed = Counter(step_of_remark(open_plan.plan, one) for one in _asked(open_plan))
    writing = [
        _listed(at, step, _with_remarks(states[step.key], observed[step.key]))
        for at, step in enumerate(steps[: len(STEPS)])
    ]
    return [*writing, *(_marked(step) for step in steps[len(STEPS) :])]


def _asked(open_plan: OpenPlan) -> list[Remark]:
    """Return the remarks that wait for whoever has the plan open."""
    wanted = ANSWERED if is_inside_unit(open_plan) else OPEN
    return [remark for remark in open_plan.plan.remarks if remark.state == wanted]


def _with_remarks(state: StepState, count: int) -> StepState:
    """Return the state of a step with its remarks among what asks for attention."""
    if not count:
        return state
    return replace(state, state=ATTENTION, badge=state.badge + count)


def _listed(at: int, step: Step, state: StepState) -> ListedStep:
    return _row(step, "Escribir" if at < STEPS_OF_WRITING else "Terminar", state)


def _row(step: Step, group: str, state: StepState) -> ListedStep:
    return ListedStep(step.key, step.title, group, state.state, state.count, state.badge)


def _marked(step: Step) -> ListedStep:
    """Return a step that is never done once for all, so that only an icon marks it."""
    group = "Terminar" if step == SEND_STEP else "Durante el año"
    return ListedStep(step.key, step.title, group, icon=_ICONS[step.key])
