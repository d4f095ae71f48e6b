"""Rows are named as a person would say them, in the words of the kind of plan."""

import pytest
from small_plans import activity, goal, objective, plan

from poadesk.plan.model import Deviation, GoalComment, ObjectiveComment, WeekMark, rows_under
from poadesk.plan.numbering import numbers
from poadesk.plan.places import named, places
from poadesk.plan.profiles import PROFILES

WITH_WORDS = plan(
    objective(
        goal(
            activity(
                {3: 1},
                weeks=(WeekMark(id="week", month="2027-03", week=1),),
                deviations=(Deviation(id="deviation", month="2027-06"),),
            ),
            comments=(GoalComment(id="of goal", month="2027-06"),),
        ),
        comments=(ObjectiveComment(id="of objective", month="2027-06"),),
    )
)


def name_of(row_id, profile="poa"):
    place = places(WITH_WORDS)[row_id]
    return named(place.row, numbers(WITH_WORDS), PROFILES[profile], place.parent)


@pytest.mark.parametrize(
    ("row_id", "name"),
    [
        ("week", "la actividad 1.1.1"),
        ("deviation", "la actividad 1.1.1"),
        ("of goal", "la meta 1.1"),
        ("of objective", "el objetivo 1"),
        (WITH_WORDS.objectives[0].goals[0].activities[0].months[0].id, "la actividad 1.1.1"),
    ],
    ids=["week", "deviation", "comment of a goal", "comment of an objective", "month"],
)
def test_what_stands_in_a_month_goes_by_the_row_above_it(row_id, name):
    assert name_of(row_id) == name


def test_the_words_are_those_of_the_kind_of_plan():
    assert name_of("deviation", "poi") == "la actividad operativa 1.1.1"


def test_every_row_of_a_plan_has_a_name():
    for _, row in rows_under(WITH_WORDS):
        assert name_of(row.id).split()[0] in ("el", "la")
