"""Small plans with months and weeks, and the file that holds one."""

from pathlib import Path

from poadesk.plan import calendar
from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan, WeekMark, find
from poadesk.planfile.plan_file import PlanFile


def activity(name: str, months: dict[str, int] | None = None, **fields: object) -> Activity:
    """An activity with {month: planned thousandths}; `weeks` is a list of (month, week)."""
    weeks = fields.pop("weeks", [])
    return Activity(
        id=name,
        text=fields.pop("text", f"Trabajo {name}"),
        months=tuple(
            MonthRecord(id=f"{name}-{month}", month=month, planned_thousandths=value)
            for month, value in (months or {}).items()
        ),
        weeks=tuple(WeekMark(id=f"{name}-{m}-{w}", month=m, week=w) for m, w in weeks),
        **fields,
    )


def plan_of(*activities: Activity, **fields: object) -> Plan:
    """A plan with one objective, one goal and these activities."""
    goal = Goal(id="goal", text="Atender quinientas solicitudes", activities=activities)
    objective = Objective(id="objective", text="Atender sin demora", goals=(goal,))
    return Plan(id="plan", unit="Atención", objectives=(objective,), **fields)


def file_with(folder: Path, plan: Plan) -> PlanFile:
    """A new plan file that holds a plan."""
    file = PlanFile.create(folder / "plan.poa")
    with file.step("Empezar") as step:
        step.put_tree(plan)
    return file


def read(file: PlanFile, name: str) -> Activity:
    """The activity as it is in the file."""
    row = find(file.read()[0], name)
    assert isinstance(row, Activity)
    return row


def months_of(row: Activity) -> dict[str, int | None]:
    """{month: planned thousandths} of every record of an activity."""
    return {record.month: record.planned_thousandths for record in row.months}


def weeks_of(row: Activity) -> list[tuple[str, int]]:
    """(month, week) of every mark of an activity."""
    return [(mark.month, mark.week) for mark in row.weeks]


def whole_year(first_month: str, thousandths: int) -> dict[str, int]:
    """The same quantity in each of twelve months."""
    return dict.fromkeys(calendar.months(first_month, 12), thousandths)
