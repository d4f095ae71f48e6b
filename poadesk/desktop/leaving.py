"""Asks before a plan is left while something that was written is not in its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from poadesk.widgets.dialogs import ask
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.unsaved import Unsaved

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
    left = [one for one in open_plan.unsaved.values() if open_plan.row(one.way[1]) is not None]
    if not left:
        return True
    typed = next((one for one in left if one.is_readable), left[0])
    best = ("elsewhere", "Guardar en otro lugar…") if typed.is_readable else ("go", "Ir al campo")
    answer = ask(
        parent,
        "Hay algo que todavía no se guardó",
        _sentence(typed, len(left) - 1),
        [("stay", "Volver al plan"), ("leave", "Cerrar sin guardarlo"), best],
    )
    if answer == "go":
        go_to_field(*typed.way)
    if answer == "elsewhere" and save_elsewhere():
        return not open_plan.unsaved
    return answer == "leave"


def _sentence(typed: Unsaved, others: int) -> str:
    text = " ".join(typed.text.split())
    quoted = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    said = f"Lo que escribió en “{typed.place}”, “{quoted}”, no está en el archivo del plan."
    if others == 1:
        return f"{said} Hay otro campo igual."
    return f"{said} Hay otros {others} campos iguales." if others else said
