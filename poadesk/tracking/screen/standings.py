"""The standings of an open plan, worked out in idle moments before Seguimiento asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject

from poadesk.tracking.standing import Standings, scope_of
from poadesk.widgets.cut_off import cut_off_of
from poadesk.widgets.open_plan import OpenPlan


class _Kept(QObject):
    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan)
        self.standings = Standings()


def standings_of(open_plan: OpenPlan) -> Standings:
    """Return the standings of an open file; the same object every time."""
    found: _Kept | None = open_plan.findChild(_Kept)
    return (found if found is not None else _Kept(open_plan)).standings


def work_out(open_plan: OpenPlan) -> Iterator[None]:
    """Work out how the activities of the chosen plan stand today, one after the other."""
    standings, plan = standings_of(open_plan), open_plan.plan
    scope = scope_of(open_plan.plans, cut_off_of(open_plan).month, date.today())
    for activity in plan.activities():
        standings.of(activity, scope)
        yield
