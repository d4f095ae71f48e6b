"""The three reports as JSON for other people's programs; numbers are exact or as printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from poadesk.plan.json_writing import written
from poadesk.plan.reports.approved import ApprovedRow, Three
from poadesk.plan.reports.efficacy import shown_efficacy
from poadesk.plan.reports.evaluation import EvaluatedAction, Evaluation
from poadesk.plan.reports.execution import Execution, ExecutionRow, ExecutionTotal, Sums
from poadesk.plan.reports.kinds import Report
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.progress import VALUE, Progress
from poadesk.plan.reports.tracking import Summary, Tracking, TrackingRow
from poadesk.plan.reports.traffic_light import LightCount

ACCUMULATES_NOT = "-"


def report_json(report: Report) -> str:
    """Write a report; equal reports give equal text."""
    if isinstance(report, Execution):
        found = _execution(report)
    elif isinstance(report, Tracking):
        found = _tracking(report)
    else:
        found = _evaluation(report)
    return written(found) + "\n"


def _execution(report: Execution) -> dict[str, Any]:
    against = [_approved(row) for row in report.approved]
    return {
        # What "quarters" hold: three months, as the name says, or six, or the year.
        "by": report.group,
        "rows": [
            {
                "unit": row.unit,
                "category": row.category,
                "activity": row.activity,
                "unit_of_measure": row.unit_of_measure,
                **_columns(row),
            }
            for row in report.rows
        ],
        "total": _columns(report.total),
        **({"approved": against} if against else {}),
    }


def _approved(row: ApprovedRow) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "code": row.number,
        "activity": row.activity,
        "unit_of_measure": row.unit_of_measure,
        "change": row.change,
        "months": [_three(one) for one in row.months],
        "quarters": [_three(one) for one in row.groups],
        "year": _three(row.year),
    }


def _three(one: Three) -> dict[str, Any]:
    return {
        "approved": _quantity(one.approved),
        "current": _quantity(one.current),
        "done": _quantity(one.done),
    }


def _columns(row: ExecutionRow | ExecutionTotal) -> dict[str, Any]:
    return {
        "target": _quantity(row.target),
        "planned": _quantities(row.planned),
        "done": _quantities(row.done),
        "quarters": [_sums(one) for one in row.groups],
    }


def _sums(one: Sums) -> dict[str, Any]:
    return {"planned": _quantity(one.planned), "done": _quantity(one.done)}


def _tracking(report: Tracking) -> dict[str, Any]:
    limits = report.limits
    return {
        "rows": [_tracking_row(row, limits) for row in report.rows()],
        "actions": [
            {
                "code": one.code,
                "name": one.name,
                "progress": _percent(one.progress, 1, limits),
                "spent_total": _money(one.spent_total),
            }
            for one in report.actions()
        ],
        "summary": _summary(report.summary, limits),
        "traffic_light": {
            "activities": _lights(report.activity_lights),
            "actions": _lights(report.action_lights),
        },
    }


def _tracking_row(row: TrackingRow, limits: Limits) -> dict[str, Any]:
    progress = row.progress
    return {
        "objective": row.objective,
        "action": row.action,
        "code": row.code,
        "activity": row.activity,
        "cost_centre": row.cost_centre,
        "priority": row.priority,
        "unit_of_measure": row.unit_of_measure,
        "aggregation": row.aggregation,
        "planned": _quantities(row.planned),
        "done": _quantities(row.done),
        "planned_total": _accumulated(progress, progress.planned),
        "done_total": _accumulated(progress, progress.done),
        "progress": _progress(progress, limits),
        "raw_progress": _percent(progress.raw, 2, limits),
        "budget": [_money(one) for one in row.budget],
        "spent": [_money(one) for one in row.spent],
        "budget_total": _money(row.budget_total),
        "spent_total": _money(row.spent_total),
    }


def _accumulated(progress: Progress, amount: int | None) -> Any:
    return _quantity(amount) if progress.accumulates else ACCUMULATES_NOT


def _progress(progress: Progress, limits: Limits) -> Any:
    return _percent(progress.value, 2, limits) if progress.state == VALUE else progress.state


def _summary(summary: Summary, limits: Limits) -> dict[str, Any]:
    return {
        "mean_of_activities": _percent(summary.mean_of_activities, 1, limits),
        "median_of_activities": _percent(summary.median_of_activities, 1, limits),
        "mean_of_actions": _percent(summary.mean_of_actions, 1, limits),
        "budget_total": _money(summary.budget_total),
        "spent_total": _money(summary.spent_total),
        "complete": summary.complete,
        "incomplete": summary.incomplete,
    }


def _lights(count: LightCount) -> dict[str, int]:
    return {"red": count.red, "amber": count.amber, "green": count.green}


def _evaluation(report: Evaluation) -> dict[str, Any]:
    limits = report.limits
    return {
        "actions": [_evaluated(one, limits) for one in report.actions()],
        "objectives": [
            {
                "code": one.code,
                "name": one.name,
                "planned": _quantity(one.planned),
                "done": _quantity(one.done),
                "percent": _efficacy(one.percent, limits),
            }
            for one in report.objectives
        ],
    }


def _evaluated(action: EvaluatedAction, limits: Limits) -> dict[str, Any]:
    return {
        "objective": action.objective,
        "code": action.code,
        "name": action.name,
        "areas": [
            {
                "unit": area.unit,
                "planned": _quantity(area.planned),
                "done": _quantity(area.done),
                "percent": _efficacy(area.percent, limits),
            }
            for area in action.areas
        ],
        "planned": _quantity(action.planned),
        "done": _quantity(action.done),
        "percent": _efficacy(action.percent, limits),
        "label": action.label,
        "text": action.text,
    }


def _quantities(amounts: Iterable[int | None]) -> Sequence[Decimal | None]:
    return [_quantity(amount) for amount in amounts]


def _quantity(thousandths: int | None) -> Decimal | None:
    return None if thousandths is None else Decimal(thousandths).scaleb(-3)


def _money(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents).scaleb(-2)


def _percent(value: Fraction | None, decimals: int, limits: Limits) -> Decimal | None:
    if value is None:
        return None
    return Decimal(shown(value, decimals, limits.light_limits).replace(",", ""))


def _efficacy(value: Fraction | None, limits: Limits) -> Decimal | None:
    return None if value is None else Decimal(shown_efficacy(value, limits).replace(",", ""))
