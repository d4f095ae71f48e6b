"""The whole example plan entered from nothing, with what it costs in keys and clicks.

The program is held to two limits: the presses for each item entered, and those for the
cronograma of each activity. What is an item says `effort.items_of`, what is a press
`CountingFingers`, and what the same plan costs in Word `word_table`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from counting_fingers import CountingFingers
from effort import PARTS, Effort, items_of
from entering_a_plan import enter_everything
from word_table import word_effort

from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import QUADRANTS, Plan, Row, declared_fields, rows_under
from poadesk.plan.numbering import numbers
from poadesk.planfile.plan_file import PlanFile
from poadesk.resources import resource
from poadesk.writing.example import example_plan
from poadesk.writing.screen.logo_field import read_picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

MOST_PER_ITEM = 1.3
MOST_PER_ACTIVITY = 2
WRITTEN = tuple(part for part in PARTS if part != "schedule")


def what_it_says(plan: Plan) -> list[list[object]]:
    """Return the values of every row in the order of the plan, with numbers in place of ids."""
    codes = numbers(plan)

    def values(row: Row) -> list[object]:
        named = {name: getattr(row, name) for name in declared_fields(row.TABLE) if name != "logo"}
        return [row.TABLE, *(codes.get(value, value) for value in named.values())]

    items = tuple(item for name in QUADRANTS for item in plan.quadrant(name))
    plan = replace(plan, swot_items=items)
    return [values(row) for row in (plan, *(row for _, row in rows_under(plan)))]


def spent(effort: dict[str, Effort], parts: tuple[str, ...]) -> Effort:
    return sum((effort[part] for part in parts), Effort())


def test_the_example_plan_is_entered_with_few_keys_and_clicks(
    open_window, plan_file, qtbot, tmp_path
):
    logo = tmp_path / "escudo.png"
    logo.write_bytes(resource("example", "logo.png").read_bytes())
    path = plan_file(empty_plan("poa", "2027-01"))
    fingers = CountingFingers(qtbot, open_window(path))
    plan = example_plan()
    enter_everything(fingers, plan, logo)
    with PlanFile.open(path, read_only=True) as file:
        entered = file.read()[0]
    assert what_it_says(entered) == what_it_says(plan)
    assert entered.logo == read_picture(logo)
    items = items_of(plan)
    written = spent(fingers.spent, WRITTEN).presses
    assert written <= MOST_PER_ITEM * sum(items[part] for part in WRITTEN), fingers.spent
    assert fingers.spent["schedule"].presses <= MOST_PER_ACTIVITY * items["schedule"], fingers.spent


def test_the_figures_of_word_are_those_of_the_readme():
    word = word_effort(example_plan())
    assert spent(word, WRITTEN) == Effort(presses=459, letters=11_648)
    assert word["schedule"] == Effort(presses=408, letters=386)
