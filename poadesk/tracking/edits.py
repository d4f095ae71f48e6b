"""Changes to what was done and spent, to the causes of delays and to the settings of follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from poadesk.plan.model import Activity, Deviation, MonthRecord, Plan, new_id
from poadesk.plan.reports.records import Records, records_of
from poadesk.planfile.journal import Step

DONE, BUDGET, SPENT = "done", "budget", "spent"
# Column of a month's record in which each of them is kept.
COLUMNS = {DONE: "done_thousandths", BUDGET: "budget_cents", SPENT: "spent_cents"}
CAUSE, CORRECTIVE_ACTION = "cause", "corrective_action"

# {month: thousandths or cents}; None is "not recorded".
Recording = dict[str, int | None]
# {activity id: what is recorded in its months}
Wanted = dict[str, Recording]


def record_month(step: Step, activity: Activity, month: str, field: str, value: int | None) -> None:
    """Write what was done (thousandths), budgeted or spent (cents) in a month.

    0 is "nothing"; None is "not recorded", and with the last amount the month's record goes too.
    """
    written: dict[str, Any] = {COLUMNS[field]: value}
    record = next((record for record in activity.months if record.month == month), None)
    if record is None:
        if value is not None:
            new = MonthRecord(id=new_id(), month=month, **written)
            step.put_row(new, activity.id)
    elif value is None and _is_empty(replace(record, **written)):
        step.delete("month_record", record.id)
    else:
        step.put("month_record", record.id, **written)


def record_months(
    step: Step, activities: Mapping[str, Activity], field: str, wanted: Wanted
) -> None:
    """Write one amount in many months of many activities."""
    for activity_id, recording in wanted.items():
        for month, value in recording.items():
            record_month(step, activities[activity_id], month, field, value)


def as_planned(activity: Activity, months: Iterable[str], field: str) -> Recording:
    """Return what to record where nothing is: done as planned, or spent as budgeted.

    A month without planning gets 0; one without a budget is left alone.
    """
    records = records_of(activity)
    open_months = [month for month in months if month not in amounts(records, field)]
    if field == DONE:
        return {month: records.planned.get(month, 0) for month in open_months}
    return {month: records.budget[month] for month in open_months if month in records.budget}


def amounts(records: Records, field: str) -> dict[str, int]:
    """Return {month: amount} of what is recorded in a field."""
    return {DONE: records.done, BUDGET: records.budget, SPENT: records.spent}[field]


def changed(activity: Activity, field: str, recording: Recording) -> Recording:
    """Return the part of a recording that differs from what the activity has."""
    present = amounts(records_of(activity), field)
    return {month: value for month, value in recording.items() if present.get(month) != value}


def put_deviation(step: Step, activity: Activity, month: str, field: str, text: str) -> None:
    """Write the cause or the corrective action up to a cut-off month.

    When both are empty, nothing is kept.
    """
    present = deviation_at(activity, month)
    written: dict[str, Any] = {field: text}
    if present is None:
        if text:
            step.put_row(Deviation(id=new_id(), month=month, **written), activity.id)
        return
    after = replace(present, **written)
    if after.cause or after.corrective_action:
        step.put("deviation", present.id, **written)
    else:
        step.delete("deviation", present.id)


def deviation_at(activity: Activity, month: str) -> Deviation | None:
    """Return what is said of an activity's delay up to a cut-off month."""
    return next((one for one in activity.deviations if one.month == month), None)


def put_setting(step: Step, plans: Iterable[Plan], field: str, value: int | str) -> None:
    """Write a setting of follow-up into every plan of a file, which share them."""
    for plan in plans:
        step.put("plan", plan.id, **{field: value})


def _is_empty(record: MonthRecord) -> bool:
    """Say whether a record holds nothing but its month."""
    kept = (field.name for field in fields(record) if "field" in field.metadata)
    return all(getattr(record, name) is None for name in kept if name != "month")
