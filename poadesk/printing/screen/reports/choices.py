"""What a person looks at in Informes; it outlives the screen, which is made anew for each unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from poadesk.plan.handing_over import APPROVED, last_delivery
from poadesk.plan.model import Delivery, Plan
from poadesk.plan.reports.kinds import TRACKING
from poadesk.planfile.approved import approved_plans
from poadesk.printing.screen.reports.sorting import Filter
from poadesk.widgets.open_plan import OpenPlan


def choices_of(open_plan: OpenPlan) -> Choices:
    """Return the choices of an open file; the same object every time."""
    found: Choices | None = open_plan.findChild(Choices)
    return found if found is not None else Choices(open_plan)


class Choices(QObject):
    """The report, its section for each report, the groups of months, and the filter."""

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan)
        self._open_plan = open_plan
        self._approvals: dict[str, Delivery | None] = {}
        self._approved: dict[str, Plan] = {}
        self.kind = TRACKING
        self.group = "quarter"
        self.sections: dict[str, str] = {}
        self.filter = Filter()
        self.details: bool | None = None  # whether the panel beside is open, where it was said

    def approved_of(self, plans: Sequence[Plan]) -> dict[str, Plan]:
        """Return the plans as they were approved; read again only after another approval."""
        told = {plan.id: last_delivery(plan, APPROVED) for plan in plans}
        if told != self._approvals:
            self._approvals = told
            self._approved = approved_plans(self._open_plan.file, plans)
        return self._approved
