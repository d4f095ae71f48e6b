"""The planning office gives a plan back: a file with its remarks and its word, for the unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from poadesk.plan.frozen import digest
from poadesk.plan.handing_over import (
    APPROVED,
    OBSERVED,
    RETURNED,
    delivery_of,
    name_of,
)
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.verification import verification_code
from poadesk.planfile.approved import approved_plan
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.travelling import folder_beside, moved_into, write_travelling
from poadesk.quick_dataclass import dataclass

LABEL = "Devolver el plan"
_ENDINGS = {APPROVED: "aprobado", OBSERVED: "con observaciones"}


@dataclass(frozen=True, slots=True)
class Returned:
    """What was made: the file for the unit, and what tells of it."""

    file: Path
    delivery: Delivery


def give_back(file: PlanFile, plan: Plan, folder: Path, now: datetime) -> Returned:
    """Make the file that goes back to a unit, and note it in the office's file as one step.

    Its name says what the office thinks of the plan. Raises `CannotSaveError`; then nothing was
    made and nothing has changed.
    """
    returned = as_returned(plan, now)
    delivery = returned.deliveries[-1]
    with folder_beside(folder) as beside:
        write_travelling(beside / delivery.file_name, returned, approved_plan(file, plan))
        with moved_into(folder, beside), file.step(LABEL) as step:
            step.put("plan", plan.id, state=returned.state)
            step.put_row(delivery, plan.id)
    return Returned(folder / delivery.file_name, delivery)


def as_returned(plan: Plan, now: datetime) -> Plan:
    """Return the plan as it goes back: approved, or else observed.

    Raises `CannotSaveError` if the office has said nothing of it yet.
    """
    if plan.state != APPROVED and not plan.remarks:
        raise CannotSaveError(
            "other",
            "Todavía no hay nada que devolver: escriba una observación o apruebe el plan.",
        )
    state = plan.state if plan.state == APPROVED else OBSERVED
    file_name = f"{name_of(plan)}, {_ENDINGS[state]}.sqlite"
    code = verification_code(plan)
    delivery = delivery_of(plan, RETURNED, now, digest(plan), code, file_name)
    return replace(plan, state=state, deliveries=(*plan.deliveries, delivery))
