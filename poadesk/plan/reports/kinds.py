"""The three reports by the names that people and the command line give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from poadesk.plan.model import Plan
from poadesk.plan.reports.evaluation import Evaluation, evaluation
from poadesk.plan.reports.execution import Execution, execution
from poadesk.plan.reports.period import period_of, require_same_months
from poadesk.plan.reports.tracking import Tracking, tracking

Report = Execution | Tracking | Evaluation
EXECUTION, TRACKING, EVALUATION = "ejecucion", "seguimiento", "evaluacion"
TITLES = {EXECUTION: "Ejecución", TRACKING: "Seguimiento", EVALUATION: "Evaluación"}
# Every report prints the name of the method it used, because two of them differ on the same data.
METHODS = {
    EXECUTION: "Sumas de lo programado y de lo ejecutado",
    TRACKING: "Promedio con tope de 100\u00a0%",
    EVALUATION: "Suma sobre suma, sin tope",
}


def report_of(
    kind: str,
    plans: Sequence[Plan],
    until: str,
    today: date,
    group: str = "quarter",
    approved: Mapping[str, Plan] | None = None,
) -> Report:
    """Return a report of the plans of a file up to a cut-off month.

    The execution is held against the plans as they were `approved`, by their id.
    Raises `UnreadableError` when the plans are not of the same months, or the cut-off is none.
    """
    require_same_months(plans)
    period = period_of(plans, until)
    if kind == EXECUTION:
        return execution(plans, period, group, approved)
    return tracking(plans, period, today) if kind == TRACKING else evaluation(plans, period)


def kind_of(report: Report) -> str:
    """Return the name of a report's kind."""
    if isinstance(report, Execution):
        return EXECUTION
    return TRACKING if isinstance(report, Tracking) else EVALUATION
