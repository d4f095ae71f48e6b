"""What a person may choose about the institution's documents; loads nothing heavy."""

from __future__ import annotations

from poadesk.printing.options import MARKS, PAPERS
from poadesk.quick_dataclass import dataclass

CONSOLIDATED, SCHEDULE, UNITS_LIST = "consolidated", "schedule", "units"
DOCUMENTS = (CONSOLIDATED, SCHEDULE, UNITS_LIST)
TITLES = {
    CONSOLIDATED: "Plan consolidado",
    SCHEDULE: "Cronograma general",
    UNITS_LIST: "Unidades y su estado",
}
# How the contents of the plans are put in order: each unit for itself, or all together by the
# strategic line or by the objective that they share.
BY_UNIT, BY_LINE, BY_OBJECTIVE = "unit", "line", "objective"
ORDERS = (BY_UNIT, BY_LINE, BY_OBJECTIVE)


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """Order of the contents, paper, and how a planned month is drawn.

    Raises ValueError for a word that is none of the choices.
    """

    order: str = BY_UNIT
    paper: str = "carta"
    marks: str = "bars"

    def __post_init__(self) -> None:
        chosen = ((self.order, ORDERS), (self.paper, PAPERS), (self.marks, MARKS))
        for word, choices in chosen:
            if word not in choices:
                raise ValueError(f"{word!r} is none of {', '.join(choices)}")
