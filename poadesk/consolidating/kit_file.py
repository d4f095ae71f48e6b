"""The material of the planning office as a file of its own, for units to begin their plans with."""

from __future__ import annotations

from pathlib import Path

from poadesk.plan.file_names import shown_name
from poadesk.plan.frozen import digest
from poadesk.plan.kit import handed_out
from poadesk.plan.model import Delivery, Plan, new_id
from poadesk.plan.office import kit_of
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.whole import new_plan_file


def hand_out(file: PlanFile, target: Path, at: str) -> Plan:
    """Write the kit of an office's file to `target`, a new file; return it as it was written.

    It gets another version when anything in it changed since it was handed out last, and the
    office's file remembers that. `at` is a moment such as `2026-11-20 10:42`. Raises
    `PlanFileError`; then there is no file at `target`.
    """
    kit = kit_of(file.read())
    if kit is None:
        raise CannotSaveError(
            "other",
            f"El archivo “{file.path.name}” no es de la oficina de Planificación: no tiene "
            "material que guardar para las unidades.",
        )
    copy = handed_out(kit)
    with new_plan_file(target) as made:
        made.begin_with([copy])
        _remember(file, kit, copy.revision, at, shown_name(target.name))
    return copy


def _remember(file: PlanFile, kit: Plan, version: int, at: str, name: str) -> None:
    told = digest(kit)
    if any(one.digest == told and one.revision == version for one in kit.deliveries):
        return
    sent = Delivery(
        id=new_id(),
        position=len(kit.deliveries),
        event="sent",
        revision=version,
        at=at,
        digest=told,
        file_name=name,
    )
    with file.step(f"Guardar la versión {version} del material") as step:
        step.put("plan", kit.id, revision=version)
        step.put_row(sent, kit.id)
