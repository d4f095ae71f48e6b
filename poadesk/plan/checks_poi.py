"""Checks of what a POI asks of each row, and a municipal POA does not: how it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from poadesk.plan import schedule
from poadesk.plan.model import Activity, Goal, Objective
from poadesk.plan.phrases import listed
from poadesk.plan.profiles import PROFILES
from poadesk.plan.review import MISSING, Finding, Review


def poi_findings(review: Review) -> Iterator[Finding]:
    """Yield the active activities without unit of measure or aggregation, and rows without code."""
    if review.words is not PROFILES["poi"]:
        return
    active = [activity for activity in review.plan.activities() if activity.active]
    bare = [one for one in active if not one.unit_of_measure.strip() and not _has_amounts(one)]
    reason = "Escriba en qué se mide cada una: sin ella su cantidad no dice nada."
    yield from _lacking(review, bare, "unit_of_measure", "unidad de medida", reason)
    apart = [one for one in active if not one.aggregation]
    reason = "Sin él no se puede calcular su avance. Las más usadas son de Acumulado Anual."
    yield from _lacking(review, apart, "aggregation", "tipo de agregación", reason)
    yield from _without_code(review)


def _has_amounts(activity: Activity) -> bool:
    """Say whether the lack of a unit is told already, because the months hold quantities."""
    return max(schedule.planned(activity).values(), default=0) > schedule.MARK


def _lacking(
    review: Review, activities: list[Activity], field: str, what: str, reason: str
) -> Iterator[Finding]:
    if activities:
        verb = "no tiene" if len(activities) == 1 else "no tienen"
        message = f"{listed(review.numbers_of(activities))} {verb} {what}."
        yield review.finding("warning", activities[0], "goals", field, message, reason, MISSING)


def _without_code(review: Review) -> Iterator[Finding]:
    rows: list[Objective | Goal] = [*review.plan.objectives, *review.plan.goals()]
    bare = [row for row in rows if not row.code.strip()]
    if bare:
        first = bare[0]
        noun = review.words.noun(first.TABLE)
        message = f"{noun.the.capitalize()} {review.number(first)} no tiene código."
        if len(bare) > 1:
            message = f"{listed(review.numbers_of(bare))} no tienen código."
        reason = "Cópielo del PEI, para que los informes lo usen como allí."
        step = "objectives" if first.TABLE == "objective" else "goals"
        yield review.finding("hint", first, step, "code", message, reason)
