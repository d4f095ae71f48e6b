"""The lines of an open plan, worked out in idle moments before the cronograma asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing.screen.schedule.columns import Columns
from poadesk.writing.screen.schedule.rows import ScheduleRow, ScheduleRows


class _Kept(QObject):
    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__(open_plan)
        self.rows = ScheduleRows()


def columns_of(open_plan: OpenPlan) -> Columns:
    """Return the columns that the chosen plan asks for: its months, or their weeks."""
    return Columns(open_plan.reading.months, open_plan.plan.schedule_step == "week")


def rows_of(open_plan: OpenPlan) -> list[ScheduleRow]:
    """Return the lines of the chosen plan as it is now."""
    found: _Kept | None = open_plan.findChild(_Kept)
    kept = found if found is not None else _Kept(open_plan)
    return kept.rows.of(open_plan.plan, open_plan.reading.numbers, columns_of(open_plan))


def work_out(open_plan: OpenPlan) -> Iterator[None]:
    """Work out what each line shows, one after the other."""
    for row in rows_of(open_plan):
        if row.activity is not None:
            row.work_out()
            yield
