"""Writes a workbook that was read into an open plan file, as one step that can be undone."""

from __future__ import annotations

from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan, Row, rows_under
from poadesk.plan.office import is_office
from poadesk.planfile.changes import Step
from poadesk.planfile.indexed_plan import indexed
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.protection import require_allowed
from poadesk.planfile.rows import values_of
from poadesk.tracking.workbook.reading import Workbook
from poadesk.tracking.workbook.updating import Update, update_of

LABEL = "Traer el libro de actividades"


def bring_in(file: PlanFile, workbook: Workbook, with_problems: bool = False) -> Update:
    """Bring a workbook into a file and return what it changed; no step is left if nothing did.

    `with_problems` brings what could be understood: cells with problems leave what the file has.
    Raises `UnreadableError` and changes nothing if there are problems otherwise, nothing to
    bring, or a plan of another year; `ProtectedError` if it would change what the planning
    office gave; `CannotSaveError` if the disk did not take it.
    """
    if workbook.has_errors and not with_problems:
        raise UnreadableError("El libro tiene problemas, así que no se cambió nada.")
    stored = file.read()
    update = update_of(stored, workbook)
    if not stored:
        file.begin_with([plan for plan, _ in update.plans])
    elif update.changes:
        with file.step(LABEL) as step:
            for plan, before in update.plans:
                _write(step, plan, before)
            # The office itself brings the workbook of all its units.
            if not is_office(stored):
                require_allowed(step.changes, indexed(stored))
    return update


def _write(step: Step, plan: Plan, before: Plan | None) -> None:
    """Write the rows of a plan that are new or different, and delete those that are gone."""
    old = _rows(before) if before else {}
    new = _rows(plan)
    for row_id, (_, row) in reversed(old.items()):
        if row_id not in new:
            step.delete(row.TABLE, row_id)
    for row_id, (parent, row) in new.items():
        if row_id not in old or values_of(row, parent) != values_of(old[row_id][1], old[row_id][0]):
            step.put_row(row, parent)


def _rows(plan: Plan) -> dict[str, tuple[str, Row]]:
    return {plan.id: ("", plan)} | {row.id: (parent, row) for parent, row in rows_under(plan)}
