"""How the period of a report is called."""

from __future__ import annotations

import pytest

from poadesk.plan.calendar import months
from poadesk.plan.reports.period import Period

YEAR = tuple(months("2027-01", 12))


@pytest.mark.parametrize(
    ("count", "name"),
    [
        (1, "enero de 2027"),
        (3, "I trimestre"),
        (5, "enero a mayo de 2027"),
        (6, "primer semestre"),
        (9, "al III trimestre"),
        (12, "año completo"),
    ],
)
def test_a_period_that_goes_on_from_an_earlier_quarter_does_not_bear_the_last_ones_name(
    count, name
):
    assert Period(YEAR, YEAR[:count]).name() == name
