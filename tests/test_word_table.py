"""The count for a Word table follows its rules, on a plan small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace

from effort import Effort, items_of
from word_table import word_effort

from poadesk.plan.beginning import empty_plan
from poadesk.plan.model import (
    Activity,
    Goal,
    MonthRecord,
    Objective,
    ObjectiveLine,
    Plan,
    Programme,
    Resource,
    StrategicLine,
    SwotItem,
    SwotObjective,
)

MARCH = MonthRecord(id="m", month="2027-03", planned_thousandths=12_000)
ACTIVITY = Activity(
    id="a",
    text="Barrer",
    unit_of_measure="cuadra",
    annual_target_thousandths=12_000,
    months=(MARCH,),
)
BROOMS = Resource(
    id="r", kind="Útiles", text="Escobas", quantity_thousandths=2_000, unit_cost_cents=150
)
GOAL = Goal(id="g", text="Limpiar", activities=(ACTIVITY,), resources=(BROOMS,))
LINE = StrategicLine(
    id="l",
    name="Aseo",
    programmes=(Programme(id="p", code="1", name="A"), Programme(id="q", code="2", name="B")),
)
OBJECTIVE = Objective(
    id="o",
    text="Orden",
    lines=(ObjectiveLine(id="t", strategic_line_id="l"),),
    goals=(GOAL,),
)
ITEMS = (
    SwotItem(id="s", text="Uno"),
    SwotItem(id="u", position=1, text="Dos", objectives=(SwotObjective(id="v", objective_id="o"),)),
)


def plan_with(**values) -> Plan:
    return replace(empty_plan("poa", "2027-01"), **values)


def test_a_field_is_one_cell_and_the_picture_four_presses():
    effort = word_effort(plan_with(unit="Aseo", logo=b"x"))
    assert effort["general"] == Effort(presses=1 + 4, letters=4)


def test_a_line_has_three_cells_with_its_programmes_one_below_the_other():
    effort = word_effort(plan_with(strategic_lines=(LINE,)))["lines"]
    assert effort.presses == 1 + 2 + 2
    assert effort.letters == len("Aseo1 A2 B")


def test_items_are_lines_of_four_cells_with_their_objectives_behind_them():
    plan = plan_with(swot_items=ITEMS, objectives=(OBJECTIVE,), strategic_lines=(LINE,))
    assert word_effort(plan)["swot"] == Effort(2 + 3, len("UnoDos (1)"))


def test_an_activity_has_five_cells_and_one_for_each_month():
    plan = plan_with(objectives=(OBJECTIVE,), strategic_lines=(LINE,))
    effort = word_effort(plan)
    assert effort["goals"] == Effort(1 + 5, len("1.1 Limpiar1.1.1 Barrercuadra12"))
    assert effort["schedule"] == Effort(12, len("12"))


def test_totals_are_typed_too():
    plan = plan_with(objectives=(OBJECTIVE,), strategic_lines=(LINE,))
    letters = len("ÚtilesEscobas2$1.50$3.00$3.00")
    assert word_effort(plan)["resources"] == Effort(5 + 1, letters)


def test_items_are_what_an_empty_plan_does_not_have():
    plan = plan_with(
        swot_items=ITEMS, objectives=(OBJECTIVE,), strategic_lines=(LINE,), unit="Aseo"
    )
    assert items_of(plan) == {
        "general": 1,
        "lines": 1 + 2 * 2,
        "objectives": 1 + 1,
        "swot": 2 + 1,
        "goals": 1 + 3,
        "resources": 4,
        "schedule": 1,
    }
