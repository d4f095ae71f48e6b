"""Sums of money, exact to the cent."""

from hypothesis import given
from hypothesis import strategies as st
from small_plans import goal, objective, plan

from poadesk.plan import totals
from poadesk.plan.model import Resource, new_id


def resource(quantity, cents):
    return Resource(id=new_id(), quantity_thousandths=quantity, unit_cost_cents=cents)


def test_a_cost_is_quantity_by_unit_cost():
    assert totals.cost_of_resource(resource(12_000, 1_850)) == 22_200
    assert totals.cost_of_resource(resource(0, 500)) == 0


def test_half_a_cent_is_rounded_up():
    assert totals.cost_of_resource(resource(500, 1)) == 1
    assert totals.cost_of_resource(resource(499, 1)) == 0
    assert totals.cost_of_resource(resource(2_500, 1)) == 3


def test_without_quantity_or_cost_there_is_no_sum():
    assert totals.cost_of_resource(resource(None, 500)) is None
    assert totals.cost_of_resource(resource(1_000, None)) is None
    one = objective(goal(resources=(resource(None, 500),)))
    assert totals.cost_of_plan(plan(one)) is None


def test_sums_go_up_from_resource_to_plan():
    paid = goal(resources=(resource(2_000, 150), resource(None, 9), resource(1_000, 25)))
    one = objective(paid, goal(resources=()))
    assert totals.cost_of_goal(paid) == 325
    assert totals.cost_of_objective(one) == 325
    assert totals.cost_of_plan(plan(one, objective(paid))) == 650


@given(st.integers(0, 10**15), st.integers(0, 10**14))
def test_the_largest_amounts_are_exact(quantity, cents):
    cost = totals.cost_of_resource(resource(quantity, cents))
    assert abs(cost * 1000 - quantity * cents) <= 500
