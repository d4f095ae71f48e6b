"""The planning office approves a plan: what it is then stays, to be held against what comes."""

from __future__ import annotations

from datetime import datetime

from poadesk.plan.checks import findings
from poadesk.plan.handing_over import APPROVED, delivery_of, last_delivery
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.verification import verification_code
from poadesk.planfile.changes import Step

LABEL = "Aprobar el plan"


def approve(step: Step, plan: Plan, now: datetime) -> Delivery:
    """Approve a plan as it is, keep that, and return what tells of it.

    What is approved already, and would be printed the same, stays approved as it was.
    """
    before, code = last_delivery(plan, APPROVED), verification_code(plan)
    step.put("plan", plan.id, state=APPROVED)
    if before is not None and before.code == code:
        return before
    delivery = delivery_of(plan, APPROVED, now, step.keep(plan), code, findings=findings(plan))
    step.put_row(delivery, plan.id)
    return delivery
