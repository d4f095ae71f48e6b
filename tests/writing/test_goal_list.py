"""The list of goals beside their resources."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from poadesk.plan.numbering import numbers
from poadesk.writing.example import example_plan
from poadesk.writing.screen.goal_list import GoalList, entries

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def plan():
    return example_plan()


def test_the_model_keeps_the_rules_while_goals_come_and_go(qtbot, plan):
    goals = GoalList("Metas")
    qtbot.addWidget(goals)
    tester = QAbstractItemModelTester(goals.model(), FATAL)
    rows = entries(plan, numbers(plan))
    for shown in (rows, rows[:5], [], rows):
        goals.show_entries(shown)
    assert tester.model().rowCount() == len(plan.objectives) + len(list(plan.goals()))


def test_the_first_goal_is_chosen_and_stays_so_when_others_go(qtbot, plan):
    goals = GoalList("Metas")
    qtbot.addWidget(goals)
    rows = entries(plan, numbers(plan))
    goals.show_entries(rows)
    first = next(plan.goals()).id
    assert goals.goal_id() == first
    goals.show_entries(rows[:2])
    assert goals.goal_id() == first
