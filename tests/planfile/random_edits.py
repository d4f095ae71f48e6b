"""Edits of every sort, drawn by Hypothesis and done on whatever rows the plan has by then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from poadesk.plan.calendar import months
from poadesk.plan.fields import Text
from poadesk.plan.model import (
    ROW_CLASSES,
    Activity,
    Deviation,
    Goal,
    GoalComment,
    MonthRecord,
    Objective,
    ObjectiveComment,
    ObjectiveLine,
    Plan,
    Row,
    StrategicLine,
    SwotItem,
    SwotObjective,
    WeekMark,
    declared_fields,
    new_id,
    parent_column,
    rows_under,
)
from poadesk.planfile.changes import Step
from poadesk.planfile.plan_file import PlanFile
from poadesk.planfile.rows import values_of

Edit = Callable[[Step, Plan, int, str], None]

NEEDS_NO_PARTNER = [
    cls
    for cls in ROW_CLASSES
    if cls.PARENT
    and cls not in (ObjectiveLine, SwotObjective, MonthRecord, WeekMark)
    and cls not in (Deviation, GoalComment, ObjectiveComment)
]


@contextmanager
def new_file() -> Iterator[PlanFile]:
    """An open file with a plan that has a row or two of most kinds."""
    with TemporaryDirectory() as folder, PlanFile.create(Path(folder) / "plan.sqlite") as file:
        goals = tuple(Goal(id=f"g{i}", activities=(Activity(id=f"a{i}"),)) for i in range(2))
        with file.step("Empezar") as step:
            step.put_tree(
                Plan(
                    id="p",
                    strategic_lines=(StrategicLine(id="l"),),
                    swot_items=(SwotItem(id="s"),),
                    objectives=(Objective(id="o1", goals=goals), Objective(id="o2")),
                )
            )
        yield file


def all_rows(plan: Plan, *classes: type[Row]) -> list[Row]:
    return [row for _, row in rows_under(plan) if not classes or isinstance(row, classes)]


def pick(rows: list[Row], number: int) -> Row | None:
    return rows[number % len(rows)] if rows else None


def write_text(step: Step, plan: Plan, number: int, text: str) -> None:
    row = pick([plan, *all_rows(plan)], number)
    assert row is not None
    fields = [
        name
        for name, kind in declared_fields(row.TABLE).items()
        if type(kind) is Text and not name.endswith("_id")
    ]
    if fields:
        step.put(row.TABLE, row.id, **{fields[number % len(fields)]: text})


def insert_row(step: Step, plan: Plan, number: int, text: str) -> None:
    cls = NEEDS_NO_PARTNER[number % len(NEEDS_NO_PARTNER)]
    parents = [row for row in [plan, *all_rows(plan)] if row.TABLE == cls.PARENT]
    parent = pick(parents, number)
    if parent is not None:
        step.put_row(cls(id=new_id(), position=number % 5), parent.id)


def move_position(step: Step, plan: Plan, number: int, text: str) -> None:
    row = pick(all_rows(plan), number)
    if row is not None:
        step.put(row.TABLE, row.id, position=number % 7)


def move_to_another_parent(step: Step, plan: Plan, number: int, text: str) -> None:
    row = pick(all_rows(plan, Goal, Activity), number)
    if row is not None:
        parent = pick([r for r in all_rows(plan) if r.TABLE == row.PARENT], number // 3)
        assert parent is not None
        step.put(row.TABLE, row.id, **{parent_column(row.TABLE): parent.id})


def delete_tree(step: Step, plan: Plan, number: int, text: str) -> None:
    row = pick(all_rows(plan), number)
    if row is None:
        return
    gone = {row.id} | {below.id for _, below in rows_under(row)}
    for tie in all_rows(plan, ObjectiveLine, SwotObjective):
        if gone & set(values_of(tie, "").values()):
            step.delete(tie.TABLE, tie.id)
    step.delete_tree(row)


def record_month(step: Step, plan: Plan, number: int, text: str) -> None:
    activity = pick(all_rows(plan, Activity), number)
    if isinstance(activity, Activity):
        month = months("2027-07", 12)[number % 12]
        found = [record.id for record in activity.months if record.month == month]
        step.put(
            "month_record",
            found[0] if found else new_id(),
            activity_id=activity.id,
            month=month,
            planned_thousandths=number,
            done_thousandths=None if number % 2 else 0,
        )


def say_of_execution(step: Step, plan: Plan, number: int, text: str) -> None:
    row = pick(all_rows(plan, Activity, Goal, Objective), number)
    month = months("2027-07", 12)[number % 3]
    match row:
        case Activity():
            found = [said.id for said in row.deviations if said.month == month]
            values = {"cause": text, "corrective_action": str(number)}
            _say(step, Deviation, row, month, found, values)
        case Goal() | Objective():
            cls = GoalComment if isinstance(row, Goal) else ObjectiveComment
            found = [said.id for said in row.comments if said.month == month]
            _say(step, cls, row, month, found, {"text": text})


def _say(
    step: Step, cls: type[Row], over: Row, month: str, found: list[str], values: dict[str, str]
) -> None:
    row_id = found[0] if found else new_id()
    step.put(cls.TABLE, row_id, **{parent_column(cls.TABLE): over.id}, month=month, **values)


def change_limits(step: Step, plan: Plan, number: int, text: str) -> None:
    step.put(
        "plan",
        plan.id,
        red_below_hundredths=number % 100_001,
        recording_months=number % 13,
        recorded_months="planned" if number % 2 else "all",
    )


def link_rows(step: Step, plan: Plan, number: int, text: str) -> None:
    objective = pick(all_rows(plan, Objective), number)
    line = pick(all_rows(plan, StrategicLine), number)
    if isinstance(objective, Objective) and line is not None:
        tied = {tie.strategic_line_id for tie in objective.lines}
        if line.id not in tied:
            step.put_row(ObjectiveLine(id=new_id(), strategic_line_id=line.id), objective.id)


def change_logo(step: Step, plan: Plan, number: int, text: str) -> None:
    step.put("plan", plan.id, logo=number.to_bytes(8, "big") + b"\x00\xff" if number % 3 else None)


EDITS: tuple[Edit, ...] = (
    write_text,
    insert_row,
    move_position,
    move_to_another_parent,
    delete_tree,
    record_month,
    say_of_execution,
    link_rows,
    change_logo,
    change_limits,
)

hostile_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
actions = st.lists(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 10**6), hostile_text), min_size=1, max_size=3
)


def do(file: PlanFile, action: list[tuple[Edit, int, str]]) -> None:
    """Do the edits of one action as one step."""
    with file.step("Cambiar") as step:
        for edit, number, text in action:
            edit(step, file.read()[0], number, text)
