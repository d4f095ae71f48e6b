"""Progress of an activity: each row of the table of the rules, worked by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from follow_up_plans import followed, followed_plan

from poadesk.plan.model import Activity
from poadesk.plan.reports.limits import Limits
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.period import period_of
from poadesk.plan.reports.progress import INCOMPLETE, NOT_PLANNED, VALUE, Progress, progress
from poadesk.plan.reports.records import missing_months, overdue_months, records_of

BEFORE_ANY_DEADLINE = date(2027, 1, 5)


def progress_of(
    activity: Activity,
    until: int = 6,
    today: date = BEFORE_ANY_DEADLINE,
    limits: Limits | None = None,
) -> Progress:
    period = period_of([followed_plan(activity)], f"2027-{until:02d}")
    return progress(activity, records_of(activity), period, limits or Limits(), today)


def two_decimals(found: Progress) -> str:
    assert found.value is not None
    return shown(found.value, 2)


def test_annual_activities_add_their_months() -> None:
    found = progress_of(followed([10, 20, 30, 40, 50, 50], [10, 20, 30, 40, 50, 21]))
    assert (found.planned, found.done) == (200_000, 171_000)
    assert two_decimals(found) == "85.5"


def test_an_aggregation_that_is_not_told_counts_as_annual() -> None:
    planned, done = [4, 4], [1, 2]
    assert progress_of(followed(planned, done)) == progress_of(
        followed(planned, done, aggregation="annual")
    )


def test_monthly_activities_take_the_last_value_above_zero_of_each_row() -> None:
    found = progress_of(
        followed([5, 10, 20, 20, 0, 0], [5, 10, 15, 12, 13, 0], aggregation="monthly")
    )
    assert (found.planned, found.done) == (20_000, 13_000)
    assert two_decimals(found) == "65"


def test_monthly_activities_look_only_as_far_as_the_cut_off() -> None:
    found = progress_of(followed([5, 10, 20], [5, 8, 20], aggregation="monthly"), until=2)
    assert (found.planned, found.done) == (10_000, 8_000)


def test_not_accumulated_activities_take_the_mean_of_the_planned_months() -> None:
    found = progress_of(followed([10, 0, 10, 0, 0, 0], [5, 7, 9, 0, 0, 0], aggregation="none"))
    assert (found.planned, found.done) == (None, None)
    assert found.raw == Fraction(70)
    assert not found.enters_means


def test_the_cap_of_not_accumulated_activities_comes_after_the_mean() -> None:
    found = progress_of(followed([10, 10], [20, 4], aggregation="none"))
    assert found.raw == Fraction(120)
    assert found.value == Fraction(100)


def test_progress_is_capped_at_a_hundred_and_the_uncapped_value_is_kept() -> None:
    found = progress_of(followed([1], [3]))
    assert (found.value, found.raw) == (Fraction(100), Fraction(300))


@pytest.mark.parametrize(("done", "is_undervalued"), [(199.9, False), (200, True), (201, True)])
def test_an_undervalued_target_is_told_from_two_hundred_on(
    done: float, is_undervalued: bool
) -> None:
    assert progress_of(followed([100], [done])).is_undervalued is is_undervalued


def test_what_is_done_in_a_month_without_planning_counts() -> None:
    found = progress_of(followed({3: 10}, {1: 4, 3: 1}))
    assert two_decimals(found) == "50"


def test_without_planning_in_the_period_it_stays_sp_even_if_something_was_done() -> None:
    found = progress_of(followed({9: 8}, [0, 0, 3, 0, 0, 0]), today=date(2028, 1, 1))
    assert found.state == NOT_PLANNED
    assert found.value is None
    assert (found.planned, found.done) == (0, 3_000)


def test_without_planning_missing_records_do_not_make_it_si() -> None:
    assert progress_of(followed({9: 8}), today=date(2028, 1, 1)).state == NOT_PLANNED


def test_a_month_is_overdue_the_day_after_the_last_of_the_following_month() -> None:
    activity = followed([5, 5], [5])
    assert progress_of(activity, 2, date(2027, 3, 31)).state == VALUE
    assert progress_of(activity, 2, date(2027, 4, 1)).state == INCOMPLETE


def test_december_is_overdue_in_february() -> None:
    limits = Limits()
    assert limits.deadline("2027-12") == date(2028, 1, 31)
    assert limits.deadline("2028-01") == date(2028, 2, 29)


def test_the_deadline_is_a_setting() -> None:
    activity = followed([5, 5], [5])
    same_month = Limits(recording_months=0)
    assert progress_of(activity, 2, date(2027, 2, 28), same_month).state == VALUE
    assert progress_of(activity, 2, date(2027, 3, 1), same_month).state == INCOMPLETE


def test_the_month_that_is_not_due_yet_counts_as_nothing_done() -> None:
    found = progress_of(followed([5, 5], [5]), 2, date(2027, 3, 1))
    assert two_decimals(found) == "50"


def test_a_recorded_zero_is_a_record() -> None:
    found = progress_of(followed([5, 5], [5, 0]), 2, date(2027, 12, 1))
    assert found.state == VALUE
    assert two_decimals(found) == "50"


def test_every_month_needs_a_record_unless_the_setting_says_only_planned_ones() -> None:
    activity = followed({2: 5}, {2: 5})
    records, months = records_of(activity), ("2027-01", "2027-02")
    assert missing_months(records, months, Limits()) == ("2027-01",)
    assert missing_months(records, months, Limits(recorded_months="planned")) == ()
    assert overdue_months(records, months, Limits(), date(2027, 2, 28)) == ()
    assert overdue_months(records, months, Limits(), date(2027, 3, 1)) == ("2027-01",)


def test_a_month_after_the_cut_off_does_not_count() -> None:
    assert progress_of(followed([1, 1, 50], [1, 1, 0]), until=2).value == Fraction(100)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(171, 2), 2, "85.5"),
        (Fraction(16, 25), 2, "0.64"),
        (Fraction(100), 2, "100"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(49, 10_000), 2, "0"),
        (Fraction(1065, 10), 0, "107"),
        (Fraction(123_456), 0, "123,456"),
        (Fraction(9, 100), 1, "0.1"),
    ],
)
def test_percentages_are_rounded_half_up_and_lose_their_zeros(
    value: Fraction, decimals: int, text: str
) -> None:
    assert shown(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(996, 10), "99.6"),
        (Fraction(99_996, 1000), "99.996"),
        (Fraction(1004, 10), "100.4"),
        (Fraction(100), "100"),
        (Fraction(746, 10), "74.6"),
        (Fraction(75), "75"),
        (Fraction(742, 10), "74"),
    ],
)
def test_rounding_never_shows_a_limit_that_the_exact_value_misses(
    value: Fraction, text: str
) -> None:
    assert shown(value, 0, (Fraction(100), Fraction(75))) == text
