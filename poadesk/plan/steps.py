"""The nine steps of writing a plan, and how far each one is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poadesk.plan import schedule
from poadesk.plan.model import Plan
from poadesk.plan.review import CONTRADICTION, MISSING, Finding
from poadesk.plan.step_names import ATTENTION, COMPLETE, EMPTY, STARTED
from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class StepState:
    """`state` is empty, started, complete or attention; `count` is written beside the title.

    `badge` is the number of findings to show in amber instead of the count; 0 shows none.
    """

    state: str
    count: str = ""
    badge: int = 0


_OWN_WORDS = (
    "entity",
    "unit",
    "responsible",
    "responsible_position",
    "place",
    "drafted_on",
    "introduction",
    "general_objective",
)


def step_states(plan: Plan, findings: Sequence[Finding]) -> dict[str, StepState]:
    """Return {step key: its state} of a plan, from its findings, in their order."""
    content = _content(plan)
    states = {key: _written_step(key, *content[key], findings) for key in content}
    written = any(has_content for has_content, _ in content.values())
    states["review"] = _review(written, findings)
    states["print"] = _print(written, findings)
    return states


def _content(plan: Plan) -> dict[str, tuple[bool, str]]:
    """Return {step key: (has something been written, what is counted)}."""
    goals, activities = list(plan.goals()), list(plan.activities())
    with_both = sum(1 for goal in goals if goal.has_indicator and goal.has_resources)
    with_any = any(goal.has_indicator or goal.has_resources for goal in goals)
    scheduled = [activity for activity in activities if schedule.planned(activity)]
    return {
        "general": (any(getattr(plan, name).strip() for name in _OWN_WORDS), ""),
        "swot": _rows(plan.swot_items),
        "lines": _rows(plan.strategic_lines),
        "objectives": _rows(plan.objectives),
        "goals": (bool(goals), str(len(activities)) if goals else ""),
        "resources": (with_any, _share(with_both, len(goals)) if with_any else ""),
        "schedule": (bool(scheduled), ""),
    }


def _rows(rows: Iterable[object]) -> tuple[bool, str]:
    count = len(list(rows))
    return bool(count), str(count) if count else ""


def _share(some: int, of_all: int) -> str:
    return str(of_all) if some == of_all else f"{some}/{of_all}"


def _written_step(
    key: str, has_content: bool, count: str, findings: Sequence[Finding]
) -> StepState:
    natures = [finding.nature for finding in findings if finding.step == key]
    contradictions = natures.count(CONTRADICTION)
    if contradictions:
        return StepState(ATTENTION, count, contradictions)
    if not has_content:
        return StepState(EMPTY)
    return StepState(STARTED if MISSING in natures else COMPLETE, count)


def _review(written: bool, findings: Sequence[Finding]) -> StepState:
    open_ones = sum(1 for finding in findings if finding.severity != "hint")
    if not written:
        return StepState(EMPTY)
    return StepState(STARTED, badge=open_ones) if open_ones else StepState(COMPLETE)


def _print(written: bool, findings: Sequence[Finding]) -> StepState:
    if not written:
        return StepState(EMPTY)
    errors = any(finding.severity == "error" for finding in findings)
    return StepState(STARTED if errors else COMPLETE)
