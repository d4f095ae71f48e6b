"""What a person does in the cronograma, each as one step with a label to undo it by."""

from __future__ import annotations

from collections.abc import Iterable

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Activity, Plan
from poadesk.plan.schedule import MARK, planned
from poadesk.planfile.journal import Step
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import schedule_edits
from poadesk.writing.fills import Filling, cleared
from poadesk.writing.screen.schedule.block import Block, Wanted, typed_among
from poadesk.writing.screen.schedule.columns import Cell, Columns


def toggle(open_plan: OpenPlan, block: Block) -> None:
    """Mark the cells that are empty; if none is, clear them unless a quantity would be lost."""
    span, columns = block.span, block.columns
    empty = {
        row.id: {column: MARK for column in span if column not in row.values} for row in block.rows
    }
    if any(empty.values()):
        paint(open_plan, columns, empty)
    elif not any(typed_among(row, columns, set(span)) for row in block.rows):
        clear(open_plan, block)


def clear(open_plan: OpenPlan, block: Block, verb: str = "Vaciar") -> None:
    """Clear the cells that are marked."""
    wanted = changed(open_plan, block.columns, block.everywhere(cleared(block.span)))
    label = label_of(open_plan, block.columns, f"{verb} {{}} de {{}}", wanted)
    put(open_plan, block.columns, wanted, label)


def paint(open_plan: OpenPlan, columns: Columns, wanted: Wanted) -> None:
    """Mark cells, or clear them, as a stroke does: all alike."""
    wanted = changed(open_plan, columns, wanted)
    marks = any(value for filling in wanted.values() for value in filling.values())
    words = "Marcar {} en {}" if marks else "Vaciar {} de {}"
    put(open_plan, columns, wanted, label_of(open_plan, columns, words, wanted))


def put(open_plan: OpenPlan, columns: Columns, wanted: Wanted, label: str) -> bool:
    """Give cells what is wanted, as one step; say whether anything was changed."""
    wanted = changed(open_plan, columns, wanted)
    if not wanted:
        return False

    def put_it(step: Step, plan: Plan) -> bool:
        for activity_id, filling in wanted.items():
            write_row = _put_weeks if columns.by_week else _put_months
            write_row(step, _activity(open_plan, activity_id), columns, filling)
        return True

    return open_plan.act(label, put_it) is True


def changed(open_plan: OpenPlan, columns: Columns, wanted: Wanted) -> Wanted:
    """Return the part of what is wanted that differs from what the plan has."""
    result = {}
    for activity_id, filling in wanted.items():
        present = columns.values(_activity(open_plan, activity_id))
        differing = {at: value for at, value in filling.items() if present.get(at, 0) != value}
        if differing:
            result[activity_id] = differing
    return result


def write(open_plan: OpenPlan, cell: Cell, thousandths: int | None) -> bool:
    """Write a quantity (thousandths) in a month; None or 0 clears it. Say whether it was saved."""
    place = f"{cell.words} de {number_of(open_plan, cell.activity_id)}"
    label = f"Escribir {show_quantity(thousandths)} en {place}"
    if not thousandths:
        label = f"Vaciar {place}"

    def write_it(step: Step, plan: Plan) -> bool:
        activity = _activity(open_plan, cell.activity_id)
        schedule_edits.plan_month(step, activity, cell.month, thousandths)
        return True

    return open_plan.act(label, write_it) is True


def keep_by(open_plan: OpenPlan, schedule_step: str) -> None:
    """Keep the cronograma by `month` or `week`."""
    words = "semanas" if schedule_step == "week" else "meses"
    open_plan.act(
        f"Llevar el cronograma por {words}",
        lambda step, plan: schedule_edits.keep_by(step, plan, schedule_step),
    )


def quantity(open_plan: OpenPlan, cell: Cell) -> int:
    """Return the thousandths planned in the month of a cell."""
    return planned(_activity(open_plan, cell.activity_id)).get(cell.month, 0)


def number_of(open_plan: OpenPlan, activity_id: str) -> str:
    """Return the number of an activity in one line."""
    return " ".join(open_plan.number(activity_id).split())


def activities_named(open_plan: OpenPlan, ids: Iterable[str]) -> str:
    """Name an activity by its number, or count several: `2.2.1`, `3 actividades`."""
    named = list(ids)
    if len(named) == 1:
        return number_of(open_plan, named[0])
    return open_plan.words.noun("activity").counted(len(named))


def label_of(open_plan: OpenPlan, columns: Columns, words: str, wanted: Wanted) -> str:
    """Name a step by its cells: `Marcar marzo en 2.2.1`, `Vaciar 3 meses de 2 actividades`.

    `words` has two gaps: for the cells and for the activities.
    """
    cells = [columns.cell(name, at) for name, filling in wanted.items() for at in filling]
    if not cells:
        return ""
    several = f"{len(cells)} {'semanas' if columns.by_week else 'meses'}"
    what = cells[0].words if len(cells) == 1 else several
    return words.format(what, activities_named(open_plan, wanted))


def _put_months(step: Step, activity: Activity, columns: Columns, filling: Filling) -> None:
    for column, value in filling.items():
        schedule_edits.plan_month(step, activity, columns.month(column), value)


def _put_weeks(step: Step, activity: Activity, columns: Columns, filling: Filling) -> None:
    for month in dict.fromkeys(columns.month(column) for column in filling):
        weeks = set(schedule_edits.weeks_marked(activity, month))
        for column, value in filling.items():
            if columns.month(column) == month:
                (weeks.add if value else weeks.discard)(columns.week(column))
        schedule_edits.set_weeks(step, activity, month, weeks)


def _activity(open_plan: OpenPlan, activity_id: str) -> Activity:
    activity = open_plan.row(activity_id)
    assert isinstance(activity, Activity)
    return activity
