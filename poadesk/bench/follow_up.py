"""The three reports: how they grow with activities, and the tracking paper beside an office."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.office import convert
from poadesk.bench.timing import (
    Measured,
    SkippedError,
    alternating,
    at_most,
    median_seconds,
    seconds,
    within,
)
from poadesk.plan.calendar import months
from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan
from poadesk.plan.reports.kinds import EVALUATION, EXECUTION, TRACKING, Report, report_of
from poadesk.plan.reports.report_json import report_json

UNITS, FEW, MANY = 43, 288, 10_000
RUNS_OF_FEW, RUNS_OF_MANY, RUNS = 9, 3, 3
UNTIL, TODAY = "2027-06", date(2027, 7, 31)
SECONDS_OF_THE_PAPER = 1.5


def measure_growth() -> Measured:
    """Measure the figures of all three reports with their JSON, per activity."""
    few = _seconds_for_each(FEW, RUNS_OF_FEW)
    many = _seconds_for_each(MANY, RUNS_OF_MANY)
    return at_most(f"three reports of an activity, of {MANY:,} against of {FEW}", few, many, 1.3)


def measure_paper_growth() -> Measured:
    """Measure the tracking report as a PDF, per activity."""
    few = median_seconds(lambda: _paper(plans_of(FEW)), 3) / FEW
    many = seconds(lambda: _paper(plans_of(MANY))) / MANY
    return at_most(f"tracking paper of an activity, of {MANY:,} against of {FEW}", few, many, 1.3)


def measure_paper() -> Measured:
    """Measure the tracking paper of 288 activities, beside LibreOffice and an equal sheet."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SkippedError("LibreOffice is not installed")
    from poadesk.printing.report_workbook import build_report_workbook

    plans = plans_of(FEW)
    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "report.xlsx"
        sheet.write_bytes(build_report_workbook(_report(TRACKING, plans), plans))
        theirs, ours = alternating(
            lambda: seconds(lambda: convert(office, sheet)),
            lambda: seconds(lambda: _paper(plans)),
            RUNS,
        )
    title = f"the tracking report of {FEW} activities as PDF, against LibreOffice"
    return within(title, theirs, ours, SECONDS_OF_THE_PAPER)


def plans_of(activities: int) -> list[Plan]:
    """Return the plans of 43 units with so many activities, half a year recorded."""
    return [_plan(unit, range(unit, activities, UNITS)) for unit in range(UNITS)]


def _plan(unit: int, numbers: range) -> Plan:
    activities = tuple(_activity(number) for number in numbers)
    goal = Goal(
        id=f"goal-{unit}",
        code=f"AEI.{unit % 6 + 1:02d}.01",
        text=f"Servicio oportuno número {unit % 6 + 1} para la población del distrito",
        activities=activities,
    )
    objective = Objective(
        id=f"objective-{unit}",
        code=f"OEI.{unit % 6 + 1:02d}",
        text=f"Mejorar el servicio número {unit % 6 + 1} que recibe la población",
        goals=(goal,),
    )
    return Plan(
        id=f"plan-{unit}",
        profile="poi",
        entity="Municipalidad de prueba",
        unit=f"Subgerencia número {unit + 1}",
        objectives=(objective,),
    )


def _activity(number: int) -> Activity:
    return Activity(
        id=f"activity-{number}",
        code=f"AOI{number:011d}",
        text=f"Atención y registro de las solicitudes de la mesa número {number}",
        unit_of_measure="solicitud",
        cost_centre="Gerencia de servicios",
        aggregation=("annual", "monthly", "none")[number % 3],
        months=tuple(_record(number, at, month) for at, month in enumerate(months("2027-01", 12))),
    )


def _record(number: int, at: int, month: str) -> MonthRecord:
    planned, recorded = 1 + (number + at) % 40, at < 6
    return MonthRecord(
        id=f"{month} of {number}",
        month=month,
        planned_thousandths=planned * 1000,
        done_thousandths=(planned + number % 7 - 3) % 60 * 1000 if recorded else None,
        budget_cents=planned * 12_345,
        spent_cents=planned * (11_000 + number % 3_000) if recorded else None,
    )


def _report(kind: str, plans: list[Plan]) -> Report:
    return report_of(kind, plans, UNTIL, TODAY)


def _paper(plans: list[Plan]) -> bytes:
    from poadesk.printing.report_paper import build_report

    return build_report(_report(TRACKING, plans), plans)


def _seconds_for_each(activities: int, runs: int) -> float:
    plans = plans_of(activities)

    def three() -> None:
        for kind in (EXECUTION, TRACKING, EVALUATION):
            report_json(_report(kind, plans))

    return median_seconds(three, runs) / activities
