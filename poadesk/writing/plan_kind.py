"""Makes another kind of plan of a plan: the municipal POA, or the POI."""

from __future__ import annotations

from typing import Any

from poadesk.plan.model import Plan
from poadesk.plan.profiles import PROFILES, profile_of
from poadesk.planfile.journal import Step


def make_kind(step: Step, plan: Plan, kind: str) -> None:
    """Let a plan be of a kind, a key of `PROFILES`.

    Title and currency follow as long as they are still those with which the old kind begins.
    """
    old, new = profile_of(plan.profile), PROFILES[kind]
    values: dict[str, Any] = {"profile": kind}
    if plan.title == old.title:
        values["title"] = new.title
    if plan.currency == old.currency:
        values["currency"] = new.currency
    step.put("plan", plan.id, **values)
