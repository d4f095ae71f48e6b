"""The plans of an open file as they were when they were approved."""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.handing_over import APPROVED, last_delivery
from poadesk.plan.model import Plan
from poadesk.planfile.errors import CannotOpenError
from poadesk.planfile.plan_file import PlanFile


def approved_plan(file: PlanFile, plan: Plan) -> Plan | None:
    """Return a plan as it was last approved, or None where no approval of it is kept here.

    Raises `CannotOpenError` if what is kept cannot be read any more.
    """
    delivery = last_delivery(plan, APPROVED)
    return file.revision(delivery.digest) if delivery is not None else None


def approved_plans(file: PlanFile, plans: Iterable[Plan]) -> dict[str, Plan]:
    """Return {plan id: the plan as it was last approved}, for those whose approval is kept here.

    What cannot be read any more is left out: the reports do without it.
    """
    found: dict[str, Plan] = {}
    for plan in plans:
        try:
            kept = approved_plan(file, plan)
        except CannotOpenError:
            continue
        if kept is not None:
            found[plan.id] = kept
    return found
