"""The plan year, in any month it may begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poadesk.plan import calendar

JULY_TO_JUNE = calendar.months("2026-07", 12)


def test_months_go_on_over_the_end_of_the_year():
    assert calendar.months("2027-01", 12)[-1] == "2027-12"
    assert JULY_TO_JUNE[:7][-2:] == ("2026-12", "2027-01")
    assert calendar.months("2027-01", 0) == ()


def test_months_move_both_ways():
    assert calendar.shifted("2027-01", -1) == "2026-12"
    assert calendar.shifted("2026-12", 1) == "2027-01"
    assert calendar.shifted("2027-07", 12) == "2028-07"


@given(st.integers(1900, 2200), st.integers(1, 12), st.integers(-600, 600))
def test_a_move_is_taken_back_by_its_opposite(year, month, by):
    start = f"{year}-{month:02d}"
    assert calendar.shifted(calendar.shifted(start, by), -by) == start


def test_names():
    assert calendar.name("2027-09") == "septiembre"
    headings = [calendar.short_name(month) for month in calendar.months("2027-01", 12)]
    assert " ".join(headings) == "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC"


def test_years_and_their_label():
    assert calendar.years(JULY_TO_JUNE) == ("2026", "2027")
    assert calendar.label_of_years(JULY_TO_JUNE) == "2026-2027"
    assert calendar.label_of_years(calendar.months("2027-01", 12)) == "2027"
    assert calendar.label_of_years(calendar.months("2026-07", 24)) == "2026-2028"


def test_quarters_count_from_the_first_month():
    quarters = calendar.quarters(JULY_TO_JUNE)
    assert len(quarters) == 4
    assert quarters[0] == ("2026-07", "2026-08", "2026-09")
    assert calendar.quarters(calendar.months("2027-01", 4))[-1] == ("2027-04",)


def test_the_same_month_in_another_year():
    assert calendar.same_month_within("2025-08", JULY_TO_JUNE) == "2026-08"
    assert calendar.same_month_within("2025-03", JULY_TO_JUNE) == "2027-03"
    assert calendar.same_month_within("2025-03", calendar.months("2027-01", 24)) is None
    assert calendar.same_month_within("2025-03", ("2027-01",)) is None


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ([], ""),
        (["2027-03"], "Marzo"),
        (["2027-12", "2027-01", "2027-05"], "Enero – diciembre"),
        (["2026-11", "2027-02"], "Noviembre 2026 – febrero 2027"),
    ],
)
def test_a_span_goes_from_the_first_month_to_the_last(months, words):
    assert calendar.span(months) == words
