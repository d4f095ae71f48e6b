"""A plan is handed to the planning office: one folder with its file and its paper.

Either the folder is whole and the plan knows of it, or nothing has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from poadesk.output import OutputError, write_whole
from poadesk.plan.handing_over import SENT, as_sent, last_delivery, name_of
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.office import KIT
from poadesk.plan.review import Finding
from poadesk.planfile.approved import approved_plan
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.travelling import folder_beside, moved_into, write_travelling
from poadesk.quick_dataclass import dataclass

LABEL = "Preparar la entrega"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was made: a folder with the file of the plan and its paper, and what tells of it."""

    folder: Path
    file: Path
    paper: Path
    delivery: Delivery


def send(
    file: PlanFile,
    plan: Plan,
    findings: Sequence[Finding],
    paper: bytes,
    folder: Path,
    now: datetime,
) -> Sent:
    """Make the delivery of a plan in `folder` and note it in the plan's own file, as one step.

    `paper` is the plan as a PDF, and `findings` are what Revisar says of it; both are of the plan
    as it is given. Raises `CannotSaveError`; then nothing was made and nothing has changed.
    """
    require_sendable(plan)
    sent = as_sent(plan, findings, now)
    delivery = last_delivery(sent, SENT)
    assert delivery is not None  # `as_sent` sees to it
    name = name_of(sent)
    inside = folder / name
    made = Sent(inside, inside / f"{name}.sqlite", inside / f"{name}.pdf", delivery)
    _require_other(made.file, file.path)
    with folder_beside(folder) as beside:
        write_travelling(beside / made.file.name, sent, approved_plan(file, plan))
        _write_paper(beside / made.paper.name, paper)
        with moved_into(made.folder, beside), file.step(LABEL) as step:
            step.put("plan", plan.id, state=sent.state, revision=sent.revision)
            step.put_row(delivery, plan.id)
            step.keep(sent)
    return made


def require_sendable(plan: Plan) -> None:
    """Raise `CannotSaveError` for what is no plan of a unit."""
    if plan.role == KIT:
        raise CannotSaveError(
            "other",
            "Este archivo es material de la oficina de planificación, no el plan de una unidad. "
            "Abra el plan de su unidad para entregarlo.",
        )


def _require_other(target: Path, own: Path) -> None:
    if target.exists() and target.samefile(own):
        raise CannotSaveError(
            "other",
            f"“{own.name}” es la copia que ya se preparó para entregar. "
            "Elija otra carpeta, o abra el plan en que usted escribe.",
        )


def _write_paper(target: Path, paper: bytes) -> None:
    try:
        write_whole(target, paper)
    except OutputError as error:
        raise CannotSaveError("other", str(error)) from error
