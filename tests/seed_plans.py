"""The published documents of `shared/seeds` as plans, for tests that print and count them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan, new_id

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
_AGGREGATIONS = {
    "Acumulado Anual": "annual",
    "Acumulado Mensual": "monthly",
    "No Acumulado": "none",
}
_PRIORITIES = {"Muy Alta": "very_high", "Alta": "high", "Media": "medium", "Baja": "low"}
Amount = int | float | None


def seed(name: str) -> dict[str, Any]:
    """Read a published document; the test is skipped where the seeds are absent."""
    path = SEEDS / f"{name}.json"
    if not path.is_file():
        pytest.skip(f"{path.name} is not on this machine")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def sat_lima_plans() -> list[Plan]:
    """The execution of the SAT of Lima to June 2022: a plan for each of its units."""
    by_unit: dict[str, list[Activity]] = {}
    for told in seed("poi_sat_lima_2022")["activities"]:
        by_unit.setdefault(told["unidad_organica"], []).append(_sat_activity(told))
    return [
        _plan(unit, "2022-01", [_objective("", "", [_goal("", "", some)])])
        for unit, some in by_unit.items()
    ]


def la_victoria_plan() -> Plan:
    """The first half of 2023 of La Victoria.

    Where the scan lost the months but not their sum, the sum stands in January. Every activity
    plans something later in the year, or those without programming would not be reported.
    """
    told = seed("seguimiento_la_victoria_2023")
    objectives = []
    for objective in told["oei"]:
        goals = [
            _goal(goal["code"], goal["name"], _of_goal(told["ao"], goal["code"]))
            for goal in told["aei"]
            if goal["oei"] == objective["code"]
        ]
        objectives.append(_objective(objective["code"], objective["name"], goals))
    return _plan("Municipalidad", "2023-01", objectives)


def cajamarca_plans() -> list[Plan]:
    """The evaluation of Cajamarca: a plan for each area, with one month that holds its year."""
    told = seed("evaluacion_cajamarca")
    names = {objective["code"]: objective["name"] for objective in told["part2_oei"]}
    by_area: dict[str, dict[str, list[Goal]]] = {}
    for goal in told["part1_aei"]:
        for area in goal["areas"]:
            months = _months(2022, planned=[area["prog"]], done=[area["ejec"]])
            activity = Activity(id=new_id(), text=goal["name"], months=months)
            goals = by_area.setdefault(area["area"], {}).setdefault(goal["oei"], [])
            goals.append(_goal(goal["code"], goal["name"], [activity]))
    return [
        _plan(area, "2022-01", [_objective(code, names[code], some) for code, some in its.items()])
        for area, its in by_area.items()
    ]


def _sat_activity(told: dict[str, Any]) -> Activity:
    return Activity(
        id=new_id(),
        text=told["actividad_poi"],
        category=told["actividad_mef"],
        unit_of_measure=told["unidad_medida"],
        months=_months(2022, planned=told["programado"], done=told["ejecutado"][:6]),
    )


def _of_goal(told: Iterable[dict[str, Any]], goal: str) -> list[Activity]:
    return [_tracked(activity) for activity in told if activity["aei"] == goal]


def _tracked(told: dict[str, Any]) -> Activity:
    physical, money = told["fisico"], told["financiero"]
    later = MonthRecord(id=new_id(), position=6, month="2023-07", planned_thousandths=1000)
    months = _months(
        2023,
        planned=physical["prog"],
        done=_known(physical["ejec"], physical["ejec_acum"]),
        budget=_known(money["prog"], money["prog_acum"]),
        spent=_known(money["ejec"], money["ejec_acum"]),
    )
    return Activity(
        id=new_id(),
        code=told["code"],
        text=told["name"],
        cost_centre=told["centro_costo"] or "",
        priority=_PRIORITIES.get(told["prioridad"], ""),
        unit_of_measure=told["unidad_medida"] or "",
        aggregation=_AGGREGATIONS[told["tipo_agregacion"]],
        months=(*months, later),
    )


def _known(months: Sequence[Amount] | None, accumulated: Amount) -> Sequence[Amount]:
    if months is None and accumulated is not None:
        return [accumulated, 0, 0, 0, 0, 0]
    return months or []


def _months(year: int, **amounts: Sequence[Amount]) -> tuple[MonthRecord, ...]:
    scales = {
        "planned": ("planned_thousandths", 1000),
        "done": ("done_thousandths", 1000),
        "budget": ("budget_cents", 100),
        "spent": ("spent_cents", 100),
    }
    records = []
    for at in range(max(map(len, amounts.values()))):
        own = {
            scales[name][0]: round(some[at] * scales[name][1])
            for name, some in amounts.items()
            if at < len(some) and some[at] is not None
        }
        records.append(MonthRecord(id=new_id(), position=at, month=f"{year}-{at + 1:02d}", **own))
    return tuple(records)


def _goal(code: str, text: str, activities: Iterable[Activity]) -> Goal:
    return Goal(id=new_id(), code=code, text=text, activities=tuple(activities))


def _objective(code: str, text: str, goals: Iterable[Goal]) -> Objective:
    return Objective(id=new_id(), code=code, text=text, goals=tuple(goals))


def _plan(unit: str, first_month: str, objectives: Iterable[Objective]) -> Plan:
    return Plan(
        id=new_id(),
        profile="poi",
        title="Plan Operativo Institucional",
        currency="S/",
        unit=unit,
        first_month=first_month,
        objectives=tuple(objectives),
    )
