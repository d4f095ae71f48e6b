"""How the time of the institution's documents grows with its units: seconds for each activity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from poadesk.bench.growth import plan_of
from poadesk.bench.timing import Measured, at_most, median_seconds
from poadesk.plan.model import Plan

OF_A_UNIT = 90  # activities
FEW, MANY = 2, 50  # units
RUNS_OF_FEW, RUNS_OF_MANY = 5, 1


def measure_paper() -> Measured:
    """Measure the consolidated plan on paper, unit by unit."""
    from poadesk.printing.consolidated.options import CONSOLIDATED
    from poadesk.printing.consolidated.paper import build_paper

    return _measured("the consolidated plan", lambda plans: build_paper(CONSOLIDATED, plans))


def measure_workbook() -> Measured:
    """Measure the consolidated plan as a workbook."""
    from poadesk.printing.consolidated.options import CONSOLIDATED
    from poadesk.printing.consolidated.workbook import build_workbook

    return _measured("the consolidated workbook", lambda plans: build_workbook(CONSOLIDATED, plans))


def _measured(name: str, build: Callable[[tuple[Plan, ...]], bytes]) -> Measured:
    few, many = office(FEW), office(MANY)
    seconds_of_few = median_seconds(lambda: build(few), RUNS_OF_FEW) / FEW
    seconds_of_many = median_seconds(lambda: build(many), RUNS_OF_MANY) / MANY
    words = f"{name}, a unit of {MANY} against of {FEW}"
    return at_most(words, seconds_of_few, seconds_of_many, 1.2)


def office(units: int) -> tuple[Plan, ...]:
    """Return the plans of so many units, the same in each run; they share their rows."""
    plan = plan_of(OF_A_UNIT)
    return tuple(replace(plan, id=f"plan-{at}", unit=f"Unidad {at:03d}") for at in range(units))
