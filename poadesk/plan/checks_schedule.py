"""Checks of the schedule: sums against targets, months of another year, months without marks."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan import calendar, schedule
from poadesk.plan.checks_cover import plan_span
from poadesk.plan.fields import is_month, show_quantity
from poadesk.plan.model import Activity
from poadesk.plan.phrases import counted, listed
from poadesk.plan.review import CONTRADICTION, MISSING, Finding, Review


def schedule_findings(review: Review) -> Iterator[Finding]:
    """Yield what the months and the target of each active activity deny or lack."""
    for goal in review.plan.goals():
        active = [activity for activity in goal.activities if activity.active]
        yield from _without_months(review, [one for one in active if not schedule.total(one)])
        for activity in active:
            yield from _target_findings(review, activity)
            yield from _unit_findings(review, activity)
            yield from _months_outside(review, activity)


def _target_findings(review: Review, activity: Activity) -> Iterator[Finding]:
    target, total = activity.annual_target_thousandths, schedule.total(activity)
    if target and not total:
        yield _target_without_months(review, activity, target)
    elif target is not None and total and target not in (total, _weeks(activity)):
        yield _other_sum(review, activity, target, total)
    elif target is None and total and schedule.has_quantities(activity):
        planned = counted(total, activity.unit_of_measure)
        message = f"{review.number(activity)} no tiene meta anual, y sus meses suman {planned}."
        reason = f"Escriba {show_quantity(total)} en ella, si es lo que se quiere lograr."
        field = "annual_target_thousandths"
        yield review.finding("warning", activity, "goals", field, message, reason, MISSING)


def _weeks(activity: Activity) -> int | None:
    """Return the marked weeks in thousandths, where months carry nothing but weeks."""
    if not activity.weeks or any(month.planned_thousandths for month in activity.months):
        return None
    return len(activity.weeks) * schedule.MARK


def _without_months(review: Review, activities: list[Activity]) -> Iterator[Finding]:
    """Yield one finding for all activities of a goal that have neither months nor a target."""
    empty = [one for one in activities if not one.annual_target_thousandths]
    if empty:
        verb = "no tiene" if len(empty) == 1 else "no tienen"
        message = f"{listed(review.numbers_of(empty))} {verb} ningún mes en el cronograma."
        reason = "Marque los meses en que se hará."
        yield review.finding("warning", empty[0], "schedule", "months", message, reason, MISSING)


def _target_without_months(review: Review, activity: Activity, target: int) -> Finding:
    aim = counted(target, activity.unit_of_measure)
    message = (
        f"{review.number(activity)} tiene una meta anual de {aim} y ningún mes en el cronograma."
    )
    reason = "Repártala entre los meses en que se hará."
    return review.finding("error", activity, "schedule", "months", message, reason, MISSING)


def _other_sum(review: Review, activity: Activity, target: int, total: int) -> Finding:
    number, unit = review.number(activity), activity.unit_of_measure.strip() or "mes"
    apart = abs(target - total)
    ending = "" if apart == 1000 else "n"
    if total < target:
        happens = f"no llega a la meta anual: falta{ending}"
    else:
        happens = f"pasa de la meta anual: sobra{ending}"
    message = f"En {number} el cronograma {happens} {counted(apart, unit)}."
    reason = f"La meta anual dice {show_quantity(target)} y los meses suman {show_quantity(total)}."
    return review.finding("error", activity, "schedule", "months", message, reason, CONTRADICTION)


def _unit_findings(review: Review, activity: Activity) -> Iterator[Finding]:
    if schedule.has_quantities(activity):
        return
    largest = max(schedule.planned(activity).values(), default=0)
    if largest > schedule.MARK:
        message = f"{review.number(activity)} tiene cantidades, pero no unidad de medida."
        reason = f"Un mes dice {show_quantity(largest)}: escriba de qué, por ejemplo “aviso”."
        yield review.finding(
            "warning", activity, "goals", "unit_of_measure", message, reason, MISSING
        )


def _months_outside(review: Review, activity: Activity) -> Iterator[Finding]:
    if not review.months:
        return
    used = {mark.month for mark in activity.weeks} | {
        record.month
        for record in activity.months
        if record.planned_thousandths or record.budget_cents
    }
    outside = [calendar.name_with_year(m) for m in sorted(used - set(review.months)) if is_month(m)]
    if outside:
        word = "un mes" if len(outside) == 1 else "meses"
        message = f"{review.number(activity)} tiene {word} fuera del plan: {listed(outside)}."
        reason = f"El plan va {plan_span(review)}. Pase lo programado a esos meses."
        yield review.finding(
            "error", activity, "schedule", "months", message, reason, CONTRADICTION
        )
