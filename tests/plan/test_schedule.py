"""What an activity plans, by months and by weeks."""

from dataclasses import replace

from small_plans import activity, goal, plan, weekly

from poadesk.plan import schedule


def test_the_target_is_the_sum_of_the_months():
    one = activity({1: 240, 2: 0.5, 3: 0})
    assert schedule.total(one) == 240_500
    assert schedule.planned(one) == {"2027-01": 240_000, "2027-02": 500}


def test_a_month_without_record_counts_as_nothing():
    one = activity({1: 5})
    empty = replace(one.months[0], planned_thousandths=None, done_thousandths=9000)
    assert schedule.planned(replace(one, months=(empty,))) == {}
    assert schedule.total(replace(one, months=(empty,))) == 0


def test_months_come_in_order():
    assert list(schedule.planned(activity({9: 1, 2: 1}))) == ["2027-02", "2027-09"]


def test_a_month_with_a_marked_week_is_marked_once():
    one = weekly((5, 1), (5, 4), (7, 2))
    assert schedule.planned(one) == {"2027-05": 1000, "2027-07": 1000}
    assert schedule.weeks_of(one, "2027-05") == (1, 4)
    assert schedule.weeks_of(one, "2027-06") == ()


def test_a_quantity_counts_more_than_the_mark_of_its_weeks():
    one = replace(activity({5: 12}), weeks=weekly((5, 1)).weeks)
    assert schedule.planned(one) == {"2027-05": 12_000}


def test_a_unit_of_blanks_is_no_unit():
    assert not schedule.has_quantities(activity(unit="  "))
    assert schedule.has_quantities(activity(unit="aviso"))


def test_the_period_is_written_by_itself_unless_it_is_given():
    one = goal(activity({3: 1}), activity({11: 1, 2: 1}))
    assert schedule.period(one) == "Febrero – noviembre"
    assert schedule.period(replace(one, period_text="Todo el año")) == "Todo el año"
    assert schedule.period(goal(activity({}))) == ""


def test_the_months_of_a_plan_start_at_its_own_first_month():
    months = schedule.plan_months(plan(first_month="2026-07"))
    assert (months[0], months[-1], len(months)) == ("2026-07", "2027-06", 12)
