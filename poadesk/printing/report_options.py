"""What a person may choose about a printed report; loads nothing heavy."""

from __future__ import annotations

from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING
from poadesk.printing.options import PAPERS
from poadesk.quick_dataclass import dataclass

# The paper that a report asks for by itself; its months decide.
USUAL_PAPERS = {EXECUTION: "carta", TRACKING: "oficio", EVALUATION: "carta"}


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The size of the paper, a name of `options.PAPERS`.

    The report itself says by which groups of months it was made. Raises ValueError for a paper
    that is none of the choices.
    """

    paper: str = "carta"

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise ValueError(f"{self.paper!r} is none of {', '.join(PAPERS)}")


def usual_options(kind: str) -> ReportOptions:
    """Return the options of a report, by the name of its kind, before anybody chooses."""
    return ReportOptions(USUAL_PAPERS[kind])
