"""What is told of a row in one difference: its months and weeks, its ties, its words by cut-off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from poadesk.plan import calendar
from poadesk.plan.comparing.difference import MonthDifference
from poadesk.plan.comparing.words import month_name, shown
from poadesk.plan.fields import is_month
from poadesk.plan.model import Activity, Goal, Objective, Plan, declared_fields

NOTHING = "—"
WEEKS = "weeks"
MEASURES = ("planned_thousandths", "done_thousandths", "budget_cents", "spent_cents")


def month_differences(
    old: Activity, new: Activity, old_plan: Plan, new_plan: Plan
) -> tuple[MonthDifference, ...]:
    """Return the months in which a figure or the weeks differ, one measure after the other."""
    if old.months == new.months and old.weeks == new.weeks:
        return ()
    with_year = _spans_years(old, new)
    return tuple(
        MonthDifference(
            month,
            month_name(month, with_year) if is_month(month) else month,
            measure,
            "Semanas" if measure == WEEKS else declared_fields("month_record")[measure].label,
            _shown(old, measure, before.get(month), old_plan),
            _shown(new, measure, after.get(month), new_plan),
            before.get(month),
            after.get(month),
        )
        for measure in (*MEASURES, WEEKS)
        for before, after in [(_by_month(old, measure), _by_month(new, measure))]
        for month in sorted({*before, *after})
        if before.get(month) != after.get(month)
    )


def month_words(months: Sequence[MonthDifference], which: str) -> str:
    """Return the old or the new figures of each measure in a line of their own."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for one in months:
        lines[one.label].append(f"{one.name} {getattr(one, which)}")
    return "\n".join(f"{label}: {', '.join(said)}" for label, said in lines.items())


def year_words(activity: Activity) -> str:
    """Say when an activity is done: `enero – diciembre`."""
    return calendar.span(
        {record.month for record in activity.months if record.planned_thousandths}
        | {mark.month for mark in activity.weeks}
    )


def cut_off_words(row: Activity | Goal | Objective) -> str:
    """Return what was said of a row at each cut-off, each in a line of its own."""
    return "\n".join(f"{month_name(month, True)}: {said}" for month, said in said_by_month(row))


def said_by_month(row: Activity | Goal | Objective) -> Iterator[tuple[str, str]]:
    """Yield (month, words) of the deviations or the comments of a row."""
    if isinstance(row, Activity):
        for one in row.deviations:
            said = " → ".join(filter(None, (one.cause, one.corrective_action)))
            yield one.month, said
        return
    for comment in row.comments:
        yield comment.month, comment.text


def kit_of(plan: Plan) -> tuple[object, ...]:
    """Return what the planning office has given in a plan."""
    parts = sorted((part.about_id, part.given_fields) for part in plan.kit_parts)
    return plan.role, plan.kit_id, plan.kit_version, parts


def kit_words(plan: Plan) -> str:
    """Say which version of the material a plan has, and how much of it."""
    if not plan.kit_id and not plan.kit_parts:
        return "Sin material de la oficina"
    fields = sum(len(part.given_fields.split()) for part in plan.kit_parts)
    given = "1 campo dado" if fields == 1 else f"{fields:,} campos dados"
    return f"Versión {plan.kit_version}, {given} por la oficina"


def _by_month(activity: Activity, measure: str) -> dict[str, Any]:
    """Return {month: figure, or the marked weeks}; what is not recorded is left out."""
    if measure == WEEKS:
        weeks: defaultdict[str, list[int]] = defaultdict(list)
        for mark in activity.weeks:
            weeks[mark.month].append(mark.week)
        return {month: tuple(sorted(marked)) for month, marked in weeks.items()}
    figures = {record.month: getattr(record, measure) for record in activity.months}
    return {month: value for month, value in figures.items() if value is not None}


def _shown(activity: Activity, measure: str, value: Any, plan: Plan) -> str:
    if value is None:
        return NOTHING
    if measure == WEEKS:
        return " y ".join(f"{week}.ª" for week in value)
    if measure == MEASURES[0] and not activity.unit_of_measure.strip() and value == 1000:
        return "X"  # as the cronograma shows it
    return shown(declared_fields("month_record")[measure], value, plan.currency)


def _spans_years(*activities: Activity) -> bool:
    months = [record.month for activity in activities for record in activity.months]
    months += [mark.month for activity in activities for mark in activity.weeks]
    return len(calendar.years(months)) > 1
