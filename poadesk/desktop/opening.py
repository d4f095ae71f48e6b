"""Finding, making and copying plan files, with the questions a person is asked on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from poadesk.desktop.places import backups_folder, documents_folder
from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError, PlanFileError
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.dialogs import ask, tell
from poadesk.widgets.file_questions import ask_for_file, ask_where
from poadesk.widgets.open_plan import OpenPlan

_PLANS = "Planes de poadesk (*.sqlite)"
_CAN_BE_READ = ("read_only", "folder", "in_use")
_TITLES = {
    "missing": "No se encontró el plan",
    "empty": "El archivo está vacío",
    "not_a_plan": "Este archivo no es un plan",
    "damaged": "El archivo está dañado",
    "newer": "El plan es de una versión más nueva",
    "read_only": "Este plan es de solo lectura",
    "folder": "No se puede escribir en esta carpeta",
    "in_use": "Este plan ya está abierto",
    "exists": "Ya existe un archivo con ese nombre",
    "too_many": "El archivo es demasiado grande para la ventana",
}


def open_plan_file(
    parent: QWidget, path: Path, show_behind: Callable[[], None] | None
) -> PlanFile | None:
    """Open a plan for writing, or only for reading if the person chooses so; None if not.

    Before anything is asked or told, `show_behind` fills the window of a program that has just
    begun.
    """
    while True:
        try:
            return PlanFile.open(path, backups=backups_folder(), with_plans=True)
        except CannotOpenError as error:
            if show_behind is not None:
                show_behind()
            answer = _ask_about(parent, error)
        if answer == "read":
            try:
                return PlanFile.open(path, read_only=True, with_plans=True)
            except CannotOpenError as error:
                tell_about(parent, error)
                return None
        if answer != "again":
            return None


def ask_for_plan(parent: QWidget, title: str = "Abrir un plan") -> Path | None:
    """Ask which plan to open."""
    return ask_for_file(parent, title, documents_folder(), _PLANS)


def new_plan(parent: QWidget) -> Path | None:
    """Ask where a new plan goes and make it, for the year that comes; None if not made."""
    from poadesk.plan.beginning import empty_plan

    year = date.today().year + 1
    return make_file(parent, f"POA {year}.sqlite", lambda: [empty_plan("poa", f"{year}-01")])


def office_file(parent: QWidget) -> Path | None:
    """Ask where the file of a planning office goes and make it, for the year that comes."""
    from poadesk.plan.beginning import empty_kit

    year = date.today().year + 1
    return make_file(
        parent,
        f"Consolidado POA {year}.sqlite",
        lambda: [empty_kit("poa", f"{year}-01")],
        "¿Dónde se guardará el Consolidado nuevo?",
    )


def example_plan_file(parent: QWidget) -> Path | None:
    """Ask where the example goes and write it there; None if not made."""
    from poadesk.tracking.example import with_follow_up
    from poadesk.writing.example import example_plan

    return make_file(parent, "Ejemplo de POA.sqlite", lambda: [with_follow_up(example_plan())])


def plan_from_last_year(parent: QWidget) -> Path | None:
    """Ask for last year's file and where the new one goes, with every plan; None if not made.

    A planning office begins again with its material alone: units hand in plans of the new year.
    """
    from poadesk.plan.file_names import safe_name
    from poadesk.plan.office import kit_of
    from poadesk.plan.profiles import profile_of
    from poadesk.writing.templates import next_year

    last = ask_for_plan(parent, "Elegir el plan del año pasado")
    if last is None:
        return None
    try:
        with PlanFile.open(last, read_only=True, with_plans=True) as file:
            found = file.read()
            kit = kit_of(found)
            plans = [next_year(plan) for plan in ([kit] if kit is not None else found)]
    except PlanFileError as error:
        tell_about(parent, error)
        return None
    name = f"{profile_of(plans[0].profile).short} {plans[0].year_label}"
    name = safe_name(name if kit is None else f"Consolidado {name}")
    return make_file(parent, f"{name}.sqlite", lambda: plans)


def plan_from_backup(parent: QWidget) -> Path | None:
    """Ask for one of the copies made at each opening, and where it is to go on; None if not."""
    backup = ask_for_file(parent, "Elegir una copia por su fecha", backups_folder(), _PLANS)
    if backup is None:
        return None
    offered = documents_folder() / f"{backup.parent.name} {backup.name}"
    target = ask_where(parent, "¿Dónde se guardará el plan recuperado?", offered, _PLANS)
    if target is None or not is_free(parent, target):
        return None
    try:
        with PlanFile.open(backup, read_only=True) as file:
            file.copy_to(target)
    except PlanFileError as error:
        tell_about(parent, error)
        return None
    return target


def save_copy(parent: QWidget, open_plan: OpenPlan) -> None:
    """Ask where a copy goes and write it there."""
    open_plan.save_waiting()
    target = ask_where(
        parent, "Guardar una copia", documents_folder() / open_plan.file.path.name, _PLANS
    )
    if target is None or not is_free(parent, target):
        return
    try:
        open_plan.file.copy_to(target)
    except PlanFileError as error:
        tell(parent, "No se guardó la copia", str(error), icon="warning")


def save_elsewhere(parent: QWidget, open_plan: OpenPlan) -> bool:
    """Go on in another place with all that is written, also what could not be saved here."""
    target = ask_where(
        parent, "Guardar en otro lugar", documents_folder() / open_plan.file.path.name, _PLANS
    )
    if target is None or not is_free(parent, target):
        return False
    try:
        open_plan.move_to(target)
    except PlanFileError as error:
        tell(parent, "Todavía no se guardó", str(error), icon="warning")
        return False
    return True


def make_file(
    parent: QWidget,
    name: str,
    plans: Callable[[], Iterable[Plan]],
    question: str = "¿Dónde se guardará el plan?",
) -> Path | None:
    """Ask where a new file goes and write it with these plans; None if not made."""
    path = ask_where(parent, question, documents_folder() / name, _PLANS)
    if path is None:
        return None
    from poadesk.planfile.whole import new_plan_file

    try:
        with new_plan_file(path) as file:
            file.begin_with(plans())
    except PlanFileError as error:
        tell_about(parent, error)
        return None
    return path


def is_free(parent: QWidget, target: Path) -> bool:
    """A copy never replaces a file that is there: it may be somebody's plan."""
    if not target.exists():
        return True
    tell_about(
        parent,
        CannotOpenError(
            "exists", f"Ya existe “{target.name}” en esa carpeta. Elija otro nombre para la copia."
        ),
    )
    return False


def _ask_about(parent: QWidget, error: CannotOpenError) -> str:
    if error.kind not in _CAN_BE_READ:
        tell_about(parent, error)
        return "no"
    return ask(
        parent,
        _TITLES[error.kind],
        str(error),
        [("no", "Ahora no"), ("again", "Intentar de nuevo"), ("read", "Abrir solo para leer")],
        icon="lock",
    )


def tell_about(parent: QWidget, error: PlanFileError) -> None:
    """Say why a file cannot be used."""
    title = _TITLES.get(getattr(error, "kind", ""), "No se pudo abrir el plan")
    tell(parent, title, str(error), button="Entendido", icon="warning")
