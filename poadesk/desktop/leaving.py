"""Asks before a plan is left while something that was written is not in its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import declared_fields
from poadesk.plan.profiles import field_of
from poadesk.plan.step_names import step_of
from poadesk.widgets.dialogs import ask
from poadesk.widgets.open_plan import OpenPlan, Spot

if TYPE_CHECKING:
    from poadesk.desktop.plan_view import PlanView

_SHOWN = 40  # letters of the text that is quoted


def end_work(view: PlanView, open_plan: OpenPlan) -> str:
    """Save what is waiting and let the threads of a view end; return the step that it shows.

    Needed before the view is deleted: what deletes a thread at work could wait for it for ever.
    """
    open_plan.save_waiting()
    for pool in view.findChildren(QThreadPool):
        pool.waitForDone()
    return view.step


def ask_before_leaving(
    parent: QWidget,
    open_plan: OpenPlan,
    save_elsewhere: Callable[[], bool],
    go_to_field: Callable[[str, str, str], object],
) -> bool:
    """Say whether the plan may be closed; with everything saved nobody is asked."""
    open_plan.save_waiting()
    left = [spot for spot in open_plan.unsaved if open_plan.row(spot[1]) is not None]
    if not left:
        return True
    spot = next((spot for spot in left if _is_readable(open_plan, spot)), left[0])
    best = (
        ("elsewhere", "Guardar en otro lugar…")
        if _is_readable(open_plan, spot)
        else ("go", "Ir al campo")
    )
    answer = ask(
        parent,
        "Hay algo que todavía no se guardó",
        _sentence(open_plan, spot, len(left)),
        [("stay", "Volver al plan"), ("leave", "Cerrar sin guardarlo"), best],
    )
    if answer == "go":
        go_to_field(step_of(spot[0], spot[2]), spot[1], spot[2])
    if answer == "elsewhere" and save_elsewhere():
        return not open_plan.unsaved
    return answer == "leave"


def _is_readable(open_plan: OpenPlan, spot: Spot) -> bool:
    table, _, field = spot
    try:
        declared_fields(table)[field].read(open_plan.unsaved[spot])
    except UnreadableError:
        return False
    return True


def _sentence(open_plan: OpenPlan, spot: Spot, count: int) -> str:
    text = " ".join(open_plan.unsaved[spot].split())
    quoted = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    label = field_of(open_plan.words, spot[0], spot[2]).label
    said = f"Lo que escribió en “{label}”, “{quoted}”, no está en el archivo del plan."
    others = count - 1
    if others == 1:
        return f"{said} Hay otro campo igual."
    return f"{said} Hay otros {others} campos iguales." if others else said
