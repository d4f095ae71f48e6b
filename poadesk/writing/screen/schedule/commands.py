"""What a person does in the cronograma, each as one step with a label to undo it by."""

from __future__ import annotations

from collections.abc import Sequence

from poadesk.plan.fields import show_quantity
from poadesk.plan.model import Activity, Plan
from poadesk.plan.schedule import MARK, planned
from poadesk.planfile.journal import Step
from poadesk.widgets.open_plan import OpenPlan
from poadesk.writing import schedule_edits
from poadesk.writing.screen.schedule.columns import Cell


def toggle(open_plan: OpenPlan, cells: Sequence[Cell]) -> None:
    """Mark the cells that are empty; if none is, clear them unless a quantity would be lost."""
    empty = [cell for cell in cells if not is_marked(open_plan, cell)]
    if empty:
        _mark(open_plan, empty)
    elif not any(_holds_quantity(open_plan, cell) for cell in cells):
        clear(open_plan, cells)


def clear(open_plan: OpenPlan, cells: Sequence[Cell]) -> None:
    """Clear the cells that are marked."""
    marked = [cell for cell in cells if is_marked(open_plan, cell)]
    if not marked:
        return

    def clear_them(step: Step, plan: Plan) -> None:
        for activity, month, weeks in _by_month(open_plan, marked):
            if weeks:
                schedule_edits.mark_weeks(step, activity, month, weeks, False)
            else:
                schedule_edits.plan_month(step, activity, month, None)

    open_plan.act(_label(open_plan, "Vaciar", "de", marked), clear_them)


def write(open_plan: OpenPlan, cell: Cell, thousandths: int | None) -> bool:
    """Write a quantity (thousandths) in a month; None or 0 clears it. Say whether it was saved."""
    if not thousandths:
        label = _label(open_plan, "Vaciar", "de", [cell])
    else:
        place = f"{cell.words} de {_number(open_plan, cell)}"
        label = f"Escribir {show_quantity(thousandths)} en {place}"

    def write_it(step: Step, plan: Plan) -> bool:
        schedule_edits.plan_month(step, _activity(open_plan, cell), cell.month, thousandths)
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
    return planned(_activity(open_plan, cell)).get(cell.month, 0)


def is_marked(open_plan: OpenPlan, cell: Cell) -> bool:
    """Say whether the month, or the week, is marked."""
    if cell.week:
        return cell.week in schedule_edits.weeks_marked(_activity(open_plan, cell), cell.month)
    return bool(quantity(open_plan, cell))


def _mark(open_plan: OpenPlan, cells: Sequence[Cell]) -> None:
    def mark_them(step: Step, plan: Plan) -> None:
        for activity, month, weeks in _by_month(open_plan, cells):
            if weeks:
                schedule_edits.mark_weeks(step, activity, month, weeks, True)
            else:
                schedule_edits.plan_month(step, activity, month, MARK)

    open_plan.act(_label(open_plan, "Marcar", "en", cells), mark_them)


def _holds_quantity(open_plan: OpenPlan, cell: Cell) -> bool:
    """Say whether clearing a cell would clear a typed quantity, which its last week carries."""
    weeks = schedule_edits.weeks_marked(_activity(open_plan, cell), cell.month)
    alone = not cell.week or weeks == (cell.week,)
    return alone and quantity(open_plan, cell) != MARK


def _by_month(
    open_plan: OpenPlan, cells: Sequence[Cell]
) -> list[tuple[Activity, str, tuple[int, ...]]]:
    """Return (activity, month, weeks) once per month: no weeks where months are not divided."""
    weeks: dict[tuple[str, str], list[int]] = {}
    for cell in cells:
        of_month = weeks.setdefault((cell.activity_id, cell.month), [])
        if cell.week:
            of_month.append(cell.week)
    return [
        (_activity(open_plan, Cell(activity_id, month)), month, tuple(found))
        for (activity_id, month), found in weeks.items()
    ]


def _activity(open_plan: OpenPlan, cell: Cell) -> Activity:
    activity = open_plan.row(cell.activity_id)
    assert isinstance(activity, Activity)
    return activity


def _number(open_plan: OpenPlan, cell: Cell) -> str:
    return " ".join(open_plan.number(cell.activity_id).split())


def _label(open_plan: OpenPlan, verb: str, joint: str, cells: Sequence[Cell]) -> str:
    """Name what is done: `Marcar marzo en 2.2.1`, `Vaciar 3 meses de 2.2.1`."""
    activities = list(dict.fromkeys(cell.activity_id for cell in cells))
    word = "semanas" if cells[0].week else "meses"
    what = cells[0].words if len(cells) == 1 else f"{len(cells)} {word}"
    one = len(activities) == 1
    where = _number(open_plan, cells[0]) if one else f"{len(activities)} actividades"
    return f"{verb} {what} {joint} {where}"
