"""The plans of an open file as they were when they were approved."""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.handing_over import APPROVED, last_delivery
from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile


def approved_plan(file: PlanFile, plan: Plan) -> Plan | None:
    """Return a plan as it was last approved, or None where no approval of it is kept here.

    What cannot be read any more is as if it were not kept: reports and files that are handed over
    do without it.
    """
    delivery = last_delivery(plan, APPROVED)
    if delivery is None:
        return None
    try:
        return file.revision(delivery.digest)
    except CannotOpenError:
        return None


def approved_plans(file: PlanFile, plans: Iterable[Plan]) -> dict[str, Plan]:
    """Return {plan id: the plan as it was last approved}, for those whose approval is kept here."""
    kept = ((plan.id, approved_plan(file, plan)) for plan in plans)
    return {plan_id: plan for plan_id, plan in kept if plan is not None}
