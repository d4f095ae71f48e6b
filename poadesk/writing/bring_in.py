"""Plans from elsewhere into an open file: an update of the same plan, or the plan of a new file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poadesk.plan.beginning import is_untouched
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan, rows_under
from poadesk.planfile.indexed_plan import indexed
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.protection import require_allowed


def bring_in(file: PlanFile, plans: Sequence[Plan]) -> None:
    """Write plans into a file as one undo step, or as its beginning if it holds none.

    Plans with the id of one in the file replace it; a file without plans, or with one in which
    nothing is written yet, takes them. Otherwise raises `UnreadableError` and changes nothing, or
    `ProtectedError` if it would change what the planning office gave, or what units wrote.
    """
    stored = file.read()
    pairs = _matched(stored, plans)
    _require_own_ids(stored, pairs)
    if not stored:
        file.begin_with(plans)
        return
    with file.step("Importar el plan") as step:
        for plan, instead_of in pairs:
            step.put_tree(plan, instead_of=instead_of)
        require_allowed(step.changes, indexed(stored))


def _matched(stored: Sequence[Plan], plans: Sequence[Plan]) -> list[tuple[Plan, Plan | None]]:
    """Return each plan with the one of the file whose place it takes."""
    if not plans:
        raise UnreadableError("El archivo que se quiere traer no tiene ningún plan.")
    by_id = {plan.id: plan for plan in stored}
    if all(plan.id in by_id for plan in plans):
        return [(replace(p, position=by_id[p.id].position), by_id[p.id]) for p in plans]
    if not stored:
        return [(plan, None) for plan in plans]
    if len(stored) == len(plans) == 1 and is_untouched(stored[0]):
        only = stored[0]
        return [(replace(plans[0], id=only.id, position=only.position), only)]
    raise UnreadableError(
        "Este archivo ya tiene otro plan escrito, así que no se cambió nada: "
        "traiga el plan a un archivo nuevo."
    )


def _require_own_ids(stored: Sequence[Plan], pairs: list[tuple[Plan, Plan | None]]) -> None:
    """Refuse rows that already belong to a plan of the file which is not being replaced."""
    replaced = {old.id for _, old in pairs if old is not None}
    others = {row.id for plan in stored if plan.id not in replaced for _, row in rows_under(plan)}
    if any(row.id in others for plan, _ in pairs for _, row in rows_under(plan)):
        raise UnreadableError(
            "El plan que se quiere traer repite partes de otro plan de este archivo: "
            "tráigalo a un archivo nuevo."
        )
