"""The example plan: what a newcomer sees first must be whole and agree with itself."""

from poadesk.plan import schedule
from poadesk.plan.checks import findings
from poadesk.plan.numbering import numbers
from poadesk.plan.steps import step_states
from poadesk.plan.totals import cost_of_plan
from poadesk.writing.example import example_plan

PLAN = example_plan()
PROMISED = {"2.1": 4120, "2.2": 3300, "2.3": 260, "2.4": 45, "3.1": 1920, "3.2": 140}


def test_it_has_the_shape_of_a_real_plan():
    goals, activities = list(PLAN.goals()), list(PLAN.activities())
    assert (len(PLAN.objectives), len(goals), len(activities)) == (4, 13, 34)
    assert all(activity.responsible and activity.months for activity in activities)
    assert all(goal.resources and goal.indicators for goal in goals)
    assert len(PLAN.swot_items) == 17
    assert cost_of_plan(PLAN) > 0


def test_it_has_nothing_to_correct():
    found = findings(PLAN)
    assert found == []
    assert {state.state for state in step_states(PLAN, found).values()} == {"complete"}


def test_it_mixes_marks_and_quantities():
    with_unit = [activity for activity in PLAN.activities() if activity.unit_of_measure]
    marked = [activity for activity in PLAN.activities() if not activity.unit_of_measure]
    assert len(with_unit) > 20
    assert len(marked) >= 5
    for activity in with_unit:
        assert activity.annual_target_thousandths == schedule.total(activity)


def test_the_introduction_counts_right():
    counts = "cuatro objetivos, trece metas y treinta y cuatro actividades"
    assert counts in PLAN.introduction


def test_the_quantity_that_a_goal_promises_is_in_its_schedule():
    number_of = numbers(PLAN)
    goals = {number_of[goal.id]: goal for goal in PLAN.goals()}
    for number, quantity in PROMISED.items():
        targets = [one.annual_target_thousandths or 0 for one in goals[number].activities]
        assert f"{quantity:,}" in goals[number].text
        assert quantity * 1000 in (*targets, sum(targets))


def test_every_weakness_and_threat_is_answered():
    hard = PLAN.quadrant("weakness") + PLAN.quadrant("threat")
    assert all(item.objectives for item in hard)


def test_its_shield_is_a_small_picture_with_transparency():
    assert PLAN.logo.startswith(b"\x89PNG")
    assert len(PLAN.logo) < 30_000
    assert PLAN.logo[25] == 6  # colour type: red, green, blue and alpha


def test_each_example_has_ids_of_its_own():
    assert example_plan().id != PLAN.id
