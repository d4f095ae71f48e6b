"""Patterns that fill a row of the cronograma."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poadesk.writing.fills import (
    Line,
    at_places,
    cleared,
    copied,
    places_every,
    places_to_share,
    shared_target,
    spread,
)

YEAR = range(12)
TOTALS = st.integers(0, 10**15)
QUANTITIES = st.dictionaries(st.integers(0, 11), st.integers(1, 10**12))


def spans():
    return st.tuples(st.integers(0, 11), st.integers(1, 12)).map(
        lambda pair: range(pair[0], min(12, pair[0] + pair[1]))
    )


def line_with(values, target=None, has_unit=True):
    return Line(values, sum(values.values()), target, has_unit)


@given(TOTALS, st.integers(1, 48))
def test_shares_add_up_exactly_and_none_is_negative(total, count):
    shares = spread(total, count)
    assert (sum(shares), len(shares)) == (total, count)
    assert min(shares) >= 0


@given(st.integers(0, 10**12), st.integers(1, 48))
def test_whole_targets_have_whole_shares_that_differ_by_one_at_most(units, count):
    shares = spread(units * 1000, count)
    assert all(share % 1000 == 0 for share in shares)
    assert max(shares) - min(shares) <= 1000


@given(TOTALS.filter(lambda total: total % 1000), st.integers(1, 48))
def test_broken_targets_have_shares_that_differ_by_a_thousandth_at_most(total, count):
    shares = spread(total, count)
    assert max(shares) - min(shares) <= 1


@pytest.mark.parametrize(
    ("total", "count", "shares"),
    [
        (2_400_000, 10, (240_000,) * 10),
        (10_000, 4, (2000, 3000, 2000, 3000)),
        (2000, 12, (0, 0, 0, 0, 0, 1000) * 2),
        (2500, 2, (1250, 1250)),
        (1500, 4, (375,) * 4),
    ],
)
def test_what_is_left_over_is_spaced_evenly(total, count, shares):
    assert spread(total, count) == shares


@pytest.mark.parametrize(("total", "count"), [(1000, 0), (-1, 3)])
def test_what_cannot_be_shared_is_refused(total, count):
    with pytest.raises(ValueError, match="cannot share"):
        spread(total, count)


@pytest.mark.parametrize(
    ("period", "places"),
    [
        (1, tuple(YEAR)),
        (2, (1, 3, 5, 7, 9, 11)),
        (3, (2, 5, 8, 11)),
        (6, (5, 11)),
    ],
)
def test_a_whole_year_is_filled_at_the_end_of_each_period(period, places):
    assert places_every(period, YEAR, whole=True) == places


@pytest.mark.parametrize(("period", "places"), [(1, (1, 2, 3, 4, 5)), (2, (1, 3, 5)), (3, (1, 4))])
def test_a_range_is_filled_from_its_first_month_on(period, places):
    assert places_every(period, range(1, 6), whole=False) == places


def test_a_plan_shorter_than_the_period_is_filled_at_its_end():
    assert places_every(6, range(3), whole=True) == (2,)


@given(QUANTITIES, spans(), st.integers(1, 6), st.booleans())
def test_a_pattern_without_a_target_marks_just_its_places(values, span, period, whole):
    places = places_every(period, span, whole)
    filling = at_places(line_with(values, has_unit=False), span, places)
    assert set(filling) == set(span)
    assert [place for place, value in filling.items() if value] == list(places)


def test_a_pattern_without_a_target_keeps_typed_quantities():
    line = line_with({2: 7000, 3: 9000})
    assert at_places(line, YEAR, (2, 5)) == {**dict.fromkeys(YEAR, 0), 2: 7000, 5: 1000}


def test_a_pattern_shares_the_target():
    filling = at_places(line_with({}, 48_000), YEAR, (2, 5, 8, 11))
    assert {place: value for place, value in filling.items() if value} == {
        2: 12_000,
        5: 12_000,
        8: 12_000,
        11: 12_000,
    }


def test_a_pattern_marks_when_its_target_is_too_small_to_share():
    filling = at_places(line_with({}, 2000), YEAR, (2, 5, 8, 11))
    assert [filling[place] for place in (2, 5, 8, 11)] == [1000] * 4


@given(QUANTITIES, spans(), st.integers(1, 10**13), st.booleans())
def test_after_sharing_the_row_adds_up_to_its_target(values, span, target, whole):
    line = line_with(values, target)
    filling = shared_target(line, span, places_to_share(line, span, whole))
    outside = sum(value for place, value in values.items() if place not in span)
    if outside >= target:
        assert filling == {}
    else:
        assert sum({**values, **filling}.values()) == target
        assert min(filling.values()) >= 0


def test_a_target_is_shared_among_the_marked_months_of_a_row():
    line = line_with({1: 1000, 4: 1000}, 10_000)
    assert places_to_share(line, YEAR, whole=True) == (1, 4)
    assert places_to_share(line, YEAR, whole=False) == tuple(YEAR)


def test_one_marked_month_alone_does_not_take_the_whole_target():
    assert places_to_share(line_with({1: 1000}, 10_000), YEAR, whole=True) == tuple(YEAR)


def test_nothing_is_shared_without_a_target():
    assert shared_target(line_with({1: 1000}), YEAR, tuple(YEAR)) == {}


def test_the_row_above_is_copied_with_its_gaps():
    above = line_with({0: 5000, 2: 7000})
    assert copied(above, line_with({1: 9000}), range(3)) == {0: 5000, 1: 0, 2: 7000}


def test_a_row_without_unit_copies_marks():
    above = line_with({0: 5000})
    assert copied(above, line_with({}, has_unit=False), range(2)) == {0: 1000, 1: 0}


def test_clearing_reaches_the_whole_range():
    assert cleared(range(2, 4)) == {2: 0, 3: 0}
