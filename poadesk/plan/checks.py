"""What is true of a plan and worth correcting before it is printed; findings never block."""

from __future__ import annotations

from itertools import chain

from poadesk.plan.checks_catalogue import catalogue_findings
from poadesk.plan.checks_cover import cover_findings, line_findings, swot_findings
from poadesk.plan.checks_follow_up import follow_up_findings
from poadesk.plan.checks_paper import paper_findings
from poadesk.plan.checks_poi import poi_findings
from poadesk.plan.checks_resources import resource_findings
from poadesk.plan.checks_schedule import schedule_findings
from poadesk.plan.checks_tree import order, tree_findings
from poadesk.plan.checks_words import words_findings
from poadesk.plan.model import Plan
from poadesk.plan.review import SEVERITIES, Finding, reviewed

__all__ = ["SEVERITIES", "Finding", "findings"]

_CHECKS = (
    cover_findings,
    swot_findings,
    line_findings,
    tree_findings,
    resource_findings,
    schedule_findings,
    poi_findings,
    words_findings,
    follow_up_findings,
    catalogue_findings,
    paper_findings,
)


def findings(plan: Plan) -> list[Finding]:
    """Return all findings about a plan: errors, warnings, hints, each in the plan's order."""
    review = reviewed(plan)
    places = order(review)
    severities = list(SEVERITIES)
    found = chain.from_iterable(check(review) for check in _CHECKS)
    return sorted(found, key=lambda one: (severities.index(one.severity), places.get(one.id, 0)))
