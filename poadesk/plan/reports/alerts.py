"""What a reader of the reports should know before trusting them: findings with a jump."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from poadesk.plan.checks_follow_up import follow_up_findings
from poadesk.plan.model import Plan
from poadesk.plan.phrases import listed, plain, quoted
from poadesk.plan.reports.efficacy import shown_efficacy
from poadesk.plan.reports.evaluation import EvaluatedAction, EvaluatedObjective, evaluation
from poadesk.plan.reports.limits import limits_of
from poadesk.plan.reports.period import Period
from poadesk.plan.review import CONTRADICTION, Finding, reviewed

_TYPED_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%", re.ASCII)
_NEAR = Fraction(1, 2)  # of one percent: people round


def alerts_of(plans: Sequence[Plan], period: Period) -> list[Finding]:
    """Return the alerts of all plans of a file up to the cut-off (rules.md, its last list)."""
    found = [one for plan in plans for one in follow_up_findings(reviewed(plan), period.until)]
    return [*found, *_comments(plans, period), *_units_in_two_ways(plans)]


def _comments(plans: Sequence[Plan], period: Period) -> Iterator[Finding]:
    limits = limits_of(plans)
    report = evaluation(plans, period)
    judged: list[EvaluatedObjective | EvaluatedAction] = [*report.objectives, *report.actions()]
    for one in judged:
        typed = _typed_percents(one.comment)
        value = one.percent
        if not typed or value is None or any(abs(number - value) <= _NEAR for number in typed):
            continue
        message = f"El comentario de {one.code} no dice el porcentaje que da su tabla."
        figure = shown_efficacy(value, limits)
        reason = f"La tabla da {figure}\u00a0%. Corrija el comentario, o quite el número."
        place = (one.code, *_row(one), "comments")
        yield Finding("warning", *place, message, reason, "reports", CONTRADICTION)


def _row(one: EvaluatedObjective | EvaluatedAction) -> tuple[str, str]:
    if isinstance(one, EvaluatedObjective):
        return "objective", one.objective_ids[0]
    return "goal", one.goal_ids[0]


def _typed_percents(text: str) -> list[Fraction]:
    found = _TYPED_PERCENT.findall(text)
    return [Fraction(Decimal(number.replace(",", "."))) for number in found]


def _units_in_two_ways(plans: Sequence[Plan]) -> Iterator[Finding]:
    """Yield units whose names differ only in accents, case or spaces, or are the same twice."""
    alike: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        if plan.unit.strip():
            alike[plain(plan.unit)].append(plan)
    for group in alike.values():
        if len(group) > 1:
            ways = list(dict.fromkeys(quoted(plan.unit) for plan in group))
            message = f"{listed(ways)} parecen la misma unidad."
            if len(ways) == 1:
                message = f"Hay {len(group)} planes de la unidad {ways[0]}."
            reason = "Cada una sale aparte en los reportes. Use un solo nombre y un solo plan."
            first = group[1]
            yield Finding("warning", "", "plan", first.id, "unit", message, reason, "general")
