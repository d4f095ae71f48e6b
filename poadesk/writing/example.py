"""The example plan, the first thing a newcomer sees."""

from __future__ import annotations

from dataclasses import replace

from poadesk.plan.model import Plan
from poadesk.plan.plan_json import from_json
from poadesk.resources import resource


def example_plan() -> Plan:
    """Return the plan of an invented municipal unit, complete, with ids of its own."""
    plan = from_json(resource("example", "plan.json").read_bytes())[0]
    return replace(plan, logo=resource("example", "logo.png").read_bytes())
