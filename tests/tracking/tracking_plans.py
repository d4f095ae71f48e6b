"""Small plans with months that were planned, done and paid, and the file that holds one."""

from pathlib import Path

from poadesk.plan import calendar
from poadesk.plan.model import Activity, Goal, MonthRecord, Objective, Plan, find
from poadesk.planfile.plan_file import PlanFile

YEAR = calendar.months("2027-01", 12)


def activity(name: str, planned: str = "", done: str = "", **fields: object) -> Activity:
    """An activity with twelve words of planned and done amounts; `-` is nothing known.

    `budget` and `spent` are words of whole amounts of money.
    """
    budget, spent = (str(fields.pop(one, "")) for one in ("budget", "spent"))
    columns = [
        _amounts(words, scale)
        for words, scale in ((planned, 1000), (done, 1000), (budget, 100), (spent, 100))
    ]
    months = tuple(
        MonthRecord(
            id=f"{name}-{month}",
            month=month,
            planned_thousandths=columns[0].get(at),
            done_thousandths=columns[1].get(at),
            budget_cents=columns[2].get(at),
            spent_cents=columns[3].get(at),
        )
        for at, month in enumerate(YEAR)
        if any(at in column for column in columns)
    )
    fields.setdefault("unit_of_measure", "visita")
    return Activity(id=name, text=fields.pop("text", f"Trabajo {name}"), months=months, **fields)


def plan_of(*activities: Activity, **fields: object) -> Plan:
    """A plan with one objective and one goal; only planned months need a record."""
    goal = Goal(id="goal", text="Atender quinientas solicitudes", activities=activities)
    objective = Objective(id="objective", text="Atender sin demora", goals=(goal,))
    fields.setdefault("recorded_months", "planned")
    fields.setdefault("id", "plan")
    return Plan(unit="Atención", objectives=(objective,), **fields)


def file_with(folder: Path, *plans: Plan) -> PlanFile:
    """A new plan file that holds plans."""
    file = PlanFile.create(folder / "plan.poa")
    file.begin_with(plans)
    return file


def read(file: PlanFile, name: str) -> Activity:
    """The activity as it is in the file."""
    row = next(found for plan in file.read() if (found := find(plan, name)) is not None)
    assert isinstance(row, Activity)
    return row


def amounts(row: Activity, field: str) -> dict[int, int]:
    """{month number: amount} of what is recorded in a column of an activity."""
    found = ((int(one.month[5:]), getattr(one, field)) for one in row.months)
    return {month: value for month, value in found if value is not None}


def _amounts(words: str, scale: int) -> dict[int, int]:
    pairs = enumerate(words.split())
    return {at: round(float(word) * scale) for at, word in pairs if word != "-"}
