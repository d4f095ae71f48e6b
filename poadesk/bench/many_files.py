"""The files of many units, made quickly: the program writes one, and the others are copies of it.

Each copy gets ids of its own, scattered as those of real plans are, and its own names, figures and
words: equal pages would be easier to write than real ones.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from poadesk.bench.growth import plan_of
from poadesk.plan.calendar import months
from poadesk.plan.model import (
    ROW_CLASSES,
    Activity,
    Goal,
    MonthRecord,
    Objective,
    ObjectiveLine,
    Plan,
    StrategicLine,
    parent_column,
)
from poadesk.planfile.plan_file import PlanFile

LINES, RECORDED_MONTHS = 6, 6
_TIES = {"objective_line": ("strategic_line_id",)}


def hand_over(folder: Path, units: int, activities: int) -> None:
    """Write the files of so many units, with so many activities together, into a new folder."""
    folder.mkdir()
    least, more = divmod(activities, units)
    sizes = [least + (number < more) for number in range(units)]
    models = {size: _model(folder.parent / f"model-{size}.sqlite", size) for size in set(sizes)}
    for number, size in enumerate(sizes):
        path = folder / f"unit {number:04d}.sqlite"
        shutil.copyfile(models[size], path)
        _give_own_rows(path, number)


def _model(path: Path, activities: int) -> Path:
    with PlanFile.create(path) as file, file.whole_plans() as plans:
        plans.write(_followed_up(plan_of(activities)))
    return path


def _followed_up(plan: Plan) -> Plan:
    """Return a plan with strategic lines, money, and what was done in half a year."""
    lines = tuple(
        StrategicLine(id=f"line-{at}", position=at, code=str(at + 1), name=_NAMES[at])
        for at in range(LINES)
    )
    objectives = tuple(_objective(one, at) for at, one in enumerate(plan.objectives))
    return replace(
        plan,
        entity="Municipalidad de prueba",
        currency="$",
        strategic_lines=lines,
        objectives=objectives,
    )


def _objective(objective: Objective, at: int) -> Objective:
    tie = ObjectiveLine(id=f"tie-{at}", strategic_line_id=f"line-{at % LINES}")
    goals = tuple(_goal(goal) for goal in objective.goals)
    return replace(objective, goals=goals, lines=(tie,))


def _goal(goal: Goal) -> Goal:
    return replace(goal, activities=tuple(map(_activity, goal.activities)))


def _activity(activity: Activity) -> Activity:
    number = activity.position
    records = tuple(_record(number, at, month) for at, month in enumerate(months("2027-01", 12)))
    text = f"{activity.text}, mesa número {number}"
    return replace(activity, text=text, aggregation="annual", months=records)


def _record(number: int, at: int, month: str) -> MonthRecord:
    planned, recorded = 1 + (number + at) % 40, at < RECORDED_MONTHS
    return MonthRecord(
        id=f"{month} of {number}",
        month=month,
        planned_thousandths=planned * 1000,
        done_thousandths=(planned + number % 7 - 3) % 60 * 1000 if recorded else None,
        budget_cents=planned * 12_345,
        spent_cents=planned * (11_000 + number % 3_000) if recorded else None,
    )


def _give_own_rows(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = OFF")
        file.create_function("renamed", 1, partial(_renamed, number), deterministic=True)
        for cls in ROW_CLASSES:
            names = ("id", parent_column(cls.TABLE), *_TIES.get(cls.TABLE, ()))
            changed = ", ".join(f"{name} = renamed({name})" for name in names if name)
            file.execute(f"UPDATE {cls.TABLE} SET {changed}")
        file.execute("UPDATE plan SET unit = ?", [f"Unidad {number:04d}"])
        file.execute("UPDATE activity SET text = text || ', unidad ' || ?", [number])
        file.execute("UPDATE month_record SET budget_cents = budget_cents + ?", [number])


def _renamed(number: int, row_id: str) -> str:
    """Return an id as long and as random as a real one, the same in each run."""
    letters = hashlib.md5(f"{number} {row_id}".encode(), usedforsecurity=False).hexdigest()
    parts = (letters[:8], letters[8:12], letters[12:16], letters[16:20], letters[20:])
    return "-".join(parts)


_NAMES = (
    "Servicios municipales oportunos",
    "Territorio seguro y ordenado",
    "Desarrollo económico local",
    "Personas y familias atendidas",
    "Ambiente limpio",
    "Finanzas sanas y administración transparente",
)
