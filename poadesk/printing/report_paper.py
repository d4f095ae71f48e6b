"""The three reports on paper, by the kind of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from poadesk.plan.model import Plan
from poadesk.plan.reports.evaluation import Evaluation
from poadesk.plan.reports.execution import Execution
from poadesk.plan.reports.kinds import Report, kind_of
from poadesk.printing.report_options import ReportOptions, usual_options


def build_report(
    report: Report,
    plans: Sequence[Plan],
    options: ReportOptions | None = None,
    progress: Callable[[float], None] | None = None,
) -> bytes:
    """Return the PDF of a report; equal input gives equal bytes.

    `progress` is told the share done, 0 to 1, and may raise to stop.
    """
    chosen = options or usual_options(kind_of(report))
    if isinstance(report, Execution):
        from poadesk.printing.execution_paper import build_execution

        return build_execution(plans, report, chosen, progress)
    if isinstance(report, Evaluation):
        from poadesk.printing.evaluation_paper import build_evaluation

        return build_evaluation(plans, report, chosen, progress)
    from poadesk.printing.tracking_paper import build_tracking

    return build_tracking(plans, report, chosen, progress)
