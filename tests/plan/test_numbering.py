"""Numbers of rows: by place, by hand, and where a code belongs."""

import pytest
from small_plans import activity, goal, objective, plan

from poadesk.plan.model import StrategicLine, new_id
from poadesk.plan.numbering import is_under, numbers


def test_rows_are_numbered_by_their_place():
    one = plan(
        objective(),
        objective(goal(), goal(activity(), activity())),
        strategic_lines=(StrategicLine(id=new_id()), StrategicLine(id=new_id())),
    )
    found = numbers(one)
    second = one.objectives[1].goals[1]
    assert found[second.activities[1].id] == "2.2.2"
    assert found[second.id] == "2.2"
    assert found[one.strategic_lines[1].id] == "2"
    assert one.id not in found


def test_a_code_by_hand_replaces_the_number_and_what_is_below_goes_on_from_it():
    one = plan(objective(goal(activity(), activity(code=" X-9 ")), code="OEI.03"))
    found = numbers(one)
    first, second = one.activities()
    assert found[first.id] == "OEI.03.1.1"
    assert found[second.id] == "X-9"


@pytest.mark.parametrize(
    ("code", "parent", "belongs"),
    [
        ("4.1.1", "4.1", True),
        ("1.1.1", "4.1", False),
        ("4.10", "4.1", False),
        ("4.1", "4", True),
        ("4.1.", "4.", True),
        ("41.1", "4", False),
        ("4.1", "4.1", False),
        ("7", "4", True),
        ("AEI.01.02", "OEI.01", True),
        ("1.1", "OEI.01", True),
        ("", "4.1", True),
        ("١.١", "4", True),
    ],
)
def test_a_code_of_numbers_tells_where_it_belongs(code, parent, belongs):
    assert is_under(code, parent) is belongs
