"""What the planning office hands out, in the window: a plan begins with it and is kept up to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from poadesk.desktop.opening import ask_for_plan, make_file, tell_about
from poadesk.plan.kit import (
    KitRefusedError,
    catalogue_names,
    is_handed_out,
    plan_from_kit,
    require_newer,
)
from poadesk.plan.model import CatalogueItem, Plan, Row
from poadesk.plan.office import is_office
from poadesk.plan.phrases import listed, quoted
from poadesk.plan.profiles import profile_of
from poadesk.planfile.errors import PlanFileError
from poadesk.planfile.received import is_kit, read_kit
from poadesk.widgets.band import Band
from poadesk.widgets.dialogs import ask, tell
from poadesk.widgets.open_plan import OpenPlan

if TYPE_CHECKING:
    from poadesk.desktop.main_window import MainWindow
    from poadesk.writing.kit_edits import Renewal

_TITLE = "Elegir el material de Planificación"
_NOT_TAKEN = "No se puso al día el material"


def plan_from_material(parent: QWidget, source: Path | None = None) -> Path | None:
    """Ask for the material, the unit and where its plan goes, and make it; None if not made."""
    source = source or ask_for_plan(parent, _TITLE)
    if source is None:
        return None
    try:
        kit = read_kit(source)
    except PlanFileError as error:
        tell_about(parent, error)
        return None
    unit = _unit(parent, kit)
    if unit is None:
        return None
    plan = plan_from_kit(kit, unit.name, unit.code)
    return make_file(parent, _file_name(plan), lambda: [plan])


def update_from_material(window: MainWindow, source: Path | None = None) -> None:
    """Ask for a newer material and take it into the open plan, or say why it cannot be."""
    open_plan = window.open_plan
    if open_plan is None:
        return
    source = source or ask_for_plan(window, _TITLE)
    if source is None:
        return
    # Local: every file that is opened is looked at here, and few are material.
    from poadesk.writing.kit_edits import update_from_kit

    open_plan.save_waiting()
    try:
        kit = read_kit(source)
        require_newer(open_plan.plan, kit)
    except (KitRefusedError, PlanFileError) as refusal:
        tell(window, _NOT_TAKEN, str(refusal), button="Entendido", icon="warning")
        return
    done = open_plan.act(
        f"Poner al día el material (versión {kit.revision})",
        lambda step, plan: update_from_kit(step, plan, kit),
        by_office=True,
    )
    if done is not None:
        _tell_of(window, open_plan, kit, done)


def is_for_units(path: Path) -> bool:
    """Say whether a file is what the office handed out for units to begin with."""
    try:
        return is_kit(path) and is_handed_out([read_kit(path)])
    except PlanFileError:
        return False


def take_material(window: MainWindow, path: Path) -> bool:
    """Do what a person wants with a file that the office handed out; False to open it instead."""
    if not is_for_units(path):
        return False
    open_plan = window.open_plan
    if open_plan is not None and not is_office(open_plan.plans):
        update_from_material(window, path)
        return True
    answer = ask(
        window,
        "Este archivo es el material de Planificación",
        f"“{path.name}” sirve para empezar con él el plan de su unidad, y queda como está.",
        [("no", "Ahora no"), ("open", "Solo verlo"), ("begin", "Empezar el plan…")],
        icon="inbox",
    )
    made = plan_from_material(window, path) if answer == "begin" else None
    if made is not None:
        window.open_path(made)
    return answer != "open"


def _unit(parent: QWidget, kit: Plan) -> CatalogueItem | None:
    from poadesk.desktop.unit_question import ask_for_unit

    units = catalogue_names(kit, "unit")
    return ask_for_unit(parent, units) if units else CatalogueItem(id="")


def _file_name(plan: Plan) -> str:
    from poadesk.plan.file_names import safe_name

    words = f"{profile_of(plan.profile).short} {plan.year_label} {plan.unit}"
    return f"{safe_name(words)}.sqlite"


def _tell_of(window: MainWindow, open_plan: OpenPlan, kit: Plan, done: Renewal) -> None:
    if window.view is not None:
        sentence = f"Su plan tiene ahora la versión {kit.revision} del material{_counted(done)}."
        window.view.show_band(Band("done", sentence, "Deshacer", open_plan.undo))
    if done.left_to_unit:
        names = listed([quoted(_text(row)) for row in done.left_to_unit])
        tell(
            window,
            "Algo que quitó Planificación sigue en su plan",
            f"Usted ya había trabajado en {names}: ahora es suyo, y puede cambiarlo o borrarlo.",
            button="Entendido",
        )


def _counted(done: Renewal) -> str:
    counts = (("nueva", done.added), ("cambiada", done.changed), ("quitada", done.removed))
    parts = [f"{count:,} {word if count == 1 else f'{word}s'}" for word, count in counts if count]
    if not parts:
        return ""
    count, word = parts[0].split(" ")
    parts[0] = f"{count} {'parte' if count == '1' else 'partes'} {word}"
    return f": {listed(parts)}"


def _text(row: Row) -> str:
    return str(getattr(row, "text", "") or getattr(row, "name", "") or "(sin texto)")
