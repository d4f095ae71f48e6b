"""The execution report: months, quarters from the plan's own first month, and the total."""

from __future__ import annotations

from follow_up_plans import followed, followed_plan

from poadesk.plan.reports.execution import Execution, Sums, execution
from poadesk.plan.reports.period import group_name, period_of


def report_of(*activities: object, until: str = "2027-05", group: str = "quarter") -> Execution:
    plans = [followed_plan(*activities)]  # type: ignore[arg-type]
    return execution(plans, period_of(plans, until), group)


def test_the_target_is_the_sum_of_the_months_or_the_one_stated_by_hand() -> None:
    report = report_of(followed([1, 2, 3]), followed([1, 2, 3], annual_target_thousandths=7_000))
    assert [row.target for row in report.rows] == [6_000, 7_000]


def test_a_quarter_that_has_begun_has_its_whole_plan_and_what_was_done_so_far() -> None:
    (row,) = report_of(followed([1, 1, 1, 2, 2, 2, 9], [1, 0, 1, 2, 1, 5])).rows
    assert row.groups == (Sums(3_000, 2_000), Sums(6_000, 3_000))
    assert len(row.planned) == 12
    assert row.done == (1_000, 0, 1_000, 2_000, 1_000)


def test_a_quarter_without_any_record_is_not_a_quarter_with_nothing_done() -> None:
    (row,) = report_of(followed([1, 1, 1, 1], [0])).rows
    assert [one.done for one in row.groups] == [0, None]


def test_halves_and_the_year_group_months_too() -> None:
    activity = followed([1] * 12, [1] * 12)
    halves = report_of(activity, until="2027-07", group="half").rows[0].groups
    assert halves == (Sums(6_000, 6_000), Sums(6_000, 1_000))
    assert report_of(activity, until="2027-12", group="year").rows[0].groups == (
        Sums(12_000, 12_000),
    )
    assert [group_name("quarter", 3), group_name("half", 1), group_name("year", 0)] == [
        "IV TRIM.",
        "II SEM.",
        "AÑO",
    ]


def test_the_total_adds_every_column_over_all_units_of_measure() -> None:
    total = report_of(
        followed([1, 2], [1], unit_of_measure="visita"),
        followed([10, 20], [5, 6], unit_of_measure="informe"),
    ).total
    assert total.target == 33_000
    assert total.planned[:3] == (11_000, 22_000, 0)
    assert total.done == (6_000, 6_000, None, None, None)
    assert total.groups == (Sums(33_000, 12_000), Sums(0, None))


def test_inactive_activities_are_not_in_the_report() -> None:
    assert report_of(followed([1], active=0)).rows == ()
