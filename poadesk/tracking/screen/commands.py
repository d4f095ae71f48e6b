"""What a person does in the tracking grid, each as one step with a label to undo it by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from poadesk.plan import calendar
from poadesk.plan.model import Activity, Plan
from poadesk.plan.reports.records import records_of
from poadesk.planfile.journal import Step
from poadesk.tracking import edits
from poadesk.tracking.edits import BUDGET, DONE, Wanted
from poadesk.tracking.screen.block import Block
from poadesk.tracking.screen.rows import Kind, Place, TrackingRow
from poadesk.tracking.screen.words import FIELD_WORDS, amount_words
from poadesk.widgets.open_plan import OpenPlan


def put(open_plan: OpenPlan, field: str, wanted: Wanted, words: str) -> bool:
    """Record what differs from the plan, as one step; say whether anything was changed.

    `words` names the step and has a gap for the cells: `Registrar 0 en {}`.
    """
    activities = {name: _activity(open_plan, name) for name in wanted}
    differing = {
        name: part
        for name, recording in wanted.items()
        if (part := edits.changed(activities[name], field, recording))
    }
    if not differing:
        return False

    def put_it(step: Step, plan: Plan) -> bool:
        edits.record_months(step, activities, field, differing)
        return True

    label = words.format(cells_named(open_plan, differing))
    return open_plan.act(label, put_it) is True


def write(open_plan: OpenPlan, place: Place, value: int | None) -> bool:
    """Record one amount (None: nothing is known); say whether it is in the file now."""
    activity = _activity(open_plan, place.activity_id)
    recording = {place.month: value}
    if not edits.changed(activity, place.field, recording):
        return True
    words = f"{_verb(place.field, value)} en {{}}"
    return put(open_plan, place.field, {place.activity_id: recording}, words)


def fill(open_plan: OpenPlan, block: Block, value: int | None) -> None:
    """Give every chosen cell the same amount; None leaves them not recorded."""
    words = f"{_verb(block.field, value)} en {{}}"
    put(open_plan, block.field, block.everywhere(value), words)


def record_as_planned(
    open_plan: OpenPlan,
    rows: Iterable[TrackingRow],
    months: Collection[str],
    kind: Kind,
    only_needed: bool,
) -> bool:
    """Record what was planned where nothing is recorded up to the cut-off, as one step.

    With `only_needed` just the months that need a record. Say whether anything was recorded.
    """
    wanted: Wanted = {}
    for row in rows:
        if row.activity is not None:
            among = row.missing(kind) if only_needed else row.scope.period.months
            months_of_row = [month for month in among if month in months]
            wanted[row.id] = edits.as_planned(row.activity, months_of_row, kind.lower)
    source = "como se programó" if kind.lower == DONE else "como se presupuestó"
    return put(open_plan, kind.lower, wanted, f"Registrar {source} {{}}")


def count_missing(rows: Iterable[TrackingRow], kind: Kind, months: Collection[str]) -> int:
    """Count the cells of these months that need a record and have none."""
    activities = (row for row in rows if row.activity is not None)
    return sum(1 for row in activities for month in row.missing(kind) if month in months)


def cells_named(open_plan: OpenPlan, wanted: Wanted) -> str:
    """Name the cells of a step: `marzo de 2.2.1`, `marzo de 12 actividades`."""
    months = sorted({month for recording in wanted.values() for month in recording})
    if len(months) == 1:
        return f"{calendar.name(months[0])} de {rows_named(open_plan, list(wanted))}"
    return f"{len(months)} meses de {rows_named(open_plan, list(wanted))}"


def rows_named(open_plan: OpenPlan, ids: Sequence[str]) -> str:
    """Name an activity by its number, or count several: `2.2.1`, `3 actividades`."""
    if len(ids) == 1:
        return " ".join(open_plan.number(ids[0]).split())
    return open_plan.words.noun("activity").counted(len(ids))


def amount_at(open_plan: OpenPlan, place: Place) -> int | None:
    """Return what is recorded at a place now."""
    records = records_of(_activity(open_plan, place.activity_id))
    return edits.amounts(records, place.field).get(place.month)


def _verb(field: str, value: int | None) -> str:
    if value is None:
        return "Quitar el presupuesto" if field == BUDGET else f"Borrar lo {_participle(field)}"
    return f"Registrar {FIELD_WORDS[field]} {amount_words(value, field)}"


def _participle(field: str) -> str:
    return "hecho" if field == DONE else "gastado"


def _activity(open_plan: OpenPlan, activity_id: str) -> Activity:
    activity = open_plan.row(activity_id)
    assert isinstance(activity, Activity)
    return activity
