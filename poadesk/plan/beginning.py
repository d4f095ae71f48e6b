"""The plan that everything begins with: twelve months and nothing written."""

from __future__ import annotations

from dataclasses import replace

from poadesk.plan import calendar
from poadesk.plan.model import Plan, new_id
from poadesk.plan.office import KIT
from poadesk.plan.profiles import PROFILES

_MONTHS = 12


def empty_plan(profile: str, first_month: str) -> Plan:
    """Return a plan of twelve months with nothing written; `profile` is a key of `PROFILES`."""
    words = PROFILES[profile]
    return Plan(
        id=new_id(),
        profile=profile,
        title=words.title,
        currency=words.currency,
        first_month=first_month,
        year_label=calendar.label_of_years(calendar.months(first_month, _MONTHS)),
    )


def empty_kit(profile: str, first_month: str) -> Plan:
    """Return what a planning office begins with: its material for all units, still empty."""
    return replace(empty_plan(profile, first_month), role=KIT)


def is_untouched(plan: Plan) -> bool:
    """Say whether nothing has been written in a plan since it was begun."""
    if plan.profile not in PROFILES:
        return False
    fresh = empty_plan(plan.profile, plan.first_month)
    return plan == replace(fresh, id=plan.id, position=plan.position)
