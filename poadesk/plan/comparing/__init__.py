"""Two revisions of a plan beside each other: what differs, and a plan with some of it taken."""

from poadesk.plan.comparing.compared import compared
from poadesk.plan.comparing.difference import (
    ADDED,
    CHANGED,
    MOVED,
    REMOVED,
    Comparison,
    Difference,
    MonthDifference,
    Section,
)
from poadesk.plan.comparing.taking import applied

__all__ = (
    "ADDED",
    "CHANGED",
    "MOVED",
    "REMOVED",
    "Comparison",
    "Difference",
    "MonthDifference",
    "Section",
    "applied",
    "compared",
)
