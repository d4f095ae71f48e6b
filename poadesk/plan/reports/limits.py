"""The settings of follow-up: limits of the traffic light and of efficacy, and the deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from poadesk.plan import calendar
from poadesk.plan.model import Plan
from poadesk.quick_dataclass import dataclass

ALL_MONTHS, PLANNED_MONTHS = "all", "planned"


@dataclass(frozen=True, slots=True)
class Limits:
    """Percentages are exact, 75 means 75 %. Source: rules.md, its settings with their defaults."""

    red_below: Fraction = Fraction(75)
    green_above: Fraction = Fraction(95)
    efficacy_cut: Fraction = Fraction(75)
    cause_below: Fraction = Fraction(75)
    recording_months: int = 1
    recorded_months: str = ALL_MONTHS

    def deadline(self, month: str) -> date:
        """Return the last day for recording a month: by default the last of the one after."""
        return _deadline(month, self.recording_months)

    def is_overdue(self, month: str, today: date) -> bool:
        """Say whether the deadline of a month has passed."""
        return today > self.deadline(month)

    @property
    def light_limits(self) -> tuple[Fraction, Fraction]:
        """Return the two limits that a shown percentage must not cross by rounding."""
        return self.red_below, self.green_above


# Thousands of activities ask for the same few months.
@lru_cache(maxsize=1024)
def _deadline(month: str, recording_months: int) -> date:
    year, number = calendar.shifted(month, recording_months + 1).split("-")
    if int(year) >= date.max.year:
        return date.max
    return date(max(int(year), 1), int(number), 1) - timedelta(days=int(year) > 0)


def limits_of(plans: Sequence[Plan]) -> Limits:
    """Return the settings of a file: those of its first plan."""
    if not plans:
        return Limits()
    plan = plans[0]
    return Limits(
        red_below=Fraction(plan.red_below_hundredths, 100),
        green_above=Fraction(plan.green_above_hundredths, 100),
        efficacy_cut=Fraction(plan.efficacy_cut_hundredths, 100),
        cause_below=Fraction(plan.cause_below_hundredths, 100),
        recording_months=plan.recording_months,
        recorded_months=plan.recorded_months,
    )
