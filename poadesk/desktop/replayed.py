"""Takes back and does again the steps of a plan, and tells where that happened out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poadesk.plan.step_names import ALL_STEPS, step_of
from poadesk.planfile.changes import Change
from poadesk.widgets.notice import show_notice
from poadesk.widgets.open_plan import OpenPlan

if TYPE_CHECKING:
    from poadesk.desktop.plan_view import PlanView

_TITLES = {step.key: step.title for step in ALL_STEPS}
_DONE = {"done_thousandths", "spent_cents"}
# Where rows are seen besides the step in which their words are written.
_ALSO_SEEN = {"goal": {"resources", "reports"}, "activity": {"schedule", "tracking"}}
_ELSEWHERE = {"catalogue_item", "kit_part", "remark", "delivery", "objective_line"}


def replay(view: PlanView, open_plan: OpenPlan, backwards: bool) -> None:
    """Take back the last step, or do the one that was taken back again."""
    last: list[Change] = []

    def listen(changes: tuple[Change, ...], origin: object) -> None:
        last[:] = changes  # what was waiting is saved before, and told before

    open_plan.changed.connect(listen)
    try:
        done = open_plan.undo() if backwards else open_plan.redo()
    finally:
        open_plan.changed.disconnect(listen)
    where = _out_of_sight(view, last)
    if done is not None and where:
        verb, sign = ("Se deshizo", "undo") if backwards else ("Se rehizo", "redo")
        show_notice(view, f"{verb} “{done.label}”, en el paso {_TITLES[where]}.", sign=sign)
    elif done is not None:
        _bring_in_sight(view, open_plan, last)


def _bring_in_sight(view: PlanView, open_plan: OpenPlan, changes: list[Change]) -> None:
    """Choose the row of which something is seen here only when it is chosen."""
    screen = view.screen_of(view.step)
    for change in changes:
        row_id, field = _row_and_field(open_plan, change)
        if screen.hides(row_id, field):
            view.go_to_field(view.step, row_id, field)
            return


def _row_and_field(open_plan: OpenPlan, change: Change) -> tuple[str, str]:
    """Return a field that changed; of a row that is gone, the goal and the list in which it was."""
    if open_plan.row(change.id) is not None:
        return change.id, next(iter(change.after or ()), "") if change.before else "text"
    return str((change.before or {}).get("goal_id", "")), f"{change.table}s"


def _out_of_sight(view: PlanView, changes: list[Change]) -> str:
    """Return the step in which all of it happened, or "" where some of it is in sight."""
    places = [place for change in changes for place in _places(change)]
    if not places or any(view.step in seen for _, seen in places):
        return ""
    known = view.keys()
    return next((step for step, _ in places if step in known), "")


def _places(change: Change) -> list[tuple[str, set[str]]]:
    """Return the step in which a row is written and all steps in which it is seen."""
    if change.table in _ELSEWHERE:
        return []
    if change.table == "week_mark":
        return [("schedule", {"schedule"})]
    fields = (change.after or {}).keys() | (change.before or {}).keys()
    if change.table == "month_record":
        step = "tracking" if fields & _DONE and not fields & {"activity_id"} else "schedule"
        return [(step, {"schedule", "tracking"})]
    step = step_of(change.table, "strategy_source" if "strategy_source" in fields else "")
    return [(step, {step, *_ALSO_SEEN.get(change.table, ())})]
