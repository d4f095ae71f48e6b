"""The plans opened lately, newest first, with how far each was when it was left."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from poadesk.desktop.places import settings
from poadesk.plan.step_names import (
    ALL_STEPS,
    ATTENTION,
    COMPLETE,
    EMPTY,
    OFFICE_STEPS,
    STARTED,
    STEPS,
)
from poadesk.quick_dataclass import dataclass

_KEPT = 8
_STATES = (EMPTY, STARTED, COMPLETE, ATTENTION)
_STEPS = tuple(step.key for step in (*ALL_STEPS, *OFFICE_STEPS))


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan file opened lately: where it is, its title with the year, its unit and when.

    `when` is as in `2026-11-20 10:42`. `states` are those of the steps in their order, `step` the
    one in sight and `plan_id` the plan of the unit in sight, when the file was left; all are empty
    before that.
    """

    path: str
    title: str
    unit: str
    when: str
    states: tuple[str, ...] = ()
    step: str = ""
    plan_id: str = ""


def recent_plans() -> list[Recent]:
    """Return the plans opened lately, newest first; what is not readable is left out."""
    try:
        entries = json.loads(str(settings().value("recent", "[]")))
    except (ValueError, RecursionError):
        return []
    read = [_read(entry) for entry in entries] if isinstance(entries, list) else []
    return [recent for recent in read if recent is not None][:_KEPT]


def remember(path: Path, title: str, unit: str) -> None:
    """Put a plan at the head of the list; how far it was stays known."""
    plans = recent_plans()
    known = next((recent for recent in plans if recent.path == str(path)), None)
    now = datetime.now().strftime("%Y-%m-%d %H:%M")
    new = replace(known or Recent(str(path), "", "", ""), title=title, unit=unit, when=now)
    _keep([new, *(recent for recent in plans if recent.path != new.path)])


def step_left(path: str) -> str:
    """Return the step in which a plan was left; the first one where that is not known."""
    steps = [recent.step for recent in recent_plans() if recent.path == path]
    return (steps and steps[0]) or _STEPS[0]


def plan_left(path: str) -> str:
    """Return the id of the plan that was in sight when a file was left, or ""."""
    return next((recent.plan_id for recent in recent_plans() if recent.path == path), "")


def remember_progress(path: Path, states: Sequence[str], step: str, plan_id: str) -> None:
    """Note how far a plan of the list is: the states of its steps, and what was in sight."""
    _change(
        str(path),
        lambda recent: replace(recent, states=tuple(states), step=step, plan_id=plan_id),
    )


def forget(path: str) -> None:
    """Take a plan off the list; its file stays as it is."""
    _keep([recent for recent in recent_plans() if recent.path != path])


def _change(path: str, change: Callable[[Recent], Recent]) -> None:
    _keep([change(recent) if recent.path == path else recent for recent in recent_plans()])


def _keep(plans: Sequence[Recent]) -> None:
    store = settings()
    store.setValue("recent", json.dumps([asdict(recent) for recent in plans[:_KEPT]]))
    store.sync()


def _read(entry: object) -> Recent | None:
    if not isinstance(entry, dict):
        return None
    words = [entry.get(name) for name in ("path", "title", "unit", "when")]
    path, title, unit, when = (word if isinstance(word, str) else "" for word in words)
    if not path or "\0" in path:
        return None
    step = entry.get("step")
    plan_id = entry.get("plan_id")
    states = _states(entry.get("states"))
    return Recent(
        path,
        title,
        unit,
        when,
        states,
        step if step in _STEPS else "",
        plan_id if isinstance(plan_id, str) else "",
    )


def _states(kept: object) -> tuple[str, ...]:
    if not isinstance(kept, list) or len(kept) != len(STEPS):
        return ()
    return tuple(kept) if all(state in _STATES for state in kept) else ()
