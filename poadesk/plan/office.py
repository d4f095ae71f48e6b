"""Which plans of a file are of units, and which is what the planning office gives to all."""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.model import Plan

KIT = "kit"


def kit_of(plans: Iterable[Plan]) -> Plan | None:
    """Return what the planning office gives to all units, or None in the file of a unit."""
    return next((plan for plan in plans if plan.role == KIT), None)


def plans_of_units(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """Return the plans that units have written, in their order."""
    return tuple(plan for plan in plans if plan.role != KIT)


def is_office(plans: Iterable[Plan]) -> bool:
    """Say whether a file is one of the planning office."""
    return kit_of(plans) is not None
