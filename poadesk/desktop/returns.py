"""What the planning office gave back, taken into the open plan of the unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from poadesk.consolidating.taking import LABEL, Taken, is_return_of, returned_plan, take
from poadesk.desktop.places import documents_folder
from poadesk.plan.handing_over import APPROVED
from poadesk.plan.office import is_office
from poadesk.planfile.errors import PlanFileError
from poadesk.widgets.dialogs import tell
from poadesk.widgets.file_questions import ask_for_file

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow

_PLANS = "Planes de poadesk (*.sqlite)"
_NOT_TAKEN = "No se puede traer este archivo"


def bring_return(window: MainWindow) -> None:
    """Ask for the file that came back, and take it into the open plan."""
    open_plan = window.open_plan
    if open_plan is None:
        return
    if open_plan.read_only or is_office(open_plan.plans):
        tell(
            window,
            _NOT_TAKEN,
            "Lo que devolvió Planificación se trae al plan de su unidad, abierto para escribir.",
            icon="warning",
        )
        return
    title = "¿Qué archivo devolvió Planificación?"
    path = ask_for_file(window, title, documents_folder(), _PLANS)
    if path is not None:
        take_return_into(window, path)


def take_own_return(window: MainWindow, path: Path) -> bool:
    """Take a file if it is what came back of the plan that is open; say whether it is."""
    open_plan = window.open_plan
    if open_plan is None or open_plan.read_only or is_office(open_plan.plans):
        return False
    is_open_itself = path.absolute() == open_plan.file.path.absolute()
    if is_open_itself or not is_return_of(path, open_plan.plans):
        return False
    take_return_into(window, path)
    return True


def take_return_into(window: MainWindow, path: Path) -> None:
    """Take what came back as one step, and say in one dialog what that was."""
    open_plan = window.open_plan
    assert open_plan is not None
    open_plan.save_waiting()
    try:
        own, came = returned_plan(path, open_plan.plans)
    except PlanFileError as error:
        tell(window, _NOT_TAKEN, str(error), button="Entendido", icon="warning")
        return
    open_plan.choose(own.id)
    taken = open_plan.act(LABEL, lambda step, _: take(step, own, came))
    if taken is not None:
        tell(window, *in_words(taken), button="Entendido", icon="done" if taken.is_new else "info")


def in_words(taken: Taken) -> tuple[str, str]:
    """Return what came, in one sentence, and what it means."""
    if not taken.is_new:
        return "Ya estaba todo aquí", "Este archivo se trajo antes. No se cambió nada."
    remarks = _remarks(taken)
    if taken.state == APPROVED:
        kept = "Se guardó el plan tal como se aprobó, para compararlo con lo que cambie."
        return "Planificación aprobó su plan", " ".join(filter(None, [kept, remarks]))
    calm = "Lo que usted escribió no cambió."
    return "Llegó lo que devolvió Planificación", " ".join(filter(None, [remarks, calm]))


def _remarks(taken: Taken) -> str:
    parts = []
    if taken.new_remarks:
        count = f"Llegaron {taken.new_remarks:,} observaciones."
        parts.append("Llegó 1 observación nueva." if taken.new_remarks == 1 else count)
    if taken.changed_remarks:
        count = f"Cambiaron {taken.changed_remarks:,} que ya tenía."
        parts.append("Cambió 1 que ya tenía." if taken.changed_remarks == 1 else count)
    if parts and taken.open_remarks:
        count = f"Quedan {taken.open_remarks:,} abiertas."
        parts.append("Queda 1 abierta." if taken.open_remarks == 1 else count)
    return " ".join(parts)
