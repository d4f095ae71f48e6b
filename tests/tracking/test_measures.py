"""The columns of the tracking grid are as wide as their longest contents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracking_plans import activity, plan_of

from poadesk.plan.numbering import numbers
from poadesk.tracking.screen.chart import scale_marks
from poadesk.tracking.screen.measures import longest_of
from poadesk.tracking.screen.rows import PHYSICAL, rows_of
from poadesk.tracking.screen.words import amount_words
from poadesk.tracking.standing import Standings, scope_of
from poadesk.widgets.grid_text import text_width
from poadesk.widgets.theme import theme

ZEROS = str.maketrans("123456789", "0" * 9)  # figures are equally wide
AMOUNTS = st.decimals(0, 10**9, places=3).map(lambda amount: f"{amount.normalize():f}")


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme().apply(qapp)


@given(st.lists(AMOUNTS, min_size=1, max_size=12))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_amount_is_wider_than_the_longest(amounts):
    months = amounts + ["-"] * (12 - len(amounts))
    plan = plan_of(activity("a", " ".join(months)))
    scope = scope_of([plan], "2027-12", date(2028, 2, 1))
    rows = rows_of(plan, numbers(plan), scope, Standings(), goals=False)
    row = next(row for row in rows if row.activity is not None)
    shown = [amount_words(one, "planned") for one in row.amounts("planned").values()]
    widths = [text_width(words.translate(ZEROS), "label") for words in shown]
    assert longest_of(PHYSICAL, rows).month == round(max(widths, default=0)) + 6


def test_the_chart_of_a_year_without_amounts_is_marked_with_one_0():
    assert scale_marks(0) == (0,)
    assert scale_marks(1) == (1, 0)
    assert scale_marks(340_000) == (400_000, 200_000, 0)
