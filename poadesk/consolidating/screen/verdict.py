"""What the office says of a plan in the window: approving it, and giving it back to its unit."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from poadesk.consolidating import approving
from poadesk.consolidating.returning import give_back
from poadesk.plan.model import Plan
from poadesk.plan.phrases import quoted
from poadesk.plan.remarks import waiting
from poadesk.planfile.errors import CannotSaveError
from poadesk.widgets.band import Band
from poadesk.widgets.dialogs import ask, tell
from poadesk.widgets.file_questions import ask_for_folder
from poadesk.widgets.open_plan import OpenPlan


def approve(open_plan: OpenPlan, over: QWidget, plan: Plan) -> Band | None:
    """Approve a plan, after asking where remarks wait; return what is said, None if it was not."""
    left = len(waiting(plan.remarks))
    if left and not _approves_all_the_same(over, left):
        return None
    done = open_plan.act(
        approving.LABEL,
        lambda step, _: approving.approve(step, plan, datetime.now()),
        by_office=True,
    )
    if done is None:
        return None
    return Band(
        "done", f"Se aprobó el plan de {_unit(plan)}. Devuélvalo para que la unidad lo sepa."
    )


def return_to_unit(open_plan: OpenPlan, over: QWidget, plan: Plan) -> Band | None:
    """Ask where the file for the unit goes and write it; return what is said, if it was written."""
    folder = ask_for_folder(
        over, "¿En qué carpeta se guarda lo que se devuelve?", open_plan.file.path.parent
    )
    if folder is None:
        return None
    open_plan.save_waiting()
    try:
        made = give_back(open_plan.file, plan, folder, datetime.now())
    except CannotSaveError as error:
        tell(over, "No se devolvió el plan", str(error), "Entendido", "warning")
        return None
    return Band("done", f"Se guardó {quoted(made.file.name)}. Envíelo a la unidad.")


def _approves_all_the_same(over: QWidget, left: int) -> bool:
    remarks = "una observación" if left == 1 else f"{left:,} observaciones"
    question = f"Este plan tiene {remarks} sin resolver"
    means = "Puede aprobarlo así: las observaciones quedan en el plan."
    answer = ask(over, question, means, [("no", "Todavía no"), ("yes", "Aprobar el plan")])
    return answer == "yes"


def _unit(plan: Plan) -> str:
    return quoted(plan.unit) if plan.unit.strip() else "la unidad"
