"""A plan with one field changed is the plan that saving the field would give."""

from dataclasses import replace

from poadesk.plan.as_typed import with_field
from poadesk.plan.places import places
from poadesk.writing.example import example_plan


def test_only_the_field_that_is_typed_differs():
    plan = example_plan()
    activity = list(plan.activities())[9]
    typed = with_field(plan, places(plan), activity.id, "text", "Otra cosa.")
    assert places(typed)[activity.id].row == replace(activity, text="Otra cosa.")
    assert with_field(typed, places(typed), activity.id, "text", activity.text) == plan


def test_a_field_of_the_plan_itself_can_be_typed():
    plan = example_plan()
    assert with_field(plan, places(plan), plan.id, "entity", "X") == replace(plan, entity="X")


def test_a_row_that_is_gone_changes_nothing():
    plan = example_plan()
    assert with_field(plan, places(plan), "gone", "text", "X") is plan
