"""How the time of printing grows with the plan: seconds for each activity, few against many."""

from __future__ import annotations

from poadesk.bench.timing import Measured, at_most, median_seconds
from poadesk.plan.calendar import months
from poadesk.plan.model import Activity, Goal, Indicator, MonthRecord, Objective, Plan, Resource

FEW, MANY = 30, 3_000
RUNS_OF_FEW, RUNS_OF_MANY = 9, 1
ACTIVITIES_OF_A_GOAL, GOALS_OF_AN_OBJECTIVE = 3, 5


def measure() -> Measured:
    """Measure the complete document; what does not grow with the plan is part of both."""
    few = _seconds_for_each(FEW, RUNS_OF_FEW)
    many = _seconds_for_each(MANY, RUNS_OF_MANY)
    return at_most(f"printing an activity, of {MANY:,} against of {FEW}", few, many, 1.3)


def plan_of(activities: int) -> Plan:
    """Return a plan with so many activities, the same in each run."""
    goals = [
        _goal(begin, min(begin + ACTIVITIES_OF_A_GOAL, activities))
        for begin in range(0, activities, ACTIVITIES_OF_A_GOAL)
    ]
    objectives = tuple(
        Objective(
            id=f"objective-{begin}",
            position=begin,
            text="Atender a la población en menos tiempo y con registros completos",
            goals=tuple(goals[begin : begin + GOALS_OF_AN_OBJECTIVE]),
        )
        for begin in range(0, len(goals), GOALS_OF_AN_OBJECTIVE)
    )
    return Plan(id="plan", unit="Unidad de prueba", year_label="2027", objectives=objectives)


def _goal(begin: int, end: int) -> Goal:
    return Goal(
        id=f"goal-{begin}",
        position=begin,
        text="Resolver nueve de cada diez solicitudes dentro de los cinco días hábiles",
        activities=tuple(_activity(number) for number in range(begin, end)),
        resources=(Resource(id=f"resource-{begin}", text="Papel y tinta para los formularios"),),
        indicators=(Indicator(id=f"indicator-{begin}", text="Solicitudes resueltas a tiempo"),),
    )


def _activity(number: int) -> Activity:
    return Activity(
        id=f"activity-{number}",
        position=number,
        text="Recibir, revisar y registrar las solicitudes de la semana",
        unit_of_measure="solicitud",
        annual_target_thousandths=1_200_000,
        months=tuple(
            MonthRecord(id=f"{month} of {number}", month=month, planned_thousandths=100_000)
            for month in months("2027-01", 12)
        ),
    )


def _seconds_for_each(activities: int, runs: int) -> float:
    from poadesk.printing.annual_plan import build

    plan = plan_of(activities)
    return median_seconds(lambda: build([plan]), runs) / activities
