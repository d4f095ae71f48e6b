"""Physical progress of an activity in a period (CEPLAN, notes ii to v of the tracking report)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from poadesk.plan import calendar
from poadesk.plan.model import Activity
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import WHOLE, mean, percent
from poadesk.plan.reports.period import Period
from poadesk.plan.reports.records import Records, overdue_months, total
from poadesk.quick_dataclass import dataclass

VALUE, NOT_PLANNED, INCOMPLETE = "value", "S.P.", "S.I."
MONTHLY, NOT_ACCUMULATED = "monthly", "none"
UNDERVALUED_FROM = Fraction(200)


@dataclass(frozen=True, slots=True)
class Progress:
    """Accumulated amounts in thousandths (None is `-`), and the percentage before its cap.

    `state` is VALUE, NOT_PLANNED (S.P.) or INCOMPLETE (S.I.); only VALUE has a percentage.
    `accumulates` is False for the type *No Acumulado*, which enters no mean.

    `has_begun` is False while no month of the period is over and none is recorded. The percentage
    is then 0, as for every month without a record, but it tells nothing of the work: a year that
    has not begun is not late. It gets no colour, and no cause is asked for.
    """

    planned: int | None
    done: int | None
    raw: Fraction | None
    state: str
    accumulates: bool = True
    has_begun: bool = True

    @property
    def value(self) -> Fraction | None:
        """Return the percentage with its cap of 100; None without a value."""
        if self.raw is None:
            return None
        # In whole numbers: a thousand activities are compared at once, and fractions take longer.
        return self.raw if self.raw.numerator <= 100 * self.raw.denominator else WHOLE

    @property
    def enters_means(self) -> bool:
        """Say whether the mean of an action counts this activity."""
        return self.raw is not None and self.accumulates

    @property
    def is_undervalued(self) -> bool:
        """Say whether so much was done that the target looks too small (from 200 % on)."""
        return self.raw is not None and self.raw >= UNDERVALUED_FROM


def progress(
    activity: Activity, records: Records, period: Period, limits: Limits, today: date
) -> Progress:
    """Return the progress of an activity from the first month of the plan to the cut-off.

    Source: rules.md, "Physical progress of an activity". S.P. goes before S.I. A month that is
    not recorded and not overdue counts as nothing done.
    """
    made = progress_so_far(activity, records, period.months)
    if made.state == VALUE and overdue_months(records, period.months, limits, today):
        return replace(made, raw=None, state=INCOMPLETE)
    if calendar.has_ended(period.months[0], today):
        return made
    is_recorded = total(records.done_in(period.months)) is not None
    return made if is_recorded else replace(made, has_begun=False)


def progress_so_far(activity: Activity, records: Records, months: Sequence[str]) -> Progress:
    """Return the progress in months of which none is overdue, on whatever day that may be."""
    planned, done = records.planned_in(months), records.done_in(months)
    kind, state = activity.aggregation, VALUE if any(planned) else NOT_PLANNED
    if kind == NOT_ACCUMULATED:
        return Progress(None, None, _mean(planned, done), state, accumulates=False)
    aim, reached = _accumulated(kind, planned) or 0, _accumulated(kind, done)
    return Progress(aim, reached, percent(reached or 0, aim) if aim else None, state)


def _accumulated(kind: str, amounts: Sequence[int | None]) -> int | None:
    """Return the sum, or for *Acumulado Mensual* the last value above 0 (0 if there is none)."""
    if kind != MONTHLY:
        return total(amounts)
    above = [amount for amount in amounts if amount]
    return above[-1] if above else total(amounts)


def _mean(planned: Sequence[int], done: Sequence[int | None]) -> Fraction | None:
    """Return the mean of the months with planning, each of them without a cap."""
    pairs = zip(planned, done, strict=True)
    return mean(percent(amount or 0, aim) for aim, amount in pairs if aim)
