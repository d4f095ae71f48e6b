"""A plan with a row of every kind, and the file that holds it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from poadesk.plan.model import (
    Activity,
    Deviation,
    Goal,
    GoalComment,
    Indicator,
    MonthRecord,
    Objective,
    ObjectiveComment,
    ObjectiveLine,
    Plan,
    Programme,
    Resource,
    StrategicLine,
    SwotItem,
    SwotObjective,
    WeekMark,
)
from poadesk.planfile.plan_file import PlanFile


def _activity() -> Activity:
    return Activity(
        id="activity-1",
        text="Podar los árboles del parque",
        unit_of_measure="árbol",
        annual_target_thousandths=40_000,
        months=(
            MonthRecord(id="month-1", month="2027-01", planned_thousandths=20_000),
            MonthRecord(id="month-2", month="2027-02", position=1, done_thousandths=0),
        ),
        weeks=(WeekMark(id="week-1", month="2027-01", week=2),),
        deviations=(Deviation(id="deviation-1", month="2027-02", cause="Llovió sin parar"),),
    )


def _goal() -> Goal:
    return Goal(
        id="goal-1",
        text="Cuidar cuarenta árboles",
        activities=(_activity(), Activity(id="activity-2", position=1, text="Regar")),
        resources=(
            Resource(
                id="resource-1", text="Tijeras", quantity_thousandths=2_000, unit_cost_cents=1_575
            ),
        ),
        indicators=(Indicator(id="indicator-1", text="Árboles podados"),),
        comments=(GoalComment(id="comment-1", month="2027-06", text="A la mitad"),),
    )


@pytest.fixture
def plan() -> Plan:
    """A small plan with one row or more in every table."""
    return Plan(
        id="plan-1",
        entity="Alcaldía de Prueba",
        unit="Parques y Jardines",
        year_label="2027",
        logo=b"\x89PNG\r\n\x1a\n\x00\xff",
        strategic_lines=(
            StrategicLine(
                id="line-1",
                name="Ciudad verde",
                programmes=(Programme(id="programme-1", name="Parques"),),
            ),
        ),
        swot_items=(
            SwotItem(
                id="swot-1",
                quadrant="weakness",
                text="Faltan herramientas",
                objectives=(SwotObjective(id="answer-1", objective_id="objective-1"),),
            ),
        ),
        objectives=(
            Objective(
                id="objective-1",
                text="Mantener los parques",
                lines=(ObjectiveLine(id="tie-1", strategic_line_id="line-1"),),
                goals=(_goal(), Goal(id="goal-2", position=1)),
                comments=(ObjectiveComment(id="comment-2", month="2027-06", text="Se mantiene"),),
            ),
        ),
    )


@pytest.fixture
def plan_path(tmp_path: Path, plan: Plan) -> Path:
    """The path of a closed file that holds `plan`, alone in its folder."""
    path = tmp_path / "plan" / "parques.sqlite"
    path.parent.mkdir()
    with PlanFile.create(path) as file, file.step("Empezar el plan") as step:
        step.put_tree(plan)
    return path


@pytest.fixture
def raw(plan_path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to the file, as another program would make it."""
    connection = sqlite3.connect(plan_path, isolation_level=None)
    yield connection
    connection.close()
